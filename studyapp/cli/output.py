"""What a command prints: its answer on stdout, messages on stderr."""

from __future__ import annotations

import json
import sys
import textwrap
from typing import TYPE_CHECKING

import click

from studyapp.notes.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

NO_CARD = "no card yet: `studyapp new` writes one"


def emit(document: object) -> None:
    """Print one JSON document on stdout."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def stream(items: Iterable[object]) -> None:
    """Print one JSON list on stdout, each item as soon as it is there."""
    begin = "[\n"
    for item in items:
        document = json.dumps(item, ensure_ascii=False, indent=2)
        click.echo(begin + textwrap.indent(document, "  "), nl=False)
        begin = ",\n"
    click.echo("[]" if begin == "[\n" else "\n]")


def line(text: str) -> None:
    """Print text from notes on stdout, with what a terminal would obey made visible."""
    click.echo(visible(text), file=sys.stdout)  # by name, so that it goes above a progress bar


def say(text: str) -> None:
    """Print a message on stderr, with what a terminal would obey made visible."""
    click.echo(visible(text), file=sys.stderr)
