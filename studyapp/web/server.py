"""The server: a page, its files, and for each page that is open a process of the app."""

from __future__ import annotations

import asyncio
import shlex
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from html import escape
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Any

from aiohttp import web
from textual_serve.server import Server
from yarl import URL

from studyapp.web.guard import Guard

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_PATIENCE = 5.0
"""Seconds that an app has to save and leave when the server ends."""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
    " img-src 'self' data:; connect-src {websocket}; frame-ancestors 'none'; base-uri 'none'"
)


@dataclass(frozen=True, slots=True)
class Site:
    """What is served: the command that starts the app, and where; port 0 is a free one."""

    command: Sequence[str]
    host: str
    port: int
    token: str
    sessions: set[asyncio.Task[Any]] = field(default_factory=set)

    def application(self) -> web.Application:
        """The page, its files and the websocket below the token, and nothing beside."""
        textual = Server(_line(self.command), self.host, self.port, "studyapp")

        async def session(request: web.Request) -> web.WebSocketResponse:
            if task := asyncio.current_task():  # which a handler always runs in
                self.sessions.add(task)
                task.add_done_callback(self.sessions.discard)
            return await textual.handle_websocket(request)

        inside = web.Application()
        inside.router.add_get("/", _page)
        inside.router.add_get("/page.js", _script)
        inside.router.add_get("/ws", session, name="ws")
        inside.router.add_static("/static", textual.statics_path)
        outside = Guard(self.token, self.host).application()
        outside.add_subapp(f"/{self.token}", inside)
        outside.on_shutdown.append(self._end_sessions)
        return outside

    def address(self, name: str, port: int) -> str:
        """What a person opens."""
        return str(URL.build(scheme="http", host=name, port=port, path=f"/{self.token}/"))

    async def _end_sessions(self, _application: web.Application) -> None:
        for task in self.sessions:
            task.cancel()
        if self.sessions:
            await asyncio.wait(self.sessions, timeout=_PATIENCE)


async def serve(site: Site, ready: Callable[[int], None]) -> None:
    """Serve until a signal ends it; `ready` hears the port.

    Raises:
        OSError: the address can't be bound.
    """
    ended = asyncio.Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        with suppress(NotImplementedError, AttributeError):  # Windows; there ctrl+c cancels this
            asyncio.get_running_loop().add_signal_handler(getattr(signal, name), ended.set)
    runner = web.AppRunner(site.application(), access_log=None, shutdown_timeout=_PATIENCE)
    await runner.setup()
    try:
        await web.TCPSite(runner, site.host, site.port).start()
        ready(runner.addresses[0][1])
        await ended.wait()
    finally:
        await runner.cleanup()


async def _page(request: web.Request) -> web.Response:
    place = request.match_info.current_app.router["ws"].url_for()
    websocket = f"{request.scheme.replace('http', 'ws')}://{request.host}{place}"
    text = Template(_read("page.html"))
    return web.Response(
        text=text.substitute(websocket=escape(websocket)),
        content_type="text/html",
        headers={"Content-Security-Policy": _POLICY.format(websocket=websocket)},
    )


async def _script(_request: web.Request) -> web.Response:
    return web.Response(text=_read("page.js"), content_type="text/javascript")


def _read(name: str) -> str:
    return files("studyapp.web").joinpath(name).read_text("utf-8")


def _line(command: Sequence[str]) -> str:
    """A command as the shell that textual-serve starts reads it."""
    if sys.platform == "win32":
        return subprocess.list2cmdline(command)
    return f"exec {shlex.join(command)}"
