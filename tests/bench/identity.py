"""What becomes of a card's history when notes are edited, kind of edit by kind.

Run as `python tests/bench/identity.py`. The goals: at most 0.5 % wrong rebinds, at most 3 % of
progress lost. Cards whose id outlived the edit count apart, as `same`, and not in the shares.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "library"))

from mutations import base, corpus
from truth import ASKED, BOTHERED, KEPT, LOST, SAME, SPARED, WRONG, judge, rates

COLUMNS = (SAME, KEPT, ASKED, LOST, WRONG, SPARED, BOTHERED)


def main() -> None:
    """Print a table for the hand-written notes, and one for the shared ones where they are."""
    for name, texts in (("hand-written", base()), ("corpus", corpus())):
        verdicts = judge(texts) if texts else {}
        print(f"{name + f' ({len(texts)} notes)':34}" + "".join(f"{one:>10}" for one in COLUMNS))
        for kind, counts in verdicts.items():
            print(f"{kind:34}" + "".join(f"{counts[one]:10}" for one in COLUMNS))
        if verdicts:
            wrong, lost, bothered = rates(verdicts)
            print(f"wrong {wrong:.2%}, lost {lost:.2%}, needless questions {bothered:.2%}\n")


if __name__ == "__main__":
    main()
