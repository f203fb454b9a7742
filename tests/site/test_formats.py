"""Findings of a real build, as people and programs get them."""

import json
import re
from collections.abc import Callable

import pytest

from tests.site.kit import Quick, article, run

Make = Callable[..., Quick]

BAD = "columns/news/2026/bad.md"
FILES: dict[str, str | bytes] = {
    "columns/news/2026/good.md": article(id="good"),
    "columns/news/2026/held.md": article(id="held", status="draft"),
    BAD: article("50%: a, b::", autor="x", id="bad", date="2021-02-30"),
}


@pytest.fixture
def made(site: Make) -> Quick:
    """A site with a warning and an error."""
    return site(FILES)


def built(made: Quick, form: str) -> str:
    """Build once more, with the findings in another form."""
    made.build("--format", form)
    assert made.exit_code == 1
    return made.last.stdout


def test_text(made: Quick) -> None:
    """A line a finding, then the counts, who is left out, and where the site is."""
    said = built(made, "text")
    assert f"{made.content}/{BAD}:4:1: 警告 key-unknown" in said
    assert f"{made.content}/{BAD}:3:7: 错误 date-invalid" in said
    assert "错误 1 个，警告 1 个" in said
    assert "读入 3 篇，刊出 1 篇，未刊 1 篇（草稿或未到时间），剔除 1 篇" in said
    assert f"剔除：{BAD}" in said
    assert str(made.output) in said
    assert "没有变化" in said
    assert "\x1b" not in said


def test_json(made: Quick) -> None:
    """One object: findings and summary."""
    whole = json.loads(built(made, "json"))
    assert set(whole) == {"findings", "summary"}
    keys = {"path", "line", "column", "rule", "severity", "message", "hint", "values"}
    assert all(set(finding) == keys for finding in whole["findings"])
    assert whole["summary"]["articles"] == {"in": 3, "out": 1, "held": 1, "left_out": [BAD]}
    assert whole["summary"]["pages"] == sum(p.is_file() for p in made.output.rglob("*")) - 1


def test_github(made: Quick) -> None:
    """Annotations in GitHub's form, at the file as the repository names it."""
    lines = [line for line in built(made, "github").splitlines() if line.startswith("::")]
    assert len(lines) == 2
    form = r"::(error|warning|notice) file=[^,]+,line=\d+,col=\d+,title=[a-z-]+::.+"
    assert all(re.fullmatch(form, line) for line in lines)
    assert lines[0].startswith(f"::error file={made.content}/{BAD},line=3,col=7,title=date-invalid")


def test_sarif(made: Quick) -> None:
    """SARIF 2.1.0 and nothing else on standard output."""
    log = json.loads(built(made, "sarif"))
    assert log["version"] == "2.1.0"
    (whole,) = log["runs"]
    rules = [rule["id"] for rule in whole["tool"]["driver"]["rules"]]
    assert [(r["ruleId"], rules[r["ruleIndex"]], r["level"]) for r in whole["results"]] == [
        ("date-invalid", "date-invalid", "error"),
        ("key-unknown", "key-unknown", "warning"),
    ]
    region = whole["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 7}


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_check_finds_what_a_build_finds(made: Quick, form: str) -> None:
    """``lanmu check`` has the same findings, builds nothing, and looks at drafts too."""
    made.write({"columns/news/2026/held.md": article(id="held", status="draft", autor="x")})
    before = made.snapshot()
    words = ("--content", str(made.content), "--cache", str(made.cache), "--format", form)
    check = run("check", *words, "--jobs", "1")
    assert check.exit_code == 1
    assert "date-invalid" in check.stdout
    assert "held.md" in check.stdout
    assert made.snapshot() == before


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_well(site: Make, form: str) -> None:
    """Nothing wrong is said so, in each form."""
    made = site({"columns/news/2026/good.md": article(id="good")})
    made.build("--format", form)
    assert made.exit_code == 0
    if form == "text":
        assert "没有发现问题" in made.last.stdout
    if form == "sarif":
        assert json.loads(made.last.stdout)["runs"][0]["results"] == []
    assert made.last.stderr == ""


def test_names_cannot_command_a_terminal_or_github(site: Make) -> None:
    """A file's name or a value is shown, not obeyed."""
    name = "columns/news/2026/x\n::error::y\x1b[2J.md"
    made = site({name: article(id="x", **{"k\x1b]0;x\x07": "v"})})
    for form in ("text", "github"):
        made.build("--format", form)
        assert "\x1b" not in made.last.stdout
        assert "\n::error::y" not in made.last.stdout
