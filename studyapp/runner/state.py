"""Where the runner's other process stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Starting:
    """The other process is loading."""


@dataclass(frozen=True, slots=True)
class Ready:
    """Snippets can run; `level` names the sandbox that holds, for a person to read."""

    python: Path
    torch: str
    """Its version."""
    device: str
    """`cpu` or `cuda`."""
    level: str
    sandboxed: bool
    """False: nothing but resource limits holds, so the caller must ask first."""
    keeps_out: str = ""
    """What the level keeps out of a snippet's reach."""
    lets_through: str = ""
    """What it does not."""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """No Python with torch here: what is missing, and what a person can do."""

    reason: str
    hint: str


@dataclass(frozen=True, slots=True)
class Dead:
    """The process ended; the next run starts it again."""


State: TypeAlias = Starting | Ready | Unavailable | Dead
