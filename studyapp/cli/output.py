"""What a command prints: its answer on stdout, messages on stderr."""

from __future__ import annotations

import json

import click

from studyapp.notes.visible import visible


def emit(document: object) -> None:
    """Print one JSON document on stdout."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def line(text: str) -> None:
    """Print text from notes on stdout, with what a terminal would obey made visible."""
    click.echo(visible(text))


def say(text: str) -> None:
    """Print a message on stderr, with what a terminal would obey made visible."""
    click.echo(visible(text), err=True)
