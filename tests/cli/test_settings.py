"""`settings` on the command line: both files, typed, with their comments kept."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Studyapp = Callable[..., Result]


def test_settings_are_listed_got_and_set_in_the_file_they_belong_to(
    studyapp: Studyapp, root: Path, home: Path
) -> None:
    """What travels is written beside the notes, the rest in the person's file; comments stay."""
    own, kept = home / "config" / "studyapp" / "settings.toml", root / ".studyapp/settings.toml"
    own.parent.mkdir(parents=True)
    own.write_text("# mine\nlanguage = 'zh'  # for now\n", "utf-8")
    at = ("--library", root)
    studyapp("settings", "set", "interview", "2030-12-15", *at)
    studyapp("settings", "set", "weights.nlp/old", "0", *at)
    studyapp("settings", "set", "theme", "nord", *at)
    studyapp("settings", "set", "keys.study.run", "ctrl+e", *at)
    assert kept.read_text("utf-8") == 'interview = 2030-12-15\n\n[weights]\n"nlp/old" = 0\n'
    assert own.read_text("utf-8") == (
        '# mine\nlanguage = \'zh\'  # for now\ntheme = "nord"\n\n[keys]\n"study.run" = "ctrl+e"\n'
    )
    assert studyapp("settings", "get", "interview", *at).stdout == '"2030-12-15"\n'
    found = json.loads(studyapp("settings", "list", *at, "--json").stdout)
    values = {one["key"]: (one["value"], one["kept"]) for one in found}
    assert values["weights"] == ({"nlp/old": 0}, "library")
    assert values["language"] == ("zh", "own")
    assert all(one["doc"].endswith(".") for one in found)
    listed = studyapp("settings", *at).stdout
    assert "* theme " in listed
    assert "  autorun " in listed
    studyapp("settings", "set", "weights.nlp/old", "none", *at)
    studyapp("settings", "set", "interview", "none", *at)
    assert kept.read_text("utf-8").strip() == ""


def test_what_is_no_value_is_refused_with_file_key_and_what_would_be(
    studyapp: Studyapp, root: Path
) -> None:
    """Nothing is written for a value out of bounds, a wrong kind, or an unknown name."""
    at = ("--library", root)
    told = studyapp("settings", "set", "minutes_per_day", "2000", *at, code=1).stderr
    assert f"{root}/.studyapp/settings.toml: `minutes_per_day` can't be '2000'" in told
    assert "expected a number from 0 to 1440" in told
    told = studyapp("settings", "set", "weights.nlp", "4", *at, code=1).stderr
    assert "`weights.nlp` can't be '4': expected a number from 0 to 3" in told
    told = studyapp("settings", "set", "scheduler", "sm3", *at, code=1).stderr
    assert "expected 'sm2' or 'fsrs'" in told
    assert "no setting is called `theem`" in studyapp("settings", "get", "theem", code=1).stderr
    assert not (root / ".studyapp").exists()
