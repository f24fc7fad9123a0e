"""Small sizes for the dimensions that notes name: distinct, and the same for the same name."""

from __future__ import annotations

import ast
import operator
import re
from typing import Callable, Mapping, Sequence  # noqa: UP035  Python 3.9

_FAMILIES: Mapping[str, int] = {
    "batch": 2,
    "seq": 5,
    "heads": 4,
    "kv_heads": 2,
    "head_dim": 8,
    "model": 32,
    "inputs": 16,
    "outputs": 6,
    "inner": 64,
    "vocab": 20,
    "classes": 3,
    "channels": 16,
    "filters": 32,
    "height": 8,
    "width": 8,
    "image": 32,
    "patch": 4,
    "layers": 2,
    "experts": 4,
    "rank": 4,
}
"""Each sort of dimension, and its size."""

_NAMES = """
batch: b bs bsz n m batch batchsize numseqs nsamples msamples numsamples
seq: s t l seq seqlen seqlength sequence sequencelength time steps timesteps tokens numtokens
  nctx len length qlen kvlen srclen tgtlen querylen keylen contextlen contextlength maxlen
  maxlength maxseqlen maxseqlength maxpositionembeddings blocksize
heads: nh heads head nhead nheads numhead numheads numattentionheads hq
kv_heads: kvheads nkv nkvheads numkvheads numkeyvalueheads hkv numgroups
head_dim: hd hs dk dv dh headdim headsize dhead dimhead
model: h d e f dim dmodel modeldim hidden hiddensize hiddendim hiddenstates embed embedding
  nembd embeddim embedsize embdim embsize embeddingdim embeddingsize features feature featuredim
  featuresize nfeatures numfeatures normalizedshape
inputs: din indim insize infeatures inputdim inputsize inputfeatures ninputs numinputs
outputs: dout outdim outsize outfeatures outputdim outputsize noutputs numoutputs
inner: dff ffdim ffndim ffhidden ffnhidden dimfeedforward intermediatesize mlpdim
  intermediatedim dhidden hiddenfeatures
vocab: v vocab vocabsize nvocab numembeddings vocabulary ntoken ntokens srcvocab srcvocabsize
  tgtvocab tgtvocabsize
classes: classes nclass nclasses numclass numclasses numlabels nlabels
channels: c cin ch channel channels inchannels inch inplanes numchannels planes
filters: cout outchannels outch outplanes filters numfilters
height: height imgh
width: w width imgw
image: imagesize imgsize imageresolution inputresolution
patch: patch patchsize
layers: depth nlayer nlayers numlayer numlayers numhiddenlayers numblocks nblocks
experts: nexpert nexperts numexperts
rank: r rank lorar lorarank
"""
"""Each sort's names without their underscores, each sort once with a colon."""


def _sorted_names() -> dict[str, str]:
    """The sort of dimension of each name."""
    found: dict[str, str] = {}
    kind = ""
    for word in _NAMES.split():
        if word.endswith(":"):
            kind = word[:-1]
        else:
            found[word] = kind
    return found


_BY_NAME = _sorted_names()
_SPARE = (6, 7, 9, 10, 11, 12)
_LARGEST = 4096
_OPERATORS: Mapping[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.floordiv,
    ast.FloorDiv: operator.floordiv,
}


class Sizes:
    """The sizes of one showcase; what its code states itself is bound first."""

    def __init__(self) -> None:
        self._bound: dict[str, int] = {}
        self._kinds: dict[str, str | None] = {}
        """What each symbol meant where it was met first."""

    def bind(self, name: str, size: int) -> None:
        """Take `size` for `name` and its synonyms from now on; of lengths it is the most."""
        kind = family(name) or name
        self._bound[kind] = min(size, _FAMILIES["seq"]) if kind == "seq" else size

    def of(self, name: str) -> int | None:
        """The size of a dimension whose name is known."""
        kind = family(name)
        return None if kind is None else self._of_family(kind)

    def measure(self, shape: Sequence[str]) -> tuple[int, ...] | None:
        """The sizes of a stated shape such as `("B", "S", "H/2")`; None where it is no shape."""
        kinds = _in_place(shape)
        for name in _names(shape):
            self._kinds.setdefault(name, kinds.get(name))
        try:
            sizes = tuple(self._value(_parsed(item)) for item in shape)
        except (SyntaxError, ValueError, ZeroDivisionError):
            return None
        return sizes if all(0 < size <= _LARGEST for size in sizes) else None

    def _of_family(self, kind: str) -> int:
        if kind in self._bound:
            return self._bound[kind]
        heads = self._bound.get("heads")
        if kind == "head_dim" and (heads or "model" in self._bound):
            return max(1, self._of_family("model") // (heads or self._of_family("heads")))
        size = _FAMILIES[kind]
        return heads * 8 if kind == "model" and heads and size % heads else size

    def _value(self, node: ast.expr) -> int:
        if isinstance(node, ast.Constant) and isinstance(node.value, int):
            return node.value
        if isinstance(node, ast.Name):
            return self._symbol(node.id)
        if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
            left, right = self._value(node.left), self._value(node.right)
            return _OPERATORS[type(node.op)](left, right)
        raise ValueError(ast.dump(node))

    def _symbol(self, name: str) -> int:
        if kind := self._kinds.get(name):
            return self._of_family(kind)
        if name not in self._bound:
            taken = set(self._bound.values())
            self._bound[name] = next((n for n in _SPARE if n not in taken), _SPARE[-1])
        return self._bound[name]


def family(name: str) -> str | None:
    """What sort of dimension a name such as `seq_len` or `d_model` means."""
    return _BY_NAME.get(name.lower().replace("_", ""))


def _names(shape: Sequence[str]) -> list[str]:
    return [name for item in shape for name in re.findall(r"[A-Za-z_]\w*", item)]


def _in_place(shape: Sequence[str]) -> dict[str, str]:
    """The family of each symbol among its neighbours: `H` is a height beside `W`."""
    names = _names(shape)
    kinds = {name: kind for name in names if (kind := family(name))}
    letters = {name.lower(): name for name in names}
    found = set(kinds.values())
    height = letters.get("h", "")
    if height and "width" in found:
        kinds[height] = "height"
    elif height and names[-1] != height and found & {"head_dim", "model"}:
        kinds[height] = "heads"
    if "d" in letters and "heads" in kinds.values():
        kinds[letters["d"]] = "head_dim"
    if names and names[-1] == letters.get("c") and "width" not in found:
        kinds[names[-1]] = "model"
    for name in [name for name in kinds if kinds[name] == "batch"][1:]:
        del kinds[name]  # there is one batch; the other is some number of rows
    return kinds


def _parsed(item: str) -> ast.expr:
    text = re.sub(r"(?<![\w.])(\d+)\s*(?=[A-Za-z_])", r"\1*", item.replace("×", "*"))
    return ast.parse("2" if text in {"...", "*"} else text, mode="eval").body
