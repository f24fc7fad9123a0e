"""What sort of dimension the names in notes mean: `seq_len`, `d_model`, `H` beside `W`."""

from __future__ import annotations

from typing import Mapping, Sequence  # noqa: UP035  Python 3.9

SIZES: Mapping[str, int] = {
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


def family(name: str) -> str | None:
    """What sort of dimension a name such as `seq_len` or `d_model` means."""
    return _BY_NAME.get(name.lower().replace("_", ""))


def in_place(names: Sequence[str]) -> dict[str, str]:
    """The family of each symbol among its neighbours: `H` is a height beside `W`."""
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
