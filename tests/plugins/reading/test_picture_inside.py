"""What a picture says of itself: what is read of it, in which encoding, and what never."""

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image
from PIL.ExifTags import IFD

from plugins.edition.specs import PictureNotes
from plugins.reading.picture_inside import LARGEST_XMP, MOST, SHORT, clean, decoded
from plugins.reading.pictures import measure
from tests.helpers.iptc import (
    BYLINE,
    CAPTION,
    CITY,
    CREDIT,
    DATE,
    RIGHTS,
    TIME,
    packet,
    photograph,
)

DESCRIPTION, ARTIST, COPYRIGHT, TAKEN = 0x010E, 0x013B, 0x8298, 0x9003
WORDS = "救护员在公园里示范心肺复苏"


def notes(data: bytes) -> PictureNotes:
    """What a picture says of itself."""
    file, findings = measure("a.jpg", data)
    assert not [each for each in findings if each.severity == "error"]
    return file.notes


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
@pytest.mark.parametrize("told", [True, False])
def test_chinese_iptc_is_read_right(encoding: str, told: bool) -> None:
    """In UTF-8, whether it says so or not, and in GB 18030, even if it claims UTF-8 not to be."""
    sets = {CAPTION: WORDS, BYLINE: "张三", CREDIT: "新华社", RIGHTS: "版权所有", CITY: "杭州"}
    raw = {number: text.encode(encoding) for number, text in sets.items()}
    made = notes(photograph(raw, utf8=told and encoding == "utf-8"))
    assert made == PictureNotes(
        caption=WORDS, credit="张三／新华社", place="杭州", creator="张三", copyright="版权所有"
    )


def test_letters_with_accents_are_not_taken_for_chinese() -> None:
    """``für`` is valid GB 18030, and no Chinese."""
    made = notes(photograph({CAPTION: "Übung für Größere".encode("latin-1")}))
    assert made.caption == "Übung für Größere"


def test_what_claims_to_be_utf8_and_is_not_does_no_harm() -> None:
    """What cannot be read is left out."""
    made = notes(photograph({CAPTION: b"a b\xff\xfe c"}, utf8=True))
    assert made.caption == "a b c"


@given(st.text(st.characters(codec="gb2312", min_codepoint=0x4E00), min_size=2, max_size=30))
def test_every_text_of_gb2312_comes_back(text: str) -> None:
    """Whatever it says; unless it is valid UTF-8 too."""
    raw = text.encode("gb18030")
    try:
        raw.decode()
    except UnicodeDecodeError:
        assert decoded([raw], utf8=False) == [text]


XMP = packet(
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">In the park</rdf:li>'
    f'<rdf:li xml:lang="zh-CN">{WORDS}</rdf:li></rdf:Alt></dc:description>'
    "<dc:creator><rdf:Seq><rdf:li>张三</rdf:li><rdf:li>李四</rdf:li></rdf:Seq></dc:creator>"
    "<dc:rights><rdf:Alt><rdf:li>版权 所有</rdf:li></rdf:Alt></dc:rights>"
    '<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="zh">两人跪在模型旁</rdf:li>'
    "</rdf:Alt></Iptc4xmpCore:AltTextAccessibility>"
    "<photoshop:City>杭州</photoshop:City><photoshop:State>浙江</photoshop:State>"
    "<Iptc4xmpCore:CreatorContactInfo><rdf:Description>"
    "<Iptc4xmpCore:CiAdrExtadr>某路 1 号</Iptc4xmpCore:CiAdrExtadr>"
    "</rdf:Description></Iptc4xmpCore:CreatorContactInfo>",
    'photoshop:Credit="某报" photoshop:DateCreated="2021-05-08T09:30:00+08:00" '
    'xmpRights:WebStatement="https://licence.example/by"',
)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_xmp_is_read(kind: str) -> None:
    """The Chinese of several languages, attributes and elements alike; no address of anybody."""
    data = photograph(xmp=XMP, kind=kind)
    file, _ = measure("a", data)
    assert file.notes == PictureNotes(
        alt="两人跪在模型旁",
        caption=WORDS,
        credit="张三、李四／某报",
        place="浙江杭州",
        date="2021-05-08",
        when="2021-05-08",
        license="https://licence.example/by",
        creator="张三、李四",
        copyright="版权 所有",
    )
    assert file.taken == "2021-05-08T09:30:00+08:00"


def test_exif_is_read_last() -> None:
    """XMP counts before IPTC, IPTC before Exif; each fills what the one before leaves open."""
    tags: dict[int, str | bytes] = {
        DESCRIPTION: "by Exif, this",
        ARTIST: "王五".encode("gb18030"),
        COPYRIGHT: "Exif rights",
    }
    data = photograph({CAPTION: b"by IPTC, this", BYLINE: b"Li Si"}, exif=tags)
    made = notes(data)
    assert (made.caption, made.creator, made.copyright) == ("by IPTC, this", "Li Si", "Exif rights")
    above = photograph({CAPTION: b"by IPTC, this"}, xmp=XMP, exif=tags)
    assert notes(above).caption == WORDS
    alone = notes(photograph(exif=tags))
    assert (alone.caption, alone.credit) == ("by Exif, this", "王五")


@pytest.mark.parametrize(
    "junk",
    ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "IMG_1234.JPG", "oznor", "SAMSUNG CAMERA PICTURES",
     "Processed with VSCO with a6 preset", "Created with GIMP", "", "   "],
)  # fmt: skip
def test_what_cameras_write_is_no_caption(junk: str) -> None:
    """Nor is the name of a file, or of a filter."""
    assert notes(photograph(exif={DESCRIPTION: junk.encode()})).caption == ""


@pytest.mark.parametrize(
    ("tags", "taken"),
    [
        ({TAKEN: "2021:05:08 09:30:00"}, "2021-05-08T09:30:00"),
        ({TAKEN: "2021:05:08 09:30:00", 0x9011: "+08:00"}, "2021-05-08T09:30:00+08:00"),
        ({TAKEN: "2021:05:08 09:30:00", 0x9011: "x", 0x9291: "25"}, "2021-05-08T09:30:00.250000"),
        ({TAKEN: "0000:00:00 00:00:00"}, ""),
        ({TAKEN: "2021:13:08 09:30:00"}, ""),
        ({TAKEN: "yesterday"}, ""),
        ({}, ""),
    ],
)
def test_when_it_was_taken(tags: dict[int, str], taken: str) -> None:
    """With the offset where there is one; without it, it is for the site's zone to say."""
    exif = Image.Exif()
    exif.get_ifd(IFD.Exif).update(tags)
    out = io.BytesIO()
    Image.new("RGB", (6, 4)).save(out, "JPEG", exif=exif)
    file, _ = measure("a.jpg", out.getvalue())
    assert (file.taken, file.notes.date) == (taken, "")


def test_the_time_of_iptc() -> None:
    """A day and a time of a day, in two fields; the day is told to readers."""
    file, _ = measure("a", photograph({DATE: b"20210508", TIME: b"093000+0800"}))
    assert (file.taken, file.notes.date) == ("2021-05-08T09:30:00+08:00", "2021-05-08")
    vague, _ = measure("a", photograph({DATE: b"20210500"}))
    assert (vague.taken, vague.notes.when) == ("", "2021-05")


@given(st.text(max_size=200) | st.just("<b>" * 9_000) | st.just(" " * 30_000 + "x\n"))
@example("<script>alert(1)</script>\x07\u202e\ud7ff")
@example("说明" * 600_000)
def test_a_field_is_one_short_line_of_text(text: str) -> None:
    """Whatever is written: no tag, no control character, and never long."""
    made = clean(text, "caption")
    assert len(made) <= MOST["caption"]
    assert not {"\n", "\x07", "\u202e"} & set(made)
    assert "<script" not in made
    assert len(clean(text)) <= SHORT


@given(st.binary(max_size=200), st.sampled_from([CAPTION, BYLINE, DATE, TIME]), st.booleans())
def test_no_bytes_of_iptc_spoil_the_picture(noise: bytes, number: int, utf8: bool) -> None:
    """The photograph is sound, and is shown."""
    file, findings = measure("a", photograph({number: noise}, utf8=utf8))
    assert (file.width, findings) == (60, ())


@given(st.integers(0, 700), st.binary(min_size=1, max_size=40))
def test_no_damage_to_what_is_said_spoils_the_picture(at: int, noise: bytes) -> None:
    """Bytes written over the packet of XMP."""
    data = photograph(xmp=XMP)
    at += data.index(b"<x:xmpmeta")
    file, findings = measure("a", data[:at] + noise + data[at + len(noise) :])
    assert (file.width, findings) == (60, ())


BOMB = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>"
    for before, name in zip("abcdefg", "bcdefgh", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        f"{BOMB}]><x>&h;</x>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>",
        "<x>" * 3000,
        packet("", 'photoshop:Credit="某报"') + " " * LARGEST_XMP,
    ],
    ids=["bomb", "outside", "deep", "large"],
)
def test_xmp_that_means_harm_is_not_read(text: str) -> None:
    """No entity is expanded, no file opened, nothing large taken apart."""
    data = photograph(xmp=text, kind="WEBP")
    assert notes(data) == PictureNotes()
