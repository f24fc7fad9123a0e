"""The demo pane's last word: how the run ended, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.tui.widgets.trace import Trace

_SECOND = 1.0


def foot(trace: Trace, place: str, words: Mapping[str, str], *, kept: str = "") -> str:
    """`3 claims hold · 9 ms · bubblewrap`, as far as it applies to an ended run.

    `place` names what the code ran in. A result of an earlier day says `kept`, when and under
    what it ran, in the stead of both.
    """
    ended = trace.finished
    if ended is None:
        return ""
    quiet = ended.status == "ok" or (ended.status == "defines" and trace.claims)
    parts = ["" if quiet else words[ended.status], _claims(trace, words), _aside(trace, words)]
    if kept:
        parts.append(kept)
    elif ended.seconds:
        parts += [_duration(ended.seconds, words), place]
    return " · ".join(part for part in parts if part)


def _claims(trace: Trace, words: Mapping[str, str]) -> str:
    holding, count = sum(bool(claim.holds) for claim in trace.claims), len(trace.claims)
    if count == 1:
        return words["claims_one" if holding else "claim_differs"]
    if holding < count:
        return words["claims_some"].format(holding=holding, count=count)
    return words["claims_all"].format(count=count) if count else ""


def _aside(trace: Trace, words: Mapping[str, str]) -> str:
    count = len({claim.line for claim in trace.aside})
    return words["aside"].format(count=count) if count else ""


def _duration(seconds: float, words: Mapping[str, str]) -> str:
    if seconds < _SECOND:
        return words["milliseconds"].format(count=max(1, round(seconds * 1000)))
    return words["seconds"].format(count=seconds)
