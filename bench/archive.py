"""A generated archive: Chinese articles of the lengths that newsrooms have, from a seed.

The words are made up (``lexicon.py``), so that nothing of it is anybody's text; what matters to a
build is real: how often characters stand in a text, paragraphs, headings, lists, links, emphasis,
pictures that articles share. All of it is Markdown that its dialects agree on, for two builders
read it.
"""

import datetime as dt
import random
from pathlib import Path

from .lexicon import Lexicon
from .pictures import draw_picture

COLUMNS = 8
TAGS = 120
UNITS = 24
FIRST_DAY = dt.date(2014, 1, 1)
DAYS = 3650
PICTURED = 10
"""One article in so many has a picture, where there are any."""


class Writer:
    """Writes articles, the same for the same seed."""

    def __init__(self, seed: int, pictures: int = 0) -> None:
        self._chance = random.Random(seed)
        self._pictures = pictures
        self._lexicon = Lexicon(seed)
        self._vocabulary = self._lexicon.vocabulary(self._chance)

    def words(self, low: int, high: int) -> str:
        """Between ``low`` and ``high`` characters."""
        length = self._chance.randint(low, high)
        return "".join(self._chance.choices(self._vocabulary, k=length))[:length]

    def paragraph(self) -> str:
        """Sentences of one paragraph, now and then with emphasis or a Latin word."""
        parts = []
        for _ in range(self._chance.randint(3, 9)):
            sentence = self.words(12, 40)
            if self._chance.random() < 0.06:
                sentence = f"**{sentence[:6]}**{sentence[6:]}"
            if self._chance.random() < 0.04:
                sentence += f" AED {self._chance.randint(2, 900)} "
            parts.append(sentence)
        return "，".join(parts) + "。"

    def body(self, links: list[str]) -> str:
        """A body: the number of characters is about log-normal around 2,000."""
        wanted = min(12_000, max(300, self._chance.lognormvariate(7.6, 0.5)))
        blocks: list[str] = []
        while sum(map(len, blocks)) < wanted:
            kind = self._chance.random()
            if kind < 0.07:
                blocks.append(f"## {self.words(5, 12)}")
            elif kind < 0.11 and not (blocks and blocks[-1].startswith("- ")):
                # Of two lists with nothing between them each dialect makes something else.
                blocks.append("\n".join(f"- {self.words(10, 30)}" for _ in range(4)))
            elif kind < 0.14 and links:
                blocks.append(f"{self.words(8, 20)}[{self.words(6, 12)}]({links[-1]})。")
            else:
                blocks.append(self.paragraph())
        return "\n\n".join(blocks)

    def article(self, number: int, links: list[str], day: dt.date | None = None) -> tuple[str, str]:
        """The path below ``content/`` and the text of one article, of any day unless given."""
        self._vocabulary = self._lexicon.vocabulary(self._chance)
        drawn = FIRST_DAY + dt.timedelta(days=self._chance.randrange(DAYS))
        day = day or drawn
        column = self._chance.randrange(COLUMNS)
        tags = sorted({self._chance.randrange(TAGS) for _ in range(3)})
        front = [
            "---",
            f"id: a{number}",
            f"title: {self.words(8, 24)}",
            f"date: {day.isoformat()} {self._chance.randrange(24):02}:30",
            f"tags: [{', '.join(f'标签{tag}' for tag in tags)}]",
            f"unit: 单位{self._chance.randrange(UNITS)}",
            "author: 本报编辑部",
            f"summary: {self.words(30, 60)}",
        ]
        if self._pictures and number % PICTURED == 0:
            picture = picture_name(number // PICTURED % self._pictures)
            front.append(f"lead_image: {{src: /media/{picture}, alt: 示意图}}")
        path = f"columns/c{column}/{day.year}/a{number:06}.md"
        return path, "\n".join([*front, "---", "", self.body(links)]) + "\n"


def picture_name(number: int) -> str:
    """The file name of a shared picture in ``media/``."""
    return f"picture-{number + 1:02}.jpg"


def write_archive(
    content: Path, articles: int, seed: int = 1, pictures: int = 0, *, search: bool = False
) -> None:
    """Write an archive of ``articles`` articles to ``content``, which is new.

    Hugo makes no search index and draws no cards, so beside it Lanmu does neither, unless
    ``search`` is set.
    ``pictures`` is the number of pictures that a tenth of the articles share; the words are
    the same with and without.
    """
    writer = Writer(seed, pictures)
    content.mkdir(parents=True)
    for number in range(pictures):
        draw_picture(content / "media" / picture_name(number), seed * 1000 + number)
    settings = f"search.enabled = {str(search).lower()}\nshare.cards = false\n"
    (content / "site.toml").write_text(
        f'name = "档案周报"\nbase_url = "https://archive.example"\n{settings}', encoding="utf-8"
    )
    for column in range(COLUMNS):
        folder = content / f"columns/c{column}"
        folder.mkdir(parents=True)
        text = f"---\nname: 栏目{column}\norder: {column}\n---\n\n{writer.paragraph()}\n"
        (folder / "_column.md").write_text(text, encoding="utf-8")
    links: list[str] = []
    for number in range(articles):
        path, text = writer.article(number, links)
        target = content / path
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")
        links = [f"/{path}"]
