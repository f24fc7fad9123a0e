"""Who comes in to a server that runs here: those who know the token, on this machine's names."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator

import psutil
import pytest
from aiohttp import ClientSession, WSServerHandshakeError
from yarl import URL

from studyapp.web import Guard

EVERYWHERE = "0.0.0.0"  # noqa: S104  that is the point
NOTE = "# Tensors\n\n**Q: What is a stride?**\nA: A step in memory.\n"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[URL, psutil.Process]]:
    """The address of a library that is served, and the server."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "notes").mkdir()
    (folder / "notes" / "note.md").write_text(NOTE, "utf-8")
    places = {f"XDG_{kind}_HOME": str(folder) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    command = [sys.executable, "-m", "studyapp", "serve", str(folder / "notes"), "--json"]
    with subprocess.Popen(
        command, env={**os.environ, **places}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        said = b"".join(iter(process.stdout.readline, b"}\n")) + b"}"
        yield URL(json.loads(said)["address"]), psutil.Process(process.pid)
        process.terminate()
        assert process.wait(20) == 0


async def test_only_the_token_opens_anything(served: tuple[URL, psutil.Process]) -> None:
    """With it there are a page and its files; without it, nothing of any of them."""
    address, _ = served
    token = address.parts[1]
    async with ClientSession() as client:
        for path in ("", "ws", "static/js/textual.js", "page.js"):
            for wrong in ("", "wrong/", f"{token}x/", f"static/../x{token}/", "é/"):
                async with client.get(address.join(URL(f"/{wrong}{path}"))) as answer:
                    assert (answer.status, await answer.read()) == (403, b"")
        with pytest.raises(WSServerHandshakeError, match="403"):
            await client.ws_connect(address.join(URL("/wrong/ws")))
        async with client.get(address) as answer:
            assert f"ws://{address.authority}/{token}/ws" in await answer.text()
            assert answer.headers["Referrer-Policy"] == "no-referrer"
        async with client.get(address / "static/js/textual.js") as answer:
            assert answer.status == 200


async def test_a_page_from_elsewhere_reaches_nothing(served: tuple[URL, psutil.Process]) -> None:
    """Another name that leads here, or another page's origin, is turned away; no app starts."""
    address, server = served
    foreign = {"Host": f"evil.example:{address.port}"}, {"Origin": "http://evil.example"}
    async with ClientSession() as client:
        for headers in foreign:
            async with client.get(address, headers=headers) as answer:
                assert (answer.status, await answer.read()) == (403, b"")
            with pytest.raises(WSServerHandshakeError, match="403"):
                await client.ws_connect(address / "ws", headers=headers)
        assert not server.children()
        own = {"Host": f"localhost:{address.port}", "Origin": f"http://localhost:{address.port}"}
        async with client.ws_connect(address / "ws", headers=own) as socket:
            shown = b""
            while b"1 new" not in shown:
                shown += await socket.receive_bytes(timeout=20)
            (app,) = server.children()
            assert "--no-run" in app.cmdline()  # nobody trusted this library
        app.wait(20)


@pytest.mark.parametrize(
    ("bound", "host", "here"),
    [
        ("127.0.0.1", "127.0.0.1:8000", True),
        ("127.0.0.1", "[::1]:8000", True),
        ("127.0.0.1", "localhost", True),
        ("127.0.0.1", "192.168.0.9:8000", False),
        ("127.0.0.1", "localhost.evil.example", False),
        ("127.0.0.1", "127.0.0.1:x", False),
        (EVERYWHERE, "192.168.0.9:8000", True),
        (EVERYWHERE, "evil.example", False),
        ("notes.lan", "notes.lan:8000", True),
    ],
)
def test_names_that_lead_here(bound: str, host: str, here: bool) -> None:  # noqa: FBT001  a table
    """Bound to this machine alone, only its own names count; else also addresses and its name."""
    assert Guard("token", bound).is_here(host) is here
