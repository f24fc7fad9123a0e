"""The `studyapp` command: the only place that constructs and wires."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

VERBS = {
    "cards": "studyapp.cli.cards",
    "due": "studyapp.cli.cards",
    "plan": "studyapp.cli.plan",
    "interview": "studyapp.cli.plan",
    "stats": "studyapp.cli.stats",
    "coverage": "studyapp.cli.coverage",
    "switch": "studyapp.cli.switch",
    "settings": "studyapp.cli.settings",
    "compare": "studyapp.cli.compare",
    "optimize": "studyapp.cli.memory",
    "export": "studyapp.cli.memory",
    "grade": "studyapp.cli.grades",
    "undo": "studyapp.cli.grades",
    "new": "studyapp.cli.new",
    "check": "studyapp.cli.check",
    "run": "studyapp.cli.run",
    "trust": "studyapp.cli.trust",
    "doctor": "studyapp.cli.doctor",
    "completion": "studyapp.cli.completion",
    "mock": "studyapp.cli.open",
    "serve": "studyapp.cli.serve",
    "open": "studyapp.cli.open",
}
"""The module of each verb: only the one that is typed gets imported."""


class Verbs(click.Group):
    """A group whose default verb is `open`: `studyapp FOLDER` opens the app on FOLDER."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """The verbs in the order of use."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The verb, imported now."""
        if cmd_name not in VERBS:
            return None
        module = importlib.import_module(VERBS[cmd_name])
        command: click.Command = getattr(module, cmd_name)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """The verbs, or a folder for `open`."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415  no verb needs it

        folder = CompletionItem(incomplete, type="dir")
        return [folder, *super().shell_complete(ctx, incomplete)]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line, `open` being understood, though not while a shell completes it."""
        if ctx.resilient_parsing and not args:
            return super().parse_args(ctx, args)
        if not args or (args[0] not in VERBS and args[0] not in {"-h", "--help", "--version"}):
            args = ["open", *args]
        return super().parse_args(ctx, args)


@click.group("studyapp", cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="studyapp", prog_name="studyapp")
def main() -> None:
    """Study a folder of markdown notes, with their PyTorch code run live.

    \b
    studyapp                open the app on $STUDYAPP_LIBRARY, ./decks or the bundled decks
    studyapp ~/notes        open the app on a folder of notes
    studyapp due ~/notes    list what is due today
    """  # noqa: D301  click reads the \b
