"""The interface's texts: all there, in both languages, with the same facts in them."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import studyapp.tui
from studyapp.tui.bound import _bindings, _modules
from studyapp.tui.texts import TEXTS
from studyapp.tui.widgets.demo_words import CHINESE, ENGLISH
from studyapp.tui.words import Words, language_of

SOURCES = sorted(Path(studyapp.tui.__file__).parent.rglob("*.py"))


def keys(source: str) -> set[str]:
    """The constant keys that a module says or warns with."""
    said = set()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in {"say", "warn"}:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                said.add(first.value)
    return said


def fields(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_all_that_is_said_is_written() -> None:
    """Every constant key that a module says stands in the texts."""
    said = {key for path in SOURCES for key in keys(path.read_text("utf-8"))}
    assert said - TEXTS.keys() == set()
    assert "not_saved" in said


def test_every_key_of_every_screen_has_a_name_and_a_text() -> None:
    """All but mere movement can be bound anew by an id, and the texts say what it does."""
    bindings = [one for module in _modules(studyapp.tui) for one in _bindings(module)]
    assert [one.key for one in bindings if one.show and not one.id] == []
    assert {one.id for one in bindings if one.id} - TEXTS.keys() == set()


def agree(english: str, chinese: str) -> bool:
    """Whether a text and each of its forms name the same facts in both languages."""
    *one, many = english.split("|")
    told = english.strip() and chinese.strip() and "|" not in chinese
    alike = all(fields(form) | {"n"} == fields(chinese) | {"n"} for form in one)
    return bool(told) and alike and fields(many) == fields(chinese)


def test_both_languages_tell_the_same_facts() -> None:
    """A text and each of its forms name the same facts in English and Chinese."""
    assert [key for key, texts in TEXTS.items() if not agree(*texts)] == []
    assert not agree("{n} card|{n} cards", "{all} 题")


def test_the_demo_pane_speaks_both_languages() -> None:
    """The pane's own words exist twice, with the same facts."""
    assert ENGLISH.keys() == CHINESE.keys()
    assert [key for key in ENGLISH if fields(ENGLISH[key]) != fields(CHINESE[key])] == []


def test_one_and_many_differ_in_english_only() -> None:
    """English counts one thing in the singular; Chinese has one form."""
    english, chinese = Words("en"), Words("zh")
    assert english("more", n=1) == "▼ 1 more line"
    assert english("more", n=2) == "▼ 2 more lines"
    assert english("more", n=0).endswith("lines")
    assert re.search(r"1 行", chinese("more", n=1))


@pytest.mark.parametrize(
    ("setting", "texts", "locale", "language"),
    [
        ("en", ["广播"], "zh_CN", "en"),
        ("", ["广播", "张量", "Views"], "en_US", "zh"),
        ("", [], "zh_CN.UTF-8", "zh"),
        ("", [], "", "en"),
        ("", ["张量", "Tensors"], "zh_CN", "zh"),
        ("", ["张量", "Tensors"], "en_US", "en"),
    ],
)
def test_the_language_is_the_settings_then_the_notes_then_the_locale(
    setting: str, texts: list[str], locale: str, language: str
) -> None:
    """A setting wins; else what most titles are in; without most, the locale."""
    assert language_of(setting, texts, locale) == language


SHOWS = {"Content", "Label", "Option", "Static", "Text", "TabPane", "RadioButton", "notify"}
SHOWN = {"border_title", "border_subtitle", "placeholder", "title", "label"}
KEYS = {"esc", "enter", "space", "tab"}
"""What stands on the keyboard is not translated."""


def literals(node: ast.AST) -> set[str]:
    """The words that an expression shows as they are: none of those that it looks up."""
    match node:
        case ast.Constant(value=str() as text):
            return {text}
        case ast.JoinedStr(values=values):
            return {part for value in values for part in literals(value)}
        case ast.IfExp(body=body, orelse=other):
            return literals(body) | literals(other)
        case ast.BinOp(left=left, right=right):
            return literals(left) | literals(right)
    return set()


def untranslated(source: str) -> set[str]:
    """The words in a module that go to the screen without being looked up."""
    shown: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[first, *_]):
                shown |= literals(first) if name in SHOWS else set()
            case ast.Assign(targets=[ast.Attribute(attr=name)], value=value):
                shown |= literals(value) if name in SHOWN else set()
            case ast.keyword(arg=str() as name, value=value):
                shown |= literals(value) if name in SHOWN else set()
    return {text for text in shown if re.search(r"[^\W\d_]{2}", text)} - KEYS


def test_no_words_go_to_the_screen_without_their_translation() -> None:
    """Titles, labels, options and messages are looked up, whatever the module."""
    found = {path.name: untranslated(path.read_text("utf-8")) for path in SOURCES}
    assert {name: texts for name, texts in found.items() if texts} == {}
    assert untranslated('box.border_title = "Help"; Static(f"{n} cards")') == {"Help", " cards"}
