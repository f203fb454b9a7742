"""What a newsroom has beside its articles: almanacs, topics, sections, series, a timed front page.

It is written into an archive after Hugo has taken its articles: Lanmu builds all of it, Hugo
the articles alone.
"""

import random
from pathlib import Path

from plugins.edition.dates import DAYS

from .archive import COLUMNS, FIRST_DAY, TAGS, Writer

ALMANACS = 2
TOPICS = 20
SERIES = 40
PARTS = 5


def write_newsroom(content: Path, seed: int = 3) -> None:
    """Add the rest of a newsroom to the archive in ``content``."""
    writer, chance = Writer(seed), random.Random(seed)
    texts = sorted(content.glob("columns/*/*/*.md"))
    for number in range(ALMANACS):
        _write_almanac(content / f"on-this-day/history-{number}", writer, chance)
    for number in range(TOPICS):
        listed = chance.sample(texts, min(len(texts), 12))
        _write_topic(content, number, writer, [text.relative_to(content) for text in listed])
    for column in range(COLUMNS):
        _write_column(content / f"columns/c{column}/_column.md", column)
    for number in range(min(SERIES, len(texts) // PARTS)):
        _write_series(texts[number * PARTS : (number + 1) * PARTS], number)
    _write_site(content, [text.relative_to(content) for text in texts[:3]])


def _write_almanac(folder: Path, writer: Writer, chance: random.Random) -> None:
    """One entry a day of the year."""
    folder.mkdir(parents=True)
    text = f"---\nname: {writer.words(4, 6)}\n---\n\n{writer.paragraph()}\n"
    (folder / "_almanac.md").write_text(text, encoding="utf-8")
    for month, day in DAYS:
        # A year that has a 29 February.
        year = 1840 + 4 * chance.randrange(12)
        front = f"title: {writer.words(8, 16)}\ndate: {year}-{month:02}-{day:02}\n"
        front += f"sources: {writer.words(4, 8)}\nimportance: {chance.randint(1, 5)}\n"
        path = folder / f"{month:02}-{day:02}-entry.md"
        path.write_text(f"---\n{front}---\n\n{writer.paragraph()}\n", encoding="utf-8")


def _write_topic(content: Path, number: int, writer: Writer, listed: list[Path]) -> None:
    """By turns a list of articles, and a query by tag and year with a list."""
    front = [f"title: {writer.words(6, 12)}", "articles:"]
    front += [f"  - /{path.as_posix()}" for path in listed]
    if number % 2:
        year = FIRST_DAY.year + number % 10
        front += ["query:", f"  tags: [标签{number % TAGS}]"]
        front += [f"  from: {year}-01-01", f"  until: {year + 1}-12-31"]
    front += ["blocks: [headline, figures, latest]", "figures:"]
    front += [f"  - {{value: '{number + 1},234 人次', label: {writer.words(4, 8)}}}"]
    text = "\n".join(["---", *front, "---", "", writer.paragraph(), ""])
    path = content / f"topics/topic-{number}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _write_column(path: Path, number: int) -> None:
    """A section, and how often something appears."""
    lines = f"\nsection: s{number % 2}\nrhythm: weekly\norder: "
    path.write_text(path.read_text("utf-8").replace("\norder: ", lines, 1), encoding="utf-8")


def _write_series(texts: list[Path], number: int) -> None:
    """Neighbours made the parts of one series."""
    for part, path in enumerate(texts, 1):
        lines = f"\nseries: 系列{number}\npart: {part}\ntitle: "
        path.write_text(path.read_text("utf-8").replace("\ntitle: ", lines, 1), encoding="utf-8")


def _write_site(content: Path, leads: list[Path]) -> None:
    tables = [
        '[[sections]]\nslug = "s0"\nname = "频道甲"',
        '[[sections]]\nslug = "s1"\nname = "频道乙"',
    ]
    first, *others = (f"/{path.as_posix()}" for path in leads)
    tables.append(f'[[front.leads]]\narticle = "{first}"\nfrom = 2020-01-01')
    tables += [f'[[front.seconds]]\narticle = "{path}"' for path in others]
    tables.append('[[front.notices]]\ntext = "通知一则"\nuntil = 2099-12-31')
    with (content / "site.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + "\n\n".join(tables) + "\n")
