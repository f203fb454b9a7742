"""exiftool writes what photographers' programs write; it is read here as it was meant."""

import subprocess
from pathlib import Path

import pytest

from plugins.edition.specs import PictureNotes
from plugins.reading.pictures import measure
from tests.helpers.iptc import photograph
from tests.helpers.programs import program

WRITTEN = [
    "-IPTC:Caption-Abstract=救护员在公园里示范心肺复苏",
    "-IPTC:By-line=张三",
    "-IPTC:Credit=新华社",
    "-IPTC:CopyrightNotice=版权所有",
    "-IPTC:City=杭州",
    "-IPTC:Sub-location=西湖",
    "-IPTC:DateCreated=2021:05:08",
    "-XMP-iptcCore:AltTextAccessibility=两人跪在模型旁",
    "-XMP-xmpRights:WebStatement=https://licence.example/by",
    "-EXIF:ImageDescription=SONY DSC",
    "-EXIF:DateTimeOriginal=2021:05:08 09:30:00",
    "-EXIF:OffsetTimeOriginal=+08:00",
    "-EXIF:GPSLatitude=30.25",
    "-EXIF:SerialNumber=SN-4711",
    "-XMP-iptcCore:CreatorAddress=某路 1 号",
    "-XMP-iptcCore:CreatorWorkEmail=someone@home.example",
]


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
@pytest.mark.parametrize("encoding", ["UTF8", "GB18030"])
def test_what_exiftool_writes_is_read(tmp_path: Path, kind: str, encoding: str) -> None:
    """All fields that are told, in both encodings; neither place nor camera nor address."""
    exiftool = program("exiftool", package="libimage-exiftool-perl")
    path = tmp_path / "photo"
    path.write_bytes(photograph(kind=kind))
    options = ["-q", "-overwrite_original", "-codedcharacterset=utf8"]
    words = WRITTEN
    if encoding != "UTF8":
        # exiftool knows no GB 18030: it is handed the bytes, and told that they are Latin-1.
        options = ["-q", "-overwrite_original", "-charset", "iptc=Latin", "-charset", "Latin"]
        words = [word for word in WRITTEN if word.startswith(("-IPTC", "-EXIF"))]
    raw = [word.encode("utf-8" if encoding == "UTF8" else "gb18030") for word in words]
    subprocess.run([exiftool, *options, *raw, str(path)], check=True)
    file, findings = measure("photo", path.read_bytes())
    assert findings == ()
    wide = encoding == "UTF8"
    assert file.notes == PictureNotes(
        alt="两人跪在模型旁" if wide else "",
        caption="救护员在公园里示范心肺复苏",
        credit="张三／新华社",
        place="杭州西湖",
        date="2021-05-08",
        when="2021-05-08",
        license="https://licence.example/by" if wide else "",
        creator="张三",
        copyright="版权所有",
    )
    assert file.taken == "2021-05-08T09:30:00+08:00"
