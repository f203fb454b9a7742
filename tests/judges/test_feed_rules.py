"""The W3C feed validator's judgement of the sample's feeds, and JSON Feed's own rules."""

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.helpers.programs import missing
from tests.helpers.sites import ROOT, Site
from tools import feed_validator

EXPLAINED = {
    # The first archive has none before it; the validator takes each for one in the middle.
    "ArchiveIncomplete": r"(?:.*/)?feeds/[\w.-]+\.xml",
    # Two articles of one day, whose editors said no time.
    "DuplicateUpdated": r".*atom\.xml",
}
"""Warnings that are none of ours, and the feeds that may have them."""

TEXT: dict[str, Any] = {"type": "string", "minLength": 1}
ADDRESS: dict[str, Any] = {"type": "string", "pattern": "^https?://"}
DATE: dict[str, Any] = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$",
}
PEOPLE: dict[str, Any] = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": {"name": TEXT, "url": ADDRESS, "avatar": ADDRESS},
    },
}
ATTACHMENT: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["url", "mime_type"],
    "properties": {
        "url": ADDRESS,
        "mime_type": {"type": "string", "pattern": "^[a-z]+/[a-z0-9.+-]+$"},
        "title": TEXT,
        "size_in_bytes": {"type": "integer", "minimum": 1},
        "duration_in_seconds": {"type": "integer", "minimum": 1},
    },
}
ITEM: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["id"],
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
    "properties": {
        "id": TEXT,
        "url": ADDRESS,
        "external_url": ADDRESS,
        "title": TEXT,
        "content_html": TEXT,
        "content_text": TEXT,
        "summary": TEXT,
        "image": ADDRESS,
        "banner_image": ADDRESS,
        "date_published": DATE,
        "date_modified": DATE,
        "authors": PEOPLE,
        "tags": {"type": "array", "items": TEXT, "uniqueItems": True},
        "language": TEXT,
        "attachments": {"type": "array", "items": ATTACHMENT},
    },
}
JSON_FEED: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["version", "title", "items", "feed_url", "home_page_url", "language"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": ADDRESS,
        "feed_url": ADDRESS,
        "description": TEXT,
        "next_url": ADDRESS,
        "icon": ADDRESS,
        "authors": PEOPLE,
        "language": TEXT,
        "hubs": {
            "type": "array",
            "items": {"type": "object", "required": ["type", "url"]},
        },
        "items": {"type": "array", "items": ITEM},
    },
}
"""What jsonfeed.org/version/1.1 asks for, as far as we write it, and nothing else."""


def validator() -> Path:
    """Where the W3C feed validator lies."""
    mark = feed_validator.GOAL / feed_validator.MARK
    if not mark.is_file() or mark.read_text() != feed_validator.COMMIT:
        # It is on no package index, and a machine for CI may reach nothing else.
        pytest.skip("the W3C feed validator is missing: python tools/feed_validator.py")
    for name in ("html5lib", "rdflib"):
        if find_spec(name) is None:
            missing(name, "make test")
    return feed_validator.GOAL / "src"


def judged(output: Path) -> list[tuple[str, str, str, str]]:
    """What the validator finds: kind, name, feed, and what of it."""
    script = ROOT / "tests" / "judges" / "feed_rules.py"
    command = [sys.executable, "-W", "ignore", str(script), str(validator()), str(output)]
    run = subprocess.run(
        [*command, "https://lanmu.example"], check=False, capture_output=True, text=True
    )
    assert run.returncode == 0, run.stderr
    return [(kind, name, url, said) for kind, name, url, said in json.loads(run.stdout)]


def test_the_validator_finds_nothing_that_is_not_explained(sample_site: Site) -> None:
    """No error, and no warning but those that are told here."""
    left = [
        each
        for each in judged(sample_site.output)
        if each[0] == "error" or not re.fullmatch(EXPLAINED.get(each[1], "$^"), each[2])
    ]
    assert left == []


def test_the_validator_can_fail(tmp_path: Path) -> None:
    """A judge that finds nothing in a bad feed is none."""
    (tmp_path / "feed.xml").write_text(
        '<rss version="2.0"><channel><title>x</title><link>x</link><description>x</description>'
        "<item><title>x</title><guid>x</guid></item></channel></rss>"
    )
    found = {name for _, name, _, _ in judged(tmp_path)}
    assert {"InvalidHttpGUID", "InvalidFullLink"} <= found


def test_every_json_feed_is_one(sample_site: Site) -> None:
    """Each feed and each archive; what leads on leads to another that is there."""
    check = jsonschema.Draft202012Validator(JSON_FEED)
    output = sample_site.output
    paths = sorted([*output.rglob("feed.json"), *output.rglob("feeds/*.json")])
    assert len(paths) > 20
    for path in paths:
        feed = json.loads(path.read_bytes())
        found = [f"{'/'.join(map(str, e.path))}: {e.message}" for e in check.iter_errors(feed)]
        assert found == [], f"{path}: {found}"
        ids = [item["id"] for item in feed["items"]]
        assert len(set(ids)) == len(ids)
        assert feed["feed_url"].endswith("/" + path.relative_to(output).as_posix())
        if "next_url" in feed:
            next_path = re.sub(r"^https?://[^/]+/", "", feed["next_url"])
            assert (output / next_path).is_file()


def test_a_reader_comes_back_to_the_first_article(sample_site: Site) -> None:
    """From the site's feed through its archives, in JSON: every article, each with its id."""
    output = sample_site.output
    seen: dict[str, str] = {}
    url = "feed.json"
    while url:
        feed = json.loads((output / url).read_bytes())
        for item in feed["items"]:
            assert seen.setdefault(item["id"], item["url"]) == item["url"]
        url = re.sub(r"^https?://[^/]+/", "", feed.get("next_url", ""))
    pages = {path.parent.relative_to(output) for path in output.glob("columns/*/2*/*/index.html")}
    assert len(seen) == len(pages) > 20
