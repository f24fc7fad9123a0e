"""Completion in the shell: what prints it, and what completes a card or a setting."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, get_completion_class

from studyapp.cli.opened import library_at, located
from studyapp.cli.options import examples
from studyapp.library.disk import DISK
from studyapp.library.preferences import found, preferences

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST = 40
"""Cards to offer at once."""
_QUESTION = 60
"""Characters of a question to tell a card by."""


@click.command(
    epilog=examples(
        'eval "$(studyapp completion bash)"    # in ~/.bashrc',
        'eval "$(studyapp completion zsh)"     # in ~/.zshrc, behind compinit',
        "studyapp completion fish | source     # in ~/.config/fish/config.fish",
    )
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print what makes SHELL complete verbs, options, cards and settings."""
    kind = get_completion_class(shell)
    if kind is None:
        raise click.ClickException(f"there is no completion for {shell}")
    root = ctx.find_root().command
    click.echo(kind(root, {}, "studyapp", "_STUDYAPP_COMPLETE").source())


def cards(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The cards whose ids begin so, of the library that is named or understood."""
    briefs = _briefs(ctx)
    fitting = (card for card in briefs if card.startswith(incomplete))
    return [
        CompletionItem(card, help=briefs[card][:_QUESTION])
        for card, _ in zip(fitting, range(_MOST), strict=False)
    ]


def _briefs(ctx: click.Context) -> Mapping[str, str]:
    try:
        with ctx.scope():  # click only makes it
            library = library_at(located(ctx.params.get("library")), DISK)
        library.open(datetime.now().astimezone())
    except (click.ClickException, OSError):
        return {}  # a shell that completes has no place for a message
    briefs = library.snapshot.cards.briefs
    return {card: " ".join(briefs[card].question.split()) for card in briefs}


def grades(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The words for grades."""
    words = ("again", "hard", "good", "easy")
    return [CompletionItem(word) for word in words if word.startswith(incomplete)]


def keys(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The settings."""
    return [
        CompletionItem(f"{name}." if one.is_table else name, help=one.doc)
        for name, one in preferences().items()
        if name.startswith(incomplete)
    ]


def values(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The values of a setting that has some to choose from."""
    try:
        choices = found(ctx.params["key"]).choices
    except LookupError:
        return []
    words = (str(one).lower() if isinstance(one, bool) else one for one in choices)
    return [CompletionItem(word) for word in words if word and word.startswith(incomplete)]
