"""The app itself, wired: `open`, which is what `studyapp` alone means, and `mock`."""

from __future__ import annotations

import gc
import time
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studyapp.cli.bundled import bundled, languages
from studyapp.cli.opened import disk, library_at, located, own_problems, own_settings, spoken
from studyapp.cli.options import clock, examples, library_argument
from studyapp.cli.served import leave_with
from studyapp.cli.trust import added, is_trusted
from studyapp.library.own import change_own
from studyapp.library.paths import backups_folder, library_root, settings_file
from studyapp.library.results import Results, results_file
from studyapp.runner import OFF, Runner

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.library.disk import Disk
    from studyapp.library.library import Library
    from studyapp.library.watching import Watch
    from studyapp.tui.mocking import Wish


@click.command(
    epilog=examples(
        "studyapp ~/notes",
        "studyapp ~/notes --no-run",
        "studyapp open ~/notes/pytorch --now 2026-12-01T09:00",
    )
)
@library_argument
@click.option("--no-run", is_flag=True, help="Turn the notes' code off: it is shown, never run.")
@click.option("--server", type=int, hidden=True, help="Leave when this process is gone.")
@clock
def open(library: Path | None, no_run: bool, server: int | None, now: datetime) -> None:
    """Open the app on LIBRARY, a folder of markdown notes."""
    if server is not None:
        leave_with(server)
    _show(library, now, no_run=no_run, served=server is not None)


@click.command(
    epilog=examples("studyapp mock ~/notes", "studyapp mock ~/notes --minutes 30 --seed 7")
)
@library_argument
@click.option(
    "--minutes", type=click.IntRange(5, 480), default=45, show_default=True, help="How long."
)
@click.option("--seed", type=int, help="Ask what this seed draws; a report names its own.")
@click.option("--no-run", is_flag=True, help="Turn the notes' code off: it is shown, never run.")
@clock
def mock(library: Path | None, minutes: int, seed: int | None, no_run: bool, now: datetime) -> None:
    """Open the app in a mock interview: timed, mixed topics, follow-ups, a report."""
    from studyapp.tui.mocking import Wish  # noqa: PLC0415  `open` paints without it

    _show(library, now, no_run=no_run, mock=Wish(minutes, seed))


def _show(
    library: Path | None,
    now: datetime,
    *,
    no_run: bool,
    mock: Wish | None = None,
    served: bool = False,
) -> None:
    gc.disable()  # what starting makes stays, and looking through it takes a tenth of the time
    settings = own_settings()
    folder = located(library)
    root, _ = library_root(folder)
    target = disk()
    python = Path(settings.python).expanduser() if settings.python else None
    # Torch loads in its own process while this one imports textual.
    with Runner(python, level=OFF if no_run else "") as runner:
        from studyapp.tui.app import StudyApp  # noqa: PLC0415  200 ms no verb should pay
        from studyapp.tui.services import Services  # noqa: PLC0415  likewise

        services = Services(
            library=lambda: library_at(folder, target, settings.language),
            runner=runner,
            settings=settings,
            clock=running_from(now),
            locale=spoken(),
            trusted=is_trusted(root, settings.trusted),
            trust=lambda: _trust(root, target),
            watch=_watch,
            results=Results(results_file()),
            decks=lambda: bundled(root),
            languages=languages(root),
            own=settings_file(),
            problems=own_problems(),
            mock=mock,
            back_up=_back_up,
            served=served,
        )
        StudyApp(services).run()


def running_from(now: datetime) -> Callable[[], datetime]:
    """A clock that shows `now` at first and goes on from there."""
    began = time.monotonic()
    return lambda: now + timedelta(seconds=time.monotonic() - began)


def _watch(root: Path, tell: Callable[[frozenset[str]], object]) -> Watch:
    from studyapp.library.watching import Watch  # noqa: PLC0415  the app paints before it

    return Watch(root, tell)


def _back_up(library: Library, now: datetime) -> None:
    from studyapp.library.backups import back_up  # noqa: PLC0415  the app paints before it

    with suppress(OSError):  # `doctor` tells of which day the last copy is
        back_up(library, backups_folder(library.root), now)


def _trust(root: Path, disk: Disk) -> None:
    change_own(settings_file(), "trusted", lambda own: list(added(own.trusted, root)), disk)
