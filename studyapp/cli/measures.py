"""How well was foretold, as a table and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from studyapp.cli import output
from studyapp.study.accuracy import Accuracy, accuracy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studyapp.study.replay import Foretold


def measured(told: Sequence[Foretold]) -> Accuracy:
    """The measures of predictions in order.

    Raises:
        click.ClickException: there are none.
    """
    try:
        return accuracy(told)
    except ValueError as error:
        raise click.ClickException(
            "no card was answered on a second day yet: there is nothing to compare"
        ) from error


def table(found: Mapping[str, Accuracy]) -> None:
    """Print a row for each, by its name."""
    output.line(f"{'':10} log loss  RMSE(bins)    AUC")
    for name, one in found.items():
        auc = "    –" if one.auc is None else f"{one.auc:.3f}"
        output.line(f"{name:10} {one.log_loss:8.4f}  {one.rmse:10.4f}  {auc}")


def as_facts(one: Accuracy) -> dict[str, Any]:
    """One row as JSON."""
    return {
        "reviews": one.count,
        "log_loss": round(one.log_loss, 6),
        "rmse_bins": round(one.rmse, 6),
        "auc": one.auc and round(one.auc, 6),
    }
