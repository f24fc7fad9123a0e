"""The `studyapp` command: wires everything together."""

from __future__ import annotations

import click


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="studyapp")
def main() -> None:
    """Study markdown notes in the terminal."""
