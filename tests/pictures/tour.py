"""The README's pictures, in few colours, so that the repository stays small.

python tests/pictures --tour first day study && python tests/pictures/tour.py
"""

from __future__ import annotations

from pathlib import Path

from PIL import Image

ROOT = Path(__file__).parents[2]
TOUR = {
    "first": "first-0-home",
    "pass": "first-1-pass",
    "home": "day-0-home",
    "study": "study-2-run",
    "tried": "study-3-tried",
    "why": "study-5-why",
    "points": "study-9-ticked",
    "note": "study-6-note",
    "browse": "day-9-browse",
    "outlines": "day-10-coverage",
    "day": "day-3-settings-day",
}
"""The name in `.github/`, and that of the picture."""
_COLOURS = 64
_LARGEST = 100_000


def main() -> None:
    """Write them all."""
    for name, taken in TOUR.items():
        (source,) = (ROOT / "pictures").glob(f"{taken}-120x36-*-en.png")
        target = ROOT / ".github" / f"{name}.png"
        with Image.open(source) as picture:
            few = picture.quantize(_COLOURS, dither=Image.Dither.NONE)
            few.save(target, optimize=True)
        if target.stat().st_size > _LARGEST:
            raise SystemExit(f"{target} is larger than {_LARGEST} bytes")


if __name__ == "__main__":
    main()
