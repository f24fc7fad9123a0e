"""A line that chooses cards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.notes.folding import folded
from studyapp.study.query import KEYS, PROPERTIES, STATES, Facts, predicate, read
from studyapp.study.query.tree import Compare, Either, Every, Is, Node, Not, Word

CARD = Facts(
    id="card",
    text=folded(
        "What does `softmax` normalize?\n它把**分数**变成概率。\ndeep/nlp/attention.md\n"
        "Attention 注意力\ntransformer\nnlp/self"
    ),
    note=folded("deep/nlp/attention.md\nAttention 注意力"),
    deck="deep/nlp",
    tags="\ntransformer\nnlp/self",
    states=frozenset(("due", "flagged")),
    numbers={"due": -3, "ease": 2.1, "ivl": 6, "lapses": 2, "reps": 4, "mastery": 0.68},
)


def found(line: str) -> bool:
    """Whether a line finds the card."""
    return predicate(read(line).root)(CARD)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "   ",
        "softmax",
        "SOFTMAX normalize",
        "ｓｏｆｔｍａｘ",
        "注意",
        "概率",
        "transformer",
        "nlp",
        '"what does"',
        "“What does”",
        "is:due",
        "is：due",
        "IS:FLAGGED is:due",
        "flag:1",
        "deck:deep",
        "deck:NLP softmax",
        "tag:trans",
        "tag:nlp",
        "note:attention",
        'note:"注意力"',
        "-backprop",
        "-is:new",
        '-deck:"computer vision"',
        "-",
        "due<0",
        "prop:due<=-3",
        "ease<2.2 lapses≥2",
        "mastery>60%",
        "prop:ivl!=1",
        "backprop or softmax",
        "is:new OR (due<7 -backprop)",
        "-(backprop or is:leech)",
        "（is：new or tag:trans）softmax",
        "((softmax))",
    ],
)
def test_a_card_is_found(line: str) -> None:
    """Words count wherever they stand, in any case and width; terms by what they name."""
    assert found(line)
    assert not read(line).faults


@pytest.mark.parametrize(
    "line",
    [
        "backprop",
        "softmax backprop",
        '"does what"',
        "is:new",
        "is:due is:leech",
        "deck:attention",
        "tag:former",
        "note:transformer",
        "-softmax",
        "-is:due",
        "flag:0",
        "std::sort",
        "softmax()",
        "due>7",
        "prop:ease>2.1",
        "stability>0",
        "backprop or is:new",
        "softmax (backprop or is:new)",
        "-(softmax or backprop)",
        '"or softmax"',
    ],
)
def test_a_card_is_not_found(line: str) -> None:
    """Every word and term must hold, in the place that it names; what it lacks never compares."""
    assert not found(line)
    assert not read(line).faults


@pytest.mark.parametrize(
    ("line", "typed", "why"),
    [
        ("is:", "is:", "unfinished"),
        ("is:dew", "is:dew", "state"),
        ("softmax deck: is:due", "deck:", "unfinished"),
        ('-note:""', '-note:""', "unfinished"),
        ("flag:3", "flag:3", "flag"),
        ("prop:eas<2", "prop:eas<2", "property"),
        ("softmax due<", "due<", "number"),
        ("prop:ease<high", "prop:ease<high", "number"),
        ("(softmax", "(", "group"),
        ("softmax ()", "()", "group"),
        ("softmax or", "or", "group"),
        ("or softmax", "or", "group"),
    ],
)
def test_what_says_nothing_is_told(line: str, typed: str, why: str) -> None:
    """A part that can't be understood is named, with the reason, and asks for nothing."""
    [fault] = read(line).faults
    assert (fault.typed, fault.why) == (typed, why)
    assert found(line)


def test_groups_as_deep_as_nobody_types_are_read() -> None:
    """Thousands of parentheses neither end the program nor hide the word among them."""
    query = read("-(a or " * 5000 + "softmax")
    assert query.faults
    assert predicate(query.root)(CARD) in (True, False)


PIECES = [*(f"{key}:" for key in KEYS), *STATES, *PROPERTIES, *'"-()<=%：“', " ", " or ", "1"]


@given(st.lists(st.one_of(st.text(max_size=12), st.sampled_from(PIECES)), max_size=12))
def test_any_line_can_be_read(pieces: list[str]) -> None:
    """No line raises, nor does asking a card; each fault is a part of what was typed."""
    query = read("".join(pieces))
    predicate(query.root)(CARD)
    for fault in query.faults:
        assert fault.typed == "()" or fault.typed in folded("".join(pieces))


NAMES = st.text(st.characters(categories=["Ll", "Lo", "Nd", "Zs", "Pd", "Ps", "Pe"]), min_size=1)
VALUES = NAMES.map(lambda text: folded(text).strip()).filter(
    lambda text: folded(text) == text != ""
)
LEAVES = st.one_of(
    st.builds(Word, st.sampled_from(["", "deck", "tag", "note"]), VALUES),
    st.builds(Is, st.sampled_from(STATES)),
    st.builds(
        Compare,
        st.sampled_from(PROPERTIES),
        st.sampled_from(["<", "<=", ">", ">=", "=", "!="]),
        st.integers(-999, 999).map(lambda number: number / 4),
    ),
)


def _grown(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    """Trees one storey higher, in which no part is of the kind that holds it."""

    def parts(kind: type[Node]) -> st.SearchStrategy[tuple[Node, ...]]:
        others = inner.filter(lambda one: not isinstance(one, kind))
        return st.lists(others, min_size=2, max_size=3).map(tuple)

    return st.one_of(
        st.builds(Not, inner), st.builds(Every, parts(Every)), st.builds(Either, parts(Either))
    )


def typed(node: Node) -> str:
    """A query as a person would type it."""
    match node:
        case Word(place, text):
            return f'{place}:"{text}"' if place else f'"{text}"'
        case Is(state):
            return f"is:{state}"
        case Compare(name, operator, number):
            return f"prop:{name}{operator}{number}"
        case Not(part):
            return f"-({typed(part)})"
        case Every(parts):
            return f"({' '.join(map(typed, parts))})"
        case Either(parts):
            return f"({' or '.join(map(typed, parts))})"


@given(st.recursive(LEAVES, _grown, max_leaves=12))
def test_a_query_is_read_as_it_was_meant(tree: Node) -> None:
    """Any tree of words, states, comparisons, not, and, or comes back from its own text."""
    assert read(typed(tree)).root == tree
    assert not read(typed(tree)).faults
