"""Who may come in: a request that knows the token and was meant for this server."""

from __future__ import annotations

import hmac
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

from aiohttp import hdrs, web
from yarl import URL

if TYPE_CHECKING:
    from aiohttp.typedefs import Handler

HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",  # the address is the secret
    "X-Content-Type-Options": "nosniff",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """The token that an address must begin with, and the name or address that was bound.

    A page from elsewhere can make a browser send requests here, under its own name if that is
    made to lead here; so `Host` must be an address or a name of this machine, which no such page
    has, and `Origin`, which a page can't forge, the same.
    """

    token: str
    bound: str

    def admits(self, request: web.BaseRequest) -> bool:
        """Whether a request may be answered, be it for a page, a file or the websocket."""
        _, first, *_ = (*request.path.split("/"), "")
        known = hmac.compare_digest(first.encode(), self.token.encode())
        return known and self.is_here(request.host) and self._is_own(request)

    def is_here(self, host: str) -> bool:
        """Whether a `Host`, a name or address and perhaps a port, is one of this machine."""
        try:
            name = URL(f"http://{host}").host or ""
        except ValueError:
            return False
        if is_loopback(name):
            return True
        return not is_loopback(self.bound) and (_is_address(name) or name in self._names())

    def _names(self) -> set[str]:
        name = socket.gethostname().lower()
        return {self.bound.lower(), name, f"{name}.local"}

    def _is_own(self, request: web.BaseRequest) -> bool:
        origin = request.headers.get(hdrs.ORIGIN)
        return origin is None or origin == f"{request.scheme}://{request.host}"

    def application(self) -> web.Application:
        """An application that answers whom it does not admit with nothing."""

        @web.middleware
        async def only_admitted(request: web.Request, handler: Handler) -> web.StreamResponse:
            if not self.admits(request):
                return web.Response(status=403)
            return await handler(request)

        application = web.Application(middlewares=[only_admitted])
        application.on_response_prepare.append(_add_headers)
        return application


async def _add_headers(_request: web.Request, response: web.StreamResponse) -> None:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)


def is_loopback(host: str) -> bool:
    """Whether a name or address leads to this machine alone."""
    return host.lower() == "localhost" or (_is_address(host) and ip_address(host).is_loopback)


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
