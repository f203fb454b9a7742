"""Every fault in a file is a finding at its place; all other articles are built."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pytest

from tests.site.kit import Quick, article, column, photo

Make = Callable[..., Quick]

NEWS = "columns/news/2026"
GOOD: dict[str, str | bytes] = {
    f"{NEWS}/good.md": article("好稿", "2026-03-03", id="good"),
    f"{NEWS}/fine/index.md": article("另一篇", "2026-04-04", id="fine"),
}
CHINESE = "---\ntitle: 红十字会\ndate: 2026-01-02\n---\n人道、博爱、奉献，是我们的精神。\n"


class Fault(NamedTuple):
    """Files that are wrong, the rule they break, where, and who is left out for it."""

    files: Mapping[str, str | bytes]
    rule: str
    at: tuple[str, int, int]
    left_out: tuple[str, ...] = ()
    severity: str = "error"


def one(text: str | bytes, rule: str, line: int = 0, column: int = 0) -> Fault:
    """A fault of one article, which is left out for it."""
    path = f"{NEWS}/bad.md"
    return Fault({path: text}, rule, (path, line, column), (path,))


def kept(text: str | bytes, rule: str, line: int, column: int, severity: str = "warning") -> Fault:
    """A fault of one article, which is built all the same."""
    path = f"{NEWS}/bad.md"
    return Fault({path: text}, rule, (path, line, column), (), severity)


BAD = f"{NEWS}/bad.md"
FAULTS = {
    "gbk": one(CHINESE.encode("gbk"), "encoding", 2, 8),
    "big5": one(CHINESE.replace("红", "紅").replace("会", "會").replace("爱", "愛")
                .replace("献", "獻").replace("们", "們").encode("big5", "ignore"),
                "encoding", 2, 8),
    "utf-16": one(CHINESE.encode("utf-16"), "encoding", 1, 1),
    "utf-16-without-mark": one("---\ntitle: plain\n---\n".encode("utf-16-le"), "encoding", 1, 1),
    "binary": one(bytes(range(256)), "encoding", 0, 0),
    "control": kept(article("甲\x08乙").replace("\\b", "\x08"), "control-character", 2, 10),
    "control-in-body": kept(article(body="正\x0b文"), "control-character", 5, 2),
    "no-front-matter": one("正文而已。\n", "front-matter-missing", 1, 1),
    "unclosed": one("---\ntitle: 甲\ndate: 2026-01-02\n正文\n", "front-matter-unclosed", 1, 1),
    "empty-file": one("", "front-matter-missing", 1, 1),
    "no-date": one("---\ntitle: 甲\n---\n文\n", "date-missing"),
    "no-title": one("---\ndate: 2026-01-02\n---\n文\n", "title-missing"),
    "empty-title": one("---\ntitle:\ndate: 2026-01-02\n---\n文\n", "title-missing"),
    "bad-date": one(article(date="2021-02-30"), "date-invalid", 3, 7),
    "bad-date-words": one(article(date="last Friday"), "date-invalid", 3, 7),
    "bad-updated": one(article(updated="2026-13-01"), "date-invalid", 4, 10),
    "bad-status": one(article(status="pubished"), "status-invalid", 4, 9),
    "unknown-key": kept(article(autor="某人"), "key-unknown", 4, 1),
    "unknown-key-status": one(article(statuss="draft"), "key-unknown", 4, 1),
    "bad-yaml": one('---\ntitle: "甲\ndate: 2026-01-02\n---\n', "front-matter-invalid", 2, 8),
    "second-colon": one("---\ntitle: 甲: 乙\ndate: 2026-01-02\n---\n", "front-matter-invalid"),
    "python-object": one(
        "---\ntitle: !!python/object/apply:os.system [touch /tmp/x]\ndate: 2026-01-02\n---\n",
        "front-matter-invalid", 2, 8,
    ),
    "anchor": one("---\ntitle: &a 甲\ndate: 2026-01-02\nauthor: *a\n---\n",
                  "front-matter-invalid", 2, 8),
    "too-large": one(article(body="字" * 700_000), "file-too-large"),
    "deep-html": one(article(body="<div>" * 5000), "text-too-hard"),
    "duplicate-id": Fault(
        {BAD: article("抄", "2026-05-05", id="good")}, "id-duplicate", (BAD, 0, 0), (BAD,)
    ),
    "duplicate-url": Fault(
        {f"{NEWS}/good/index.md": article("抄", "2026-05-05", id="other")},
        "url-duplicate", (f"{NEWS}/good/index.md", 0, 0), (f"{NEWS}/good/index.md",),
    ),
    "case": Fault(
        {f"{NEWS}/Good.md": article("抄", id="other")},
        "name-collision", (f"{NEWS}/Good.md", 0, 0), (f"{NEWS}/Good.md",),
    ),
    "unicode-form": Fault(
        {f"{NEWS}/e\u0301.md": article("甲"), f"{NEWS}/\u00e9.md": article("乙")},
        "name-collision", (f"{NEWS}/e\u0301.md", 0, 0),
        (f"{NEWS}/e\u0301.md", f"{NEWS}/\u00e9.md"),
    ),
    "slug": Fault(
        {f"{NEWS}/新闻 稿.md": article("甲")},
        "slug-invalid", (f"{NEWS}/新闻 稿.md", 0, 0), (f"{NEWS}/新闻 稿.md",),
    ),
    "unknown-column": Fault(
        {"columns/nows/2026/bad.md": article("甲")},
        "column-unknown", ("columns/nows/2026/bad.md", 0, 0), ("columns/nows/2026/bad.md",),
    ),
    "broken-column": Fault(
        {"columns/aid/_column.md": "name: 急救\n", "columns/aid/2026/a.md": article("甲")},
        "column-unknown", ("columns/aid/2026/a.md", 0, 0), ("columns/aid/2026/a.md",),
    ),
    "cut-picture": Fault(
        {"media/cut.jpg": photo(width=400)[:300], BAD: article(lead_image="/media/cut.jpg")},
        "picture-unreadable", ("media/cut.jpg", 0, 0),
    ),
    "no-picture": Fault(
        {"media/no.jpg": b"plain words", BAD: article(lead_image="/media/no.jpg")},
        "picture-unreadable", ("media/no.jpg", 0, 0),
    ),
    "missing-picture": kept(article(body="![图](no.jpg)"), "picture-missing", 5, 6),
    "missing-link": kept(article(body="见[那篇](no.md)"), "link-missing", 5, 7),
    "outside-link": kept(article(body="[x](../../../../etc/passwd)"), "link-outside", 5, 5),
    "entry-day": Fault(
        {
            "on-this-day/red/_almanac.md": "---\nname: 红\n---\n",
            "on-this-day/red/02-30-x.md": article("甲", "1950-02-28"),
        },
        "day-invalid", ("on-this-day/red/02-30-x.md", 0, 0),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_a_finding(site: Make, name: str) -> None:
    """Right rule, file and place; right exit code; the others are built; the sum is right."""
    fault = FAULTS[name]
    made = site({**GOOD, **fault.files})
    path, line, at = fault.at
    places = made.found(fault.rule)
    assert path in {place[0] for place in places}, made.last.findings
    if line:
        assert fault.at in places
    elif at:
        pytest.fail("a column without a line")
    assert made.exit_code == (1 if fault.severity == "error" else 0)
    for good in GOOD:
        if good not in fault.left_out:
            url = good.removesuffix("index.md").removesuffix(".md").rstrip("/")
            assert made.path(f"/{url}/").is_file()
    articles = made.last.summary["articles"]
    texts = {f for f in {**GOOD, **fault.files} if "/20" in f and f.endswith(".md")}
    assert articles["in"] == len(texts)
    assert articles["in"] == articles["out"] + articles["held"] + len(articles["left_out"])
    assert set(articles["left_out"]) <= set(fault.left_out)
    if fault.left_out:
        assert articles["left_out"]


def test_summary_names_who_is_left_out(site: Make) -> None:
    """The closing line counts every article file, and names the missing ones."""
    files = {
        f"{NEWS}/draft.md": article(status="draft", id="d"),
        f"{NEWS}/later.md": article(date="2030-01-01", id="l"),
        BAD: "x",
        f"{NEWS}/bad/index.md": b"\xff\xfe",
    }
    made = site({**GOOD, **files})
    left = [BAD, f"{NEWS}/bad/index.md"]
    assert made.last.summary["articles"] == {"in": 6, "out": 2, "held": 2, "left_out": sorted(left)}


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({}, 0),
        ({BAD: article(body="![](/media/none.jpg)", id="b")}, 0),
        ({BAD: article()}, 0),
        ({BAD: article(date="")}, 1),
    ],
    ids=["nothing", "warning", "notice", "error"],
)
def test_exit_code_tells_errors_alone(site: Make, files: dict[str, str], code: int) -> None:
    """Warnings and notices do not fail a build; an error does."""
    assert site({**GOOD, **files}).exit_code == code


def test_bom_and_crlf(site: Make) -> None:
    """What Notepad saves is read: mark, carriage returns, and all places told rightly."""
    text = "\ufeff" + article("记事本", body="第一行\n第二行\n\n又一段", autor="x", id="b")
    made = site({**GOOD, BAD: text.replace("\n", "\r\n")})
    assert made.found("key-unknown") == [(BAD, 4, 1)]
    page = made.path(f"/{NEWS}/bad/").read_bytes()
    assert "<p>第一行第二行</p>".encode() in page
    assert b"\r" not in page
    assert "\ufeff".encode() not in page


def test_suggestion(site: Make) -> None:
    """A key with a slip is said with the key that was meant."""
    made = site({BAD: article(autor="x", 责任编缉="y", id="b")})
    said = {f["values"]["key"]: f for f in made.last.findings if f["rule"] == "key-unknown"}
    assert said["autor"]["values"]["suggestion"] == "author"
    assert "author" in said["autor"]["hint"]
    assert said["责任编缉"]["values"]["suggestion"] == "责任编辑"


@pytest.mark.parametrize(
    ("slip", "meant"), [("标提", "标题"), ("作着", "作者"), ("标签签", "标签")]
)
def test_suggestion_for_short_chinese_keys(site: Make, slip: str, meant: str) -> None:
    """One wrong sign of two is the commonest slip there is in a Chinese key."""
    made = site({BAD: article(id="b", **{slip: "y"})})
    (found,) = [f for f in made.last.findings if f["rule"] == "key-unknown"]
    assert found["values"].get("suggestion") == meant


def test_slow_text_costs_one_file(site: Make) -> None:
    """Markdown that would keep the converter busy for minutes is stopped after seconds."""
    made = site({**GOOD, BAD: article(body="[" * 50_000 + "a" + "](b)" * 50_000)})
    assert made.found("text-too-hard") == [(BAD, 5, 1)]
    assert made.last.summary["articles"]["out"] == 2
    # What was found is kept: the next build does not try again.
    assert made.build().summary["seconds"] < 2


def test_many_quotes_do_no_harm(site: Make) -> None:
    """What nests too deep to be read by anybody is left out; the others are built."""
    made = site({**GOOD, BAD: article(body=">" * 3000 + " x")})
    assert made.exit_code == 1
    assert "text-too-hard" in {found["rule"] for found in made.last.findings}
    assert made.last.summary["articles"]["out"] >= 2


def test_closed_column_of_another_order(site: Make) -> None:
    """A column's file is read whatever its order in the folder."""
    made = site({**GOOD, "columns/aid/_column.md": column("急救", order=-1, ended="2020-01-01")})
    assert made.exit_code == 0
    assert made.read("/columns/").index("急救") < made.read("/columns/").index("新闻")
