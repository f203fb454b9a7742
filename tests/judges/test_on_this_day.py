"""What On This Day gives to machines, as programs that others wrote read it."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import icalendar
import jsonschema
import lxml.html
import pytest
import vobject

from tests.helpers.sites import Site


def calendars(output: Path) -> list[Path]:
    """Every calendar of a built site."""
    found = sorted(output.rglob("calendar.ics"))
    assert len(found) > 1
    return found


def test_two_libraries_read_every_calendar(sample_site: Site) -> None:
    """Icalendar forgives nothing, vobject finds the same events; no line is over 75 octets."""
    for path in calendars(sample_site.output):
        data = path.read_bytes()
        whole = icalendar.Calendar.from_ical(data)
        assert isinstance(whole, icalendar.Calendar)
        assert [each.errors for each in whole.walk() if each.errors] == []
        theirs = vobject.readOne(data.decode())
        uids = [event.uid.value for event in theirs.vevent_list]
        assert uids == [str(event["uid"]) for event in whole.events]
        assert len(set(uids)) == len(uids)
        assert max(map(len, data.split(b"\r\n"))) <= 75
        assert data.count(b"\n") == data.count(b"\r\n")


def test_every_day_holds_to_the_schema(sample_site: Site) -> None:
    """By jsonschema; all 366 of them."""
    folder = sample_site.output / "on-this-day"
    form = json.loads((folder / "schema.json").read_bytes())
    judge = jsonschema.Draft202012Validator(form)
    days = sorted(folder.glob("[0-9][0-9]-[0-9][0-9].json"))
    assert len(days) == 366
    for path in days:
        judge.validate(json.loads(path.read_bytes()))


def addresses(output: Path) -> set[str]:
    """The addresses of entries in days, months and calendars."""
    folder = output / "on-this-day"
    found = set()
    for path in folder.glob("[0-9][0-9]-[0-9][0-9].json"):
        found |= {str(entry["url"]) for entry in json.loads(path.read_bytes())["entries"]}
    for path in (folder / "data").glob("*.json"):
        for day in json.loads(path.read_bytes())["days"].values():
            found |= {str(entry["url"]) for entry in day["entries"]}
    for path in calendars(output):
        events = vobject.readOne(path.read_text("utf-8")).vevent_list
        found |= {str(event.url.value) for event in events}
    return found


def test_every_address_leads_to_its_entry(sample_site: Site) -> None:
    """To a page of the site, and to a place that is on it."""
    found = addresses(sample_site.output)
    assert len(found) > 50
    for address in found:
        parts = urlsplit(address)
        page = lxml.html.parse(sample_site.path(parts.path))
        assert page.xpath("count(//*[@id=$name])", name=parts.fragment) == 1, address


@pytest.mark.parametrize("name", ["feed.xml", "calendar.ics"])
def test_each_almanac_has_its_own(sample_site: Site, name: str) -> None:
    """Beside its page."""
    almanacs = [path.parent.name for path in sample_site.content.glob("on-this-day/*/_almanac.md")]
    assert almanacs
    for almanac in almanacs:
        assert sample_site.path(f"/on-this-day/{almanac}/{name}").is_file(), almanac
