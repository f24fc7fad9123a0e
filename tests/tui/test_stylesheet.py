"""Styles are parsed once, and again where the theme changes what they say."""

from pathlib import Path

from studyapp.tui.stylesheet import KeptStylesheet


def test_a_screen_that_brings_styles_costs_only_their_own_parsing(tmp_path: Path) -> None:
    """What was parsed stays as it is; another theme's colours reach all of it."""
    brought = tmp_path / "screen.tcss"
    brought.write_text("#here { color: $ink; }", encoding="utf-8")
    sheet = KeptStylesheet(variables={"ink": "red"})
    sheet.add_source("#there { color: $ink; }", ("there", ""))
    [before] = sheet.rules

    sheet.read(brought)
    sheet.reparse()

    assert sheet.rules[0] is before
    assert [*sheet.rules_map] == ["#there", "#here"]

    sheet.set_variables({"ink": "blue"})
    sheet.reparse()

    assert {rule.styles.color.hex for rule in sheet.rules} == {"#0000FF"}
