"""How often the loops and functions of a snippet were passed, and what their passes gave.

Nothing is kept alive: a value is told at once, and of the last only its words stay.
"""

from __future__ import annotations

import contextlib
import itertools
import time
from typing import TYPE_CHECKING, Any, Iterator  # noqa: UP035  Python 3.9

from .attributes import MISSING
from .sites import Scope, Site, installed

if TYPE_CHECKING:
    import ast

    from .referee import Referee
    from .speaker import Speaker
    from .telling import Teller

_BUDGET = 0.005
"""Seconds of the processor that a run may spend on telling of passes but for the first ones."""


class Passes:
    """The probes of one run."""

    def __init__(self, teller: Teller, referee: Referee, speaker: Speaker) -> None:
        self._teller = teller
        self._referee = referee
        self._heard = speaker.heard
        self._sites: list[Site] = []
        self._scopes = 0
        self._spent = 0.0
        self._busy = False
        self._seen: Any = MISSING
        installed["<each>"] = itertools.compress
        installed["<tell>"] = self._tell
        installed["<give>"] = self._give
        installed["<check>"] = self._check
        installed["<seen>"] = self._see
        installed["<begin>"] = self._begin
        installed["<end>"] = self._end

    def scope(self) -> Scope:
        """A new scope."""
        self._scopes += 1
        return Scope(self._scopes, lambda: self._spent > _BUDGET)

    def site(
        self,
        statement: ast.stmt,
        name: str,
        line: int,
        scope: Scope | None = None,
        *,
        always: bool = True,
    ) -> int:
        """The number of a new probe; `always` if every pass of its scope comes by."""
        self._sites.append(Site(statement, name, line, scope, always=always))
        return len(self._sites) - 1

    @property
    def sites(self) -> int:
        """How many probes there are."""
        return len(self._sites)

    def take_seen(self) -> Any:
        """What was handed to `print` last, or `MISSING`."""
        seen, self._seen = self._seen, MISSING
        return seen

    def pop(self, name: str, line: int) -> Site | None:
        """The probe that told `name` at `line`, whose last is told by others."""
        site = next((s for s in self._sites if (s.name, s.line) == (name, line) and s.hits), None)
        if site:
            site.last = None
        return site

    def close(self) -> None:
        """Tell what each probe saw last, and nothing more from now on."""
        self._busy = True
        self._referee.release(chance=True)
        for site in self._sites:
            total = site.total()
            if site.last:
                passes = {"pass": site.last_hit, **({"passes": total} if total else {})}
                self._teller.say(site.line, site.name, site.last, passes)
            self._referee.tell(site.statement, site.verdicts, once=total == 1)

    def _tell(self, index: int, value: Any) -> None:
        site = self._sites[index]
        site.hits += not self._busy
        if self._busy or (site.hits > 1 and self._spent > _BUDGET):
            return
        start = time.thread_time()  # on a busy machine the clock's would be others'
        with self._alone():
            told = self._teller.describe(site.name, value)
            if site.hits == 1:
                site.first = told[0]
                self._teller.say(site.line, site.name, told, {"pass": 1})
            else:
                site.last, site.last_hit = told, site.hits
                self._spent += time.thread_time() - start

    def _give(self, index: int, value: Any) -> Any:
        self._tell(index, value)
        self._judge(index, value, "")
        return value

    def _check(self, index: int, value: Any) -> None:
        self._sites[index].hits += not self._busy
        self._judge(index, value, "")

    def _see(self, value: Any) -> Any:
        self._seen = value
        return value

    def _begin(self) -> int:
        return len(self._heard)

    def _end(self, index: int, begin: int, value: Any) -> Any:
        seen = self.take_seen()
        self._sites[index].hits += not self._busy
        self._judge(index, value if seen is MISSING else seen, "".join(self._heard[begin:]))
        return value

    def _judge(self, index: int, value: Any, printed: str) -> None:
        site = self._sites[index]
        if site.hits == 1 and not self._busy:
            with self._alone():
                self._referee.hold(site, value, printed)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """What runs inside is ours: it passes no probe, and fails without a sound."""
        self._busy = True
        try:
            with contextlib.suppress(RecursionError):  # near the limit, where the snippet goes on
                yield
        finally:
            self._busy = False
