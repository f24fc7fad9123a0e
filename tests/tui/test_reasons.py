"""What the packages below say in English, said in Chinese."""

import ast
from collections.abc import Iterator
from pathlib import Path

import studyapp
from studyapp.notes import Problem
from studyapp.tui.phrasebook import Phrasebook
from studyapp.tui.texts.reasons import REASONS
from studyapp.tui.texts.runs import RUN_REASONS
from studyapp.tui.words import Words

HOUSE = Path(studyapp.__file__).parent
SOURCES = sorted(path for part in ("notes", "library") for path in (HOUSE / part).rglob("*.py"))
TOLD = {"Broken", "Problem", "Refused", "Skipped", "Waits"}
NAMED = {"hint", "message", "reason", "why", "_BREAKS", "_HINT", "IN_VALUES"}
SAMPLE = "7"


def texts(node: ast.AST) -> Iterator[str]:
    """The sentences that an expression may come to, something being filled into each gap."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.JoinedStr(values=values):
            yield "".join(v.value if isinstance(v, ast.Constant) else SAMPLE for v in values)
        case ast.IfExp(body=body, orelse=other):
            yield from (*texts(body), *texts(other))
        case ast.BoolOp(values=values) | ast.Tuple(elts=values):
            for value in values:
                yield from texts(value)


def sentences(source: str) -> Iterator[str]:
    """Every sentence in a module that is made for a person: a reason, a hint, a refusal."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name), args=args) if name in TOLD:
                told = [text for arg in args for text in texts(arg)]
            case ast.Assign(targets=targets, value=value):
                names = {one.id for target in targets for one in ast.walk(target)
                         if isinstance(one, ast.Name)}  # fmt: skip
                told = [*texts(value)] if names & NAMED else []
            case ast.FunctionDef(name="_refuse" | "refuse" | "_hint"):
                returned = (one for one in ast.walk(node) if isinstance(one, ast.Return))
                told = [text for one in returned if one.value for text in texts(one.value)]
            case _:
                continue
        yield from (text for text in told if len(text.split()) > 1 and any(map(str.isalpha, text)))


def test_every_reason_is_known_in_chinese() -> None:
    """No reason or hint that notes and library give is left in English."""
    say = Words("zh")
    found = {text for path in SOURCES for text in sentences(path.read_text("utf-8"))}
    assert {text for text in found if say.reason(text) == text} == set()
    assert {"the file is binary", f"`{SAMPLE}` stands there twice", "it is a template"} <= found


def test_both_languages_have_the_same_gaps() -> None:
    """Whatever is filled into a sentence finds its place in the other language."""
    pairs = {**REASONS, **RUN_REASONS}.items()
    assert all(chinese.strip() for _, chinese in pairs)
    assert [one for one, other in pairs if one.count("{}") != other.count("{}")] == []


def test_a_reason_inside_a_reason_is_told_too() -> None:
    """What fills a gap is looked up; a note's own words in it stay as they are."""
    book = Phrasebook(REASONS)
    assert book("it can't be read: Permission denied") == "读不了：没有权限"
    assert book("it asks what line 4 asks: What {} is") == "和第 4 行问的一样：What {} is"
    silent = "it yields no card: its answer is a link only: K (and 2 more)"
    assert book(silent) == "没有题：答案只是一个链接：K（另有 2 处）"


def test_a_problem_is_told_in_the_language_with_its_place() -> None:
    """File and line stay; message and hint are told."""
    problem = Problem("a.md", 3, "`tags` stands there twice", "remove one of the two lines")
    assert Words("zh").problem(problem) == "a.md:3：`tags` 出现了两次（删掉其中一行）"
    assert Words("en").problem(problem) == str(problem)
    assert Words("zh")("not_saved", reason="No space left on device") == "没有保存：磁盘已满"
