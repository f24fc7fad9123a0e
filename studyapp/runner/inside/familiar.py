"""Names that parameters usually have, by what they stand for."""

from __future__ import annotations

from typing import Mapping  # noqa: UP035  Python 3.9

_NAMES: Mapping[str, str] = {
    "main": "x X xs input inputs input_ data tensor tensors batch_x features y_pred y_hat",
    "queries": "q k v query key value queries keys values",
    "ids": "input_ids token_ids tokens ids word_ids indices token_id src_ids idx",
    "labels": "labels label targets target y y_true true gold y_batch",
    "images": "image images img imgs pixel_values",
    "rows": "hidden h h_prev h_t state prev_state prev_hidden decoder_state z noise",
}
MAIN, QUERIES, IDS, LABELS, IMAGES, ROWS = (frozenset(words.split()) for words in _NAMES.values())
SCORED = frozenset({"logits", "pred", "preds", "outputs"})
"""Scores of classes, with which labels are compared."""

SHAPES: Mapping[str, tuple[str, ...]] = {
    _NAMES["ids"]: ("batch", "seq_len"),
    _NAMES["rows"]: ("batch", "d_model"),
    "weight W w": ("d_model", "d_model"),
    "bias b gamma beta": ("d_model",),
}
"""The shape that an input of each of these names usually has."""

COUNTS = ("_lens", "lengths", "_ids", "positions", "_tables", "_indices", "_table")
"""Ends of names that hold positions or lengths."""
