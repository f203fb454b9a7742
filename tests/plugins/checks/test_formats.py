"""Findings as text, JSON, GitHub annotations and SARIF."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.checks.formats import Format, render
from plugins.edition.findings import SEVERITIES, Finding, finding

FINDINGS = [
    finding("error", "date-invalid", "columns/x.md", 3, 7, key="date", value="昨天"),
    finding("warning", "key-unknown", "columns/x.md", 2, 1, key="titel", suggestion="title"),
    finding("notice", "id-missing", "a b/y.md", 0, 0, id="a/b"),
]


def test_text_names_place_severity_rule_and_hint() -> None:
    """One line a finding, files in order, a blank line between them."""
    lines = render(FINDINGS, format="text", language="zh-Hans").split("\n")
    assert lines[0].startswith("content/a b/y.md: 提示 id-missing ")
    assert lines[1] == ""
    assert lines[2].startswith("content/columns/x.md:2:1: 警告 key-unknown ")
    assert lines[2].endswith("（提示：您要写的是“title”吗？）")
    assert lines[3].startswith("content/columns/x.md:3:7: 错误 date-invalid “昨天”")
    assert (
        render(FINDINGS, format="text", language="en")
        .split("\n")[3]
        .startswith("content/columns/x.md:3:7: error date-invalid “昨天” is no valid date")
    )


def test_text_cannot_command_a_terminal() -> None:
    """Escape sequences, line breaks and bidi marks in a value are shown, not obeyed."""
    note = finding(
        "warning", "key-unknown", "a\n\x1b[2J.md", 1, 1, key="\x1b]0;x\x07\u202e\r", suggestion="x"
    )
    text = render([note], format="text", language="en")
    assert text.count("\n") == 1
    assert not any(ord(c) < 32 or c in "\x7f\u202e" for c in text[:-1])
    assert "\\u001b]0;x\\u0007\\u202e\\u000d" in text


def test_json_has_its_documented_keys() -> None:
    """A list of objects, each with all keys."""
    value = json.loads(render(FINDINGS, format="json", language="en", root="/srv/content/"))
    assert [set(item) for item in value] == [
        {"path", "line", "column", "rule", "severity", "message", "hint", "values"}
    ] * 3
    assert value[2]["path"] == "/srv/content/columns/x.md"
    assert value[2]["values"] == {"key": "date", "value": "昨天"}
    assert (value[2]["line"], value[2]["column"], value[2]["severity"]) == (3, 7, "error")


def test_github_escapes_what_it_takes_for_commands() -> None:
    """Percent signs, line ends, colons and commas as the workflow commands ask."""
    note = finding(
        "warning", "key-unknown", "a,b:c%.md", 3, 7, key="50%\r\n::error::x", suggestion="x"
    )
    text = render([note], format="github", language="en")
    assert text.count("\n") == 1
    head, _, message = text.removeprefix("::").partition("::")
    assert head == "warning file=content/a%2Cb%3Ac%25.md,line=3,col=7,title=key-unknown"
    assert "50%25" in message
    assert "\r" not in message
    # The hint stands on a line of its own.
    assert message.count("%0A") >= 1


def test_github_names_the_whole_file_without_a_line() -> None:
    """A line 0 would be refused."""
    text = render(FINDINGS[2:], format="github", language="en")
    assert text.startswith("::notice file=content/a b/y.md,title=id-missing::")


def test_sarif_has_the_shape_of_2_1_0() -> None:
    """What the schema asks for: version, driver, rules by index, levels, regions from 1."""
    log = json.loads(render(FINDINGS, format="sarif", language="zh-Hans"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "Lanmu"
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in driver["rules"]] == ["date-invalid", "id-missing", "key-unknown"]
    assert all(
        rule["shortDescription"]["text"] and rule["help"]["text"] for rule in driver["rules"]
    )
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"note", "warning", "error"}
        assert result["message"]["text"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[0] == {"artifactLocation": {"uri": "content/a%20b/y.md"}}
    assert places[2]["region"] == {"startLine": 3, "startColumn": 7}


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_nothing_found_is_still_well_formed(form: Format) -> None:
    """No findings make an empty text or an empty list."""
    out = render([], format=form, language="en")
    if form == "json":
        assert json.loads(out) == []
    elif form == "sarif":
        assert json.loads(out)["runs"][0]["results"] == []
    else:
        assert out == ""


ANY = st.builds(
    Finding,
    st.text(max_size=20),
    st.integers(0, 9),
    st.integers(0, 9),
    st.sampled_from(
        ["key-unknown", "encoding", "text-too-hard", "no-such-rule", "fragment-missing"]
    ),
    st.sampled_from(SEVERITIES),
    st.lists(
        st.tuples(st.sampled_from(["key", "reason", "target"]), st.text(max_size=20)), max_size=3
    ).map(tuple),
)


@given(
    st.lists(ANY, max_size=5),
    st.sampled_from(["text", "json", "github", "sarif"]),
    st.sampled_from(["zh-Hans", "en"]),
)
def test_any_findings_in_any_order_print_alike(
    findings: list[Finding], form: Format, language: str
) -> None:
    """The order they were found in, which workers decide, shows nowhere; nothing raises."""
    out = render(findings, format=form, language=language)
    assert render(findings[::-1], format=form, language=language) == out
    out.encode()
    if form == "github":
        assert out.count("\n") == len(findings)
