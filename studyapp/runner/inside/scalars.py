"""Values other than tensors for parameters, by their names and annotations."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .sizes import Sizes

UNKNOWN = object()
"""The answer where nothing tells."""

_NUMBERS = """
0.1: lr learningrate scale dropout drop p dropoutrate dropoutprob dropprob attndropout
  residdropout embddropout droppath attentiondropout hiddendropoutprob scalew scalex scaleact
  weightscale outputscale scalea scaleb
0.5: alpha ratio threshold temp lam weightratio sparsity tolerance
0.9: momentum beta beta1 decay gamma discount
0.95: toppp
0.999: beta2
1e-05: eps epsilon layernormeps layernormepsilon rmsnormeps
0.01: lambdareg weightdecay lambda1 lambda2 l1lambda l2lambda reg
2.0: temperature tau temperatur margin
-1.0: xmin minval min low lower rmin
1.0: xmax maxval max high upper rmax maxnorm initialscale
0: zeropoint zp start rank seed offset worldrank localrank pad padidx paddingidx startpos idx
1: index i stride padding dilation groups dim axis layeridx position pos numworkers factor j
  worldsize
2: k topk numexpertspertok nrepeats repeats expansion reduction times epochs numepochs nepochs
  accumulationsteps
3: kernelsize kernel ksize depthlevel
4: numtasks groupsize chunksize windowsize window size blocksize buffersize capacity batches
  numblocks numgpublocks numcpublocks maxsize
5: n num count steps numsteps maxsteps total numtokens maxnewtokens seqid
7: value val x y key item newvalue tokenid
8: bits nbits numbits bitwidth wbits abits loraalpha warmupsteps maxbatchsize
9: target
10000.0: base theta ropetheta
"""
"""Numbers, each with the names that usually mean it, without their underscores."""


def _numbered() -> dict[str, Any]:
    """The usual number of each name."""
    found: dict[str, Any] = {}
    value: Any = 0
    for word in _NUMBERS.split():
        if word.endswith(":"):
            value = ast.literal_eval(word[:-1])
        else:
            found[word] = value
    return found


_BY_NAME = _numbered()
_LISTS = "nums numbers lst list arr array items values data elements seq list1 a b l xs"
_LIST_NAMES = frozenset(_LISTS.split())
_TEXTS = "s text string word sentence prompt name message str1 str2"
_TEXT_NAMES = frozenset(_TEXTS.split())
_YES = frozenset({"training", "causal", "bias", "affine", "train", "verbose"})
_FLOATS = ("utilization", "util", "rate", "prob", "loss", "accuracy", "score")


def dimension(name: str, sizes: Sizes) -> Any:
    """The size that a constructor's parameter of this name usually is, else its number."""
    size = sizes.of(name)
    return number(name) if size is None else size


def number(name: str, sizes: Sizes | None = None) -> Any:
    """The number that a parameter of this name usually is; `UNKNOWN` where there is none."""
    plain = name.lower().replace("_", "")
    if plain in _BY_NAME:
        return _BY_NAME[plain]
    size = sizes.of(name) if sizes else None
    if size is not None:
        return size
    if "drop" in plain:
        return 0.1
    if plain.endswith(_FLOATS):
        return 0.5
    return 4 if plain.startswith(("num", "max")) or plain.endswith(("size", "len")) else UNKNOWN


def flag(name: str, annotation: str) -> Any:
    """False, or True for a switch that is usually on; `UNKNOWN` for what is no switch."""
    switch = name.startswith(("use_", "is_", "has_", "return_", "enable_", "with_"))
    if annotation == "bool" or switch or name in _YES:
        return name in _YES
    return UNKNOWN


def plain(name: str, annotation: str, sizes: Sizes) -> Any:
    """A number, text, list or dictionary of Python's own."""
    kind = annotation.replace("Optional", "").replace("typing.", "").strip("[]").lower()
    switch = flag(name, annotation)
    if switch is not UNKNOWN:
        return switch
    if kind in {"int", "float"}:
        return _number_of(kind, number(name, sizes))
    if kind == "str" or (not kind and name in _TEXT_NAMES):
        return "abcba" if name in {"s", "word"} else name
    listed = kind.startswith(("list", "sequence", "iterable", "tuple"))
    if listed or (not kind and name in _LIST_NAMES):
        return _items(kind)
    return {"a": 1, "b": 2} if kind.startswith("dict") else number(name, sizes)


def _number_of(kind: str, found: Any) -> Any:
    found = 5 if found is UNKNOWN else found
    return int(found) if kind == "int" and found >= 1 else found


def _items(kind: str) -> Any:
    inner = kind.partition("[")[2]
    if inner.startswith(("list", "tuple")):
        return [[1, 2], [3, 4]]
    if inner.startswith("str"):
        return ["eat", "tea", "tan"]
    if inner.startswith("float"):
        return [0.5, 2.0, 1.5]
    return [2, 7, 11, 15]
