"""What studyapp found on this machine, and what is wrong with it: `doctor`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from studyapp.cli import diagnosis, output, soundness
from studyapp.cli.anonymous import anonymous as without_names
from studyapp.cli.opened import disk, located, own_settings
from studyapp.cli.options import as_json, clock, examples, library_argument
from studyapp.library.paths import library_root

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path
    from typing import Any

_UNITS = ("B", "KiB", "MiB", "GiB")
_STEP = 1024
_A_LINE = 4


@click.command(
    epilog=examples(
        "studyapp doctor",
        "studyapp doctor ~/notes --json",
        "studyapp doctor ~/notes --repair",
        "studyapp doctor --anonymous > report.txt",
    )
)
@library_argument
@click.option("--repair", is_flag=True, help="Bring in order what follows from something else.")
@click.option("--anonymous", is_flag=True, help="Leave private names out, for a bug report.")
@as_json
@clock
@click.pass_context
def doctor(
    context: click.Context,
    library: Path | None,
    repair: bool,
    anonymous: bool,
    json: bool,
    now: datetime,
) -> None:
    """Tell what studyapp found here, for LIBRARY: Python, torch, sandbox, files, terminal.

    Journal, notes, index and copies are compared. Exits with 1 if anything is wrong. Nothing is
    changed without --repair, which writes only what can be derived: review values, the index.
    Damaged lines of a journal are moved to a file beside it.
    """
    settings = own_settings()
    root, _ = library_root(located(library))
    facts = {
        **diagnosis.program(),
        "live_code": diagnosis.live_code(settings),
        "library": diagnosis.shelf(root, settings),
        "terminal": diagnosis.terminal(),
    }
    with soundness.said():
        if repair:
            facts["repaired"] = soundness.repaired(root, now, disk())
        facts["sound"] = soundness.sound(root, now)
    facts["problems"] = [*diagnosis.problems(facts), *soundness.problems(facts["sound"])]
    if anonymous:
        facts = without_names(facts)
    if json:
        output.emit(facts)
    else:
        for name, told in _rows(facts):
            output.line(f"{name:18} {told}")
        for problem in facts["problems"]:
            output.line(f"! {problem}")
    context.exit(bool(facts["problems"]))


def _rows(facts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a person reads, line by line."""
    code, shelf, terminal = facts["live_code"], facts["library"], facts["terminal"]
    yield "studyapp", f"{facts['studyapp']}, Python {facts['python']}, {facts['platform']}"
    for names in _in_lines(facts["packages"]):
        yield "  with", names
    yield "code runs in", str(code["python"] or "nothing")
    yield "torch", f"{code['torch'] or 'none'}, on {code['device'] or 'nothing'}"
    yield "sandbox", str(code["level"] or "none")
    if code["keeps_out"]:
        yield "  keeps out", str(code["keeps_out"])
    if code["lets_through"]:
        yield "  lets through", str(code["lets_through"])
    for refused in code["refused"]:
        yield f"  not {refused['level']}", str(refused["reason"])
    if memory := code["memory"]:
        yield "  memory", f"{_size(memory['pss'])} while it waits"
    yield "library", f"{shelf['path']}{', trusted' if shelf['trusted'] else ''}"
    yield "  index", f"{shelf['index']['path']}, {_size(shelf['index']['size'])}"
    for journal in shelf["journals"]:
        yield "  journal", f"{journal['path']}, {_size(journal['size'])}"
    yield from soundness.rows(facts["sound"], facts.get("repaired", {}))
    yield "settings", str(facts["settings"])
    size = f"{terminal['columns']}x{terminal['rows']}"
    yield "terminal", f"{terminal['name'] or 'none'}, {size}, {terminal['encoding']}"
    yield "  locale", f"{terminal['locale'] or 'none'}"


def _in_lines(packages: Mapping[str, str]) -> Iterator[str]:
    told = [f"{name} {version}" for name, version in packages.items()]
    return (", ".join(told[at : at + _A_LINE]) for at in range(0, len(told), _A_LINE))


def _size(count: int | None) -> str:
    if count is None:
        return "none yet"
    size, unit = float(count), 0
    while size >= _STEP and unit < len(_UNITS) - 1:
        size, unit = size / _STEP, unit + 1
    return f"{size:.0f} {_UNITS[unit]}" if unit == 0 else f"{size:.1f} {_UNITS[unit]}"
