"""The filters of many parts, as they are published."""

from pathlib import Path

from plugins.press.sink import checksum
from plugins.search.bloom import bloom
from plugins.search.records import Part
from plugins.search.sieve import FEWEST, PAIRS, SHARDS, TOGETHER, Group, groups

from .test_bloom import keys, may_hold

TEXTS = [chr(0x4E00 + n) * (n + 1) + "的春天" for n in range(TOGETHER + 3)]


def kept(folder: Path, many: int) -> list[tuple[Part, str]]:
    """So many parts, newest first, the oldest being of the first text."""
    made = []
    for n in range(many):
        place = folder / f"{2000 + n}-x"
        place.mkdir(parents=True, exist_ok=True)
        (place / PAIRS).write_bytes(bloom(TEXTS[n] * 40))
        made.append((Part(f"{2000 + n}", ()), place.name))
    return made[::-1]


def test_each_part_is_found_again_in_its_group(tmp_path: Path) -> None:
    """Its bytes of all shards are the filter that was made of it."""
    for group in groups(tmp_path, kept(tmp_path, TOGETHER + 3)):
        files = {file.url: file for file in group.files()}
        assert len(files) == SHARDS
        for name, sieve in group.sieves("/weekly"):
            assert sieve.path == f"/weekly{group.address}"
            shards = [files[f"{group.address}{n:03x}"].file.read_bytes() for n in range(SHARDS)]
            whole = b"".join(each[sieve.start : sieve.start + sieve.size] for each in shards)
            text = TEXTS[int(name[:4]) - 2000]
            assert all(may_hold(whole, key) for key in keys(text))
        assert all(checksum(file.file.read_bytes()) == file.sum for file in files.values())


def names(some: list[Group]) -> list[str]:
    """What groups are kept under."""
    return [group.name for group in some]


def test_a_new_part_changes_its_own_group_alone(tmp_path: Path) -> None:
    """Groups are filled from the oldest part on; with few parts there are none."""
    full, more = kept(tmp_path, TOGETHER + 1), kept(tmp_path, TOGETHER + 2)
    assert names(groups(tmp_path, full))[0] == names(groups(tmp_path, more))[0]
    assert names(groups(tmp_path, full))[1] != names(groups(tmp_path, more))[1]
    assert groups(tmp_path, kept(tmp_path, FEWEST - 1)) == []


def test_a_group_that_was_made_half_is_made_again(tmp_path: Path) -> None:
    """What a build that was killed left of one does no harm."""
    (tmp_path / f".{PAIRS}").mkdir(parents=True)
    (tmp_path / f".{PAIRS}" / "000").write_bytes(b"half")
    [group] = groups(tmp_path, kept(tmp_path, FEWEST))
    first = group.files()
    assert len(first) == SHARDS
    assert group.files() == first
    assert not (tmp_path / f".{PAIRS}").exists()
