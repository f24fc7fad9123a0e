"""The app in a browser: `serve`."""

from __future__ import annotations

import asyncio
import os
import secrets
import socket
import sys
from contextlib import redirect_stdout
from ipaddress import ip_address
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from studyapp.cli import output
from studyapp.cli.opened import located, own_settings
from studyapp.cli.options import as_json, clock, examples, library_argument
from studyapp.cli.trust import is_trusted
from studyapp.library.paths import library_root

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from studyapp.web import Site

EXPOSED = (
    "Whoever reaches {host} and has the address reads and changes your notes, answers and settings"
    "{code}. Nothing is encrypted: on a network that is not yours, forward a port by ssh instead."
)
_TOKEN_BYTES = 24


@click.command(
    epilog=examples(
        "studyapp serve ~/notes",
        "studyapp serve ~/notes --port 8000",
        "studyapp serve ~/notes --host 0.0.0.0 --allow-remote",
    )
)
@library_argument
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Default: a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to bind.")
@click.option("--allow-remote", is_flag=True, help="Let --host be one that others can reach.")
@click.option("--no-run", is_flag=True, help="Turn the notes' code off, in a trusted library too.")
@as_json
@clock
@click.pass_context
def serve(
    context: click.Context,
    library: Path | None,
    port: int,
    host: str,
    allow_remote: bool,
    no_run: bool,
    json: bool,
    now: datetime,
) -> None:
    """Open the app on LIBRARY in a browser, at an address that holds a secret.

    Each page that is open is an app of its own; closing or reloading it leaves that app, and what
    was answered is kept. Code runs only in a library that `studyapp trust` named.
    """
    from studyapp.web import Site, is_loopback  # noqa: PLC0415  no other verb needs a server

    root, below = library_root(located(library))
    runs = is_trusted(root, own_settings().trusted) and not no_run
    if not is_loopback(host):
        exposed = EXPOSED.format(host=host, code=", and runs code in its sandbox" if runs else "")
        if not allow_remote:
            raise click.UsageError(f"{exposed}\nIf you mean that, say --allow-remote.")
        output.say(exposed)
    # Not the folder that one stands in: its modules are not the app's.
    command = [sys.executable, "-P", "-m", "studyapp", "open", str(root / below)]
    command += ["--server", str(os.getpid())]
    if context.get_parameter_source("now") is ParameterSource.COMMANDLINE:
        command += ["--now", now.isoformat()]
    if not runs:
        command.append("--no-run")
    site = Site(command, host, port, secrets.token_urlsafe(_TOKEN_BYTES))
    _serve(site, {"library": str(root / below), "runs_code": runs}, json=json)


def _serve(site: Site, facts: dict[str, object], *, json: bool) -> None:
    from studyapp import web  # noqa: PLC0415  as above

    def tell(port: int) -> None:
        address = site.address(_name(site.host), port)
        with redirect_stdout(stdout):
            if json:
                output.emit({"address": address, **facts})
            else:
                output.line(f"{address}   ctrl+c ends it")
        if not facts["runs_code"]:
            output.say("Code is shown and does not run; `studyapp trust` lets it run here.")

    stdout = sys.stdout
    try:
        with redirect_stdout(sys.stderr):  # textual-serve prints there what an app complained of
            asyncio.run(web.serve(site, tell))
    except OSError as error:
        place = f"{site.host}:{site.port}"
        raise click.ClickException(f"{place} can't be bound: {error.strerror}") from error


def _name(host: str) -> str:
    """What leads to a bound address; one that stands for all is none to open."""
    try:
        return socket.gethostname() if ip_address(host).is_unspecified else host
    except ValueError:
        return host
