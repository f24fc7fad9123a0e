"""A backend of matplotlib without a screen: figures are drawn for the runner alone."""

from __future__ import annotations

from typing import Any, ClassVar

from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

from . import figures

__all__ = ["FigureCanvas", "FigureManager", "show"]


class FigureManager(FigureManagerBase):
    """Shows a figure for the last time before it is closed."""

    def destroy(self) -> None:
        """Called by `plt.close` for each figure that goes."""
        figures.closing(self.canvas.figure)
        super().destroy()


class FigureCanvas(FigureCanvasAgg):  # type: ignore[misc]
    """Agg's own, with our manager."""

    manager_class: ClassVar[Any] = FigureManager


def show(*_: object, **__: object) -> None:
    """Close all figures, as the person at a screen would before the program goes on."""
    figures.close_all()
