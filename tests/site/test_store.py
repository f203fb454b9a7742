"""A cache is never needed and never trusted: whatever is in it, the site is the same."""

import io
import pickle
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from tests.helpers.sites import COLUMN, SITE_TOML, tree
from tests.site.kit import Quick, article, articles, photo

Make = Callable[..., Quick]

FILES: dict[str, str | bytes] = {
    **articles(3),
    "columns/news/2026/p.md": article(
        body="![图](/media/m.jpg)", id="p", lead_image="/media/m.jpg"
    ),
    "media/m.jpg": photo(),
}


class Payload:
    """What would leave a file behind if anyone unpickled it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return (Path.touch, (self.path,))


def cut(path: Path) -> None:
    """Leave the first half."""
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def cut_late(path: Path) -> None:
    """Leave all but the last pages: it opens, and fails in the middle."""
    data = path.read_bytes()
    path.write_bytes(data[:-8192])


def scratch(path: Path) -> None:
    """Overwrite the middle."""
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 6000] = b"\xa5" * 6000
    path.write_bytes(data)


def garbage(path: Path) -> None:
    """Write what is no database."""
    path.write_bytes(b"garbage" * 1000)


def empty(path: Path) -> None:
    """Leave nothing in the file."""
    path.write_bytes(b"")


def hostile_pickle(path: Path) -> None:
    """Put a pickle in its place."""
    path.write_bytes(pickle.dumps(Payload(path.with_name("pwned"))))


def sql(path: Path, *statements: str) -> None:
    """Run statements on the store."""
    with sqlite3.connect(path) as db:
        for statement in statements:
            db.execute(statement)
    db.close()


def foreign(path: Path) -> None:
    """Put another program's database in its place."""
    path.unlink()
    sql(path, "CREATE TABLE kept (a, b)", "INSERT INTO kept VALUES (1, 2)")


def older(path: Path) -> None:
    """Make it a store of an earlier version."""
    sql(path, "PRAGMA user_version = 0")


def pickles_in_rows(path: Path) -> None:
    """Put pickles where values are."""
    payload = pickle.dumps(Payload(path.with_name("pwned"))).hex()
    sql(path, f"UPDATE kept SET value = x'{payload}'")  # noqa: S608 - hostile on purpose


def wrong_values(path: Path) -> None:
    """Change every value, leave the sums."""
    sql(path, "UPDATE kept SET value = value || x'00'")


def wrong_types(path: Path) -> None:
    """Put numbers and texts where bytes are."""
    sql(path, "UPDATE kept SET value = 7 WHERE space = 'reading'", "UPDATE kept SET sum = 'x'")


def no_texts(path: Path) -> None:
    """Take the texts away."""
    sql(path, "DELETE FROM kept WHERE space = 'text'")


def swapped_rows(path: Path) -> None:
    """Give one key the value of another, sum and all."""
    sql(path, "UPDATE kept SET (sum, value) = (SELECT sum, value FROM kept k "
        "WHERE k.space = kept.space ORDER BY k.key DESC LIMIT 1)")  # fmt: skip


def deaf(path: Path) -> None:
    """Take no new row."""
    sql(path, "DELETE FROM kept", "CREATE TRIGGER deaf BEFORE INSERT ON kept "
        "BEGIN SELECT RAISE(IGNORE); END")  # fmt: skip


def refusing(path: Path) -> None:
    """Fail at every new row."""
    sql(path, "DELETE FROM kept", "CREATE TRIGGER no BEFORE INSERT ON kept "
        "BEGIN SELECT RAISE(ABORT, 'no'); END")  # fmt: skip


def view(path: Path) -> None:
    """Make the table a view."""
    sql(path, "ALTER TABLE kept RENAME TO k", "CREATE VIEW kept AS SELECT * FROM k")


def evil_texts(path: Path) -> None:
    """Put a script into every text, and set the sums right."""
    from plugins.press.store import Store

    store = Store(path)
    rows = [(key, value + b"<script>alert(1)</script>") for key, value in store.items("text")]
    assert rows
    store.put("text", rows)
    store.close()


DAMAGE = (
    cut, cut_late, scratch, garbage, empty, hostile_pickle, foreign, older, pickles_in_rows,
    wrong_values, wrong_types, no_texts, swapped_rows, deaf, refusing, view, evil_texts,
)  # fmt: skip


NEW = {"columns/news/2026/new.md": article("新", id="new")}


class Built(NamedTuple):
    """A site once built, and what it looks like: as it is, and with ``NEW``."""

    site: Quick
    before: dict[str, bytes]
    after: dict[str, bytes]

    def copy(self, root: Path) -> Quick:
        """The same site in another folder, with its output and its cache."""
        shutil.copytree(self.site.root, root, symlinks=True)
        return Quick(root)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Every test damages a copy of this."""
    made = Quick(tmp_path_factory.mktemp("built") / "site")
    made.write({"site.toml": SITE_TOML, "columns/news/_column.md": COLUMN, **FILES})
    assert made.build().exit_code == 0
    other = Quick(made.root.parent / "other")
    shutil.copytree(made.content, other.content)
    other.write(NEW)
    assert other.build().exit_code == 0
    return Built(made, made.snapshot(), other.snapshot())


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("fresh", [False, True], ids=["old-output", "no-output"])
def test_damaged_store(
    built: Built, damage: Callable[[Path], None], fresh: bool, tmp_path: Path
) -> None:
    """The output is that of a clean build, and the next build does nothing again."""
    made = built.copy(tmp_path / "site")
    damage(made.cache / "store.sqlite")
    if fresh:
        shutil.rmtree(made.output)
    else:
        made.write(NEW)
    made.build()
    assert made.exit_code == 0, made.last.stderr
    assert made.snapshot() == (built.before if fresh else built.after)
    assert not list(tmp_path.rglob("pwned"))
    if damage is not deaf:
        assert made.build().summary["rendered"] == 0


@pytest.fixture(scope="module")
def busy(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The same with a picture that has much in it.

    Of a plain one all ways of making it smaller come to the same.
    """
    picture = io.BytesIO()
    Image.effect_noise((1100, 500), 90).save(picture, "JPEG")
    made = built.copy(tmp_path_factory.mktemp("busy") / "site")
    shutil.rmtree(made.output)
    shutil.rmtree(made.cache)
    made.write({"media/m.jpg": picture.getvalue()})
    assert made.build().exit_code == 0
    return Built(made, made.snapshot(), {})


@pytest.mark.parametrize("fresh", [False, True], ids=["old-output", "no-output"])
@pytest.mark.parametrize("damage", ["delete-one", "delete-small", "delete-all", "cut", "swap"])
def test_damaged_renditions(busy: Built, damage: str, fresh: bool, tmp_path: Path) -> None:
    """A rendition that is lost, cut or another's is made again, the same to the last byte."""
    made = busy.copy(tmp_path / "site")
    kept = sorted((made.cache / "images").iterdir())
    # Eight whole, three cut for cards, one for what shows a link.
    assert len(kept) == 12
    small = next(path for path in kept if path.name.endswith("-480.webp"))
    match damage:
        case "delete-one":
            kept[-1].unlink()
        case "delete-small":
            small.unlink()
        case "delete-all":
            shutil.rmtree(made.cache / "images")
        case "cut":
            small.write_bytes(small.read_bytes()[:40])
        case _:
            shutil.copy(kept[0], small)
    if fresh:
        shutil.rmtree(made.output)
    made.build()
    assert made.exit_code == 0, made.last.stderr
    assert made.snapshot() == busy.before


def test_no_cache_at_all(site: Make) -> None:
    """Without its cache a build writes the same files again, and leaves equal ones alone."""
    made = site(FILES)
    before = made.snapshot()
    shutil.rmtree(made.cache)
    made.build()
    assert made.snapshot() == before


def test_cache_of_another_site(site: Make) -> None:
    """A cache restored from another site's build does no harm."""
    made, other = site(FILES), site({"columns/news/2026/a.md": article("他", id="a")})
    before = made.snapshot()
    shutil.rmtree(made.cache)
    shutil.copytree(other.cache, made.cache)
    made.build()
    assert made.snapshot() == before
    assert tree(other.output) == other.snapshot()


def test_cache_does_not_grow(site: Make) -> None:
    """What no file needs any more is thrown away: the cache stays as large as the site."""
    made = site(FILES)
    count = rows(made)
    for number in range(4):
        made.write({"columns/news/2026/p.md": article(body=f"第{number}稿", id="p")})
        made.build()
    assert rows(made) <= count
    assert list((made.cache / "images").iterdir())
    made.remove("media/m.jpg")
    made.build()
    assert not list((made.cache / "images").iterdir())


def rows(made: Quick) -> int:
    """How many rows the store has."""
    db = sqlite3.connect(made.cache / "store.sqlite")
    try:
        return int(db.execute("SELECT count(*) FROM kept").fetchone()[0])
    finally:
        db.close()
