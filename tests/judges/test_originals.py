"""exiftool finds in what galleries offer for download no place, no number, no camera."""

import json
import subprocess
from pathlib import Path
from typing import Any

from PIL import Image

from plugins.images.originals import Words, bare
from tests.helpers.programs import program
from tests.helpers.sites import Site

WRITTEN = (
    "-EXIF:GPSLatitude=30.25",
    "-EXIF:GPSLatitudeRef=N",
    "-EXIF:SerialNumber=SN-4711",
    "-EXIF:Make=Maker",
    "-EXIF:Orientation#=6",
    "-EXIF:DateTimeOriginal=2021:05:08 09:30:00",
    "-IPTC:By-line=someone",
    "-XMP-exif:GPSLatitude=30.25",
    "-XMP-aux:SerialNumber=SN-4711",
    "-XMP-iptcCore:CreatorAddress=somewhere",
    "-Comment=remark",
)
GROUPS = {"SourceFile", "ExifTool", "System", "File", "JFIF", "PNG", "Composite"}
TOLD = {
    *("IFD0:Orientation", "XMP-dc:Creator", "XMP-dc:Description", "XMP-dc:Rights"),
    *("XMP-photoshop:Credit", "XMP-x:XMPToolkit"),
}


def tags(files: list[Path]) -> list[dict[str, Any]]:
    """What exiftool finds in files, by group and name, but for what every file has."""
    exiftool = program("exiftool", package="libimage-exiftool-perl")
    command = [exiftool, "-j", "-a", "-u", "-G1", *map(str, files)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return [
        {
            name: value
            for name, value in each.items()
            if name.partition(":")[0] not in GROUPS and not name.startswith("ICC")
        }
        for each in found
    ]


def test_what_the_camera_wrote_is_gone(tmp_path: Path) -> None:
    """All that exiftool can put into a JPEG or PNG; the side that is up stays."""
    exiftool = program("exiftool", package="libimage-exiftool-perl")
    files = []
    for ending in ("jpg", "png"):
        path = tmp_path / f"photo.{ending}"
        Image.new("RGB", (32, 16), "teal").save(path)
        fields = [f for f in WRITTEN if ending == "jpg" or not f.startswith("-IPTC")]
        subprocess.run([exiftool, "-q", "-overwrite_original", *fields, path], check=True)
        files.append(path)
    before = tags(files)
    assert all(any("GPS" in name for name in each) for each in before)
    for path in files:
        path.write_bytes(bare(path.read_bytes(), path.suffix[1:], Words("桥", "张三", "周报")))
    for each in tags(files):
        assert set(each) <= TOLD
        assert each["IFD0:Orientation"] == "Rotate 90 CW"
        assert (each["XMP-dc:Creator"], each["XMP-dc:Description"]) == ("张三", "桥")


def test_the_samples_originals_are_bare(sample_site: Site) -> None:
    """Each is offered on the page of its photograph, and says who drew it."""
    files = sorted(sample_site.output.glob("galleries/*/originals/*"))
    assert files
    for path, told in zip(files, tags(files), strict=True):
        assert set(told) <= TOLD, path
        assert told["XMP-dc:Creator"]
        page = sample_site.read(f"/galleries/{path.parent.parent.name}/photos/{path.stem}/")
        assert f'/originals/{path.name}"' in page
