"""What is known of related articles holds until something reaches it, and no longer."""

import random
from dataclasses import replace
from typing import Any

import pytest

from plugins.edition import relations
from plugins.edition.model import Edition
from plugins.edition.related import Related
from plugins.edition.relations import Relations, still_related, traits_of
from plugins.edition.sources import Source

from .making import article, column, edition_of, names, to, topic

# Enough of them that lists are longer than what is looked at, in an archive of one scale (64
# to 127), of which a few may change.
PATHS = [f"columns/{('news', 'aid')[n % 2]}/2025/{n:03}.md" for n in range(120)]
VOCABULARY = [f"词{chr(0x4E00 + n)}" for n in range(50)]


def marked(dice: random.Random) -> dict[str, Any]:
    """Some of what an article's related go by."""
    return {
        "terms": " ".join(dict.fromkeys(dice.choices(VOCABULARY, k=dice.randint(4, 14)))),
        "tags": dice.choice([(), names("急救"), names("急救", "培训"), names("历史")]),
        "unit": dice.choice([None, names("一队")[0], names("二队")[0]]),
        "day": dice.randint(1, 20),
        "status": dice.choice(["published"] * 9 + ["draft"]),
        "related": dice.choice([()] * 9 + [(to(PATHS[3]), to(PATHS[4]))]),
    }


def source(path: str, mark: dict[str, Any]) -> Source:
    """An article that says what ``mark`` says."""
    rest = {key: value for key, value in mark.items() if key != "day"}
    return article(path, f"2025-03-{mark['day']:02}", **rest)


def edition(articles: dict[str, dict[str, Any]], listed: tuple[str, ...]) -> Edition:
    """The edition of these articles, some of which a topic lists."""
    made = [source(path, mark) for path, mark in articles.items()]
    shown = tuple(to(path) for path in listed if articles[path]["status"] == "published")
    columns = [column(name) for name in ("news", "aid", "other", "apart")]
    return edition_of(*columns, topic(articles=shown), *made)


def found(subject: Edition) -> dict[str, tuple[str, ...]]:
    """What stands beside each article, looked for anew."""
    others = Related(subject)
    others.expect(subject.articles)
    return {each.path: others.paths(each) for each in subject.articles}


@pytest.mark.parametrize("seed", range(3))
def test_what_is_kept_is_what_would_be_found(seed: int) -> None:
    """After any edits: of texts, tags, dates and topics, of what is shown and what is not."""
    dice = random.Random(seed)  # noqa: S311 - the same edits each time
    articles = {path: marked(dice) for path in PATHS}
    listed = tuple(PATHS[::9])
    before = edition(articles, listed)
    related, held = found(before), 0
    for _ in range(60):
        for path in dice.sample(PATHS, dice.randint(0, 2)):
            key = dice.choice([*articles[path]])
            articles[path] = {**articles[path], key: marked(dice)[key]}
        if dice.random() < 0.3:
            listed = (*listed[1:], dice.choice([path for path in PATHS if path not in listed]))
        after = edition(articles, listed)
        whole = found(after)
        known = still_related(Relations(traits_of(before), related), after, traits_of(after))
        assert known == {path: whole[path] for path in known}
        before, related, held = after, whole, held + len(known)
    assert held > 60 * 30


def crowd(count: int) -> dict[str, dict[str, Any]]:
    """Articles of two columns with terms of which each is in a few of them."""
    return {
        f"columns/{('news', 'aid')[n % 2]}/2025/{n:03}.md": {
            "terms": " ".join(f"词{chr(0x4E00 + (n * k) % 83)}" for k in (1, 5, 7)),
            "tags": names(f"标签{n % 7}"),
            "unit": names(f"单位{n % 11}")[0],
            "day": n % 28 + 1,
            "status": "published",
            "related": (),
        }
        for n in range(count)
    }


def test_one_edit_leaves_most_as_they_were() -> None:
    """All, where a text is about what it was about; nearly all, where it is not."""
    articles = crowd(400)
    before = edition(articles, ())
    kept = Relations(traits_of(before), found(before))
    assert still_related(kept, before, traits_of(before)) == kept.related
    path = next(iter(articles))
    articles[path] = {**articles[path], "terms": "洪水 水灾 冲锋"}
    after = edition(articles, ())
    known = still_related(kept, after, traits_of(after))
    assert path not in known
    assert 300 < len(known) < 400
    whole = found(after)
    assert known == {path: whole[path] for path in known}


def test_the_farthest_that_is_looked_at_is_reached() -> None:
    """One that comes or goes at the very end of what an article sees of a term."""
    crowded = crowd(60)
    here, far = "columns/apart/2024/here.md", "columns/aid/2024/far.md"
    plain = {"tags": (), "unit": None, "status": "published", "related": ()}
    between = {
        f"columns/other/2024/{n}{term}.md": {**plain, "day": n, "terms": f"{term} 其{n}{term}"}
        for n in (11, 12, 13, 14, 25)
        for term in ("缅怀", "捐献")
    }
    both = {**plain, "terms": "缅怀 捐献"}
    articles = {**crowded, **between, here: {**both, "day": 10}}
    near = edition({**articles, far: {**both, "day": 20}}, ())
    away = edition({**articles, far: {**both, "day": 28}}, ())
    assert far in found(near)[here]
    assert far not in found(away)[here]
    kept = Relations(traits_of(near), found(near))
    assert here not in still_related(kept, away, traits_of(away))
    kept = Relations(traits_of(away), found(away))
    assert here not in still_related(kept, near, traits_of(near))


def test_another_scale_of_the_archive_leaves_nothing() -> None:
    """Where the number of articles passes a power of two, all rarities are others."""
    fewer, more = edition(crowd(127), ()), edition(crowd(128), ())
    kept = Relations(traits_of(fewer), found(fewer))
    assert still_related(kept, more, traits_of(more)) == {}


def test_a_great_change_leaves_nothing() -> None:
    """To look at all anew is no more work then."""
    articles = crowd(100)
    before = edition(articles, ())
    few = len(articles) // relations.MANY + 1
    changed = {path: {**articles[path], "terms": "洪水"} for path in [*articles][:few]}
    kept = Relations(traits_of(before), found(before))
    after = edition({**articles, **changed}, ())
    assert still_related(kept, after, traits_of(after)) == {}


def test_what_names_an_article_that_is_not_there_is_not_kept() -> None:
    """A store that was tampered with must not end the build."""
    subject = edition(crowd(40), ())
    right = found(subject)
    path = next(iter(right))
    wrong = {**right, path: ("columns/news/2025/none.md",), "columns/news/2025/x.md": ()}
    known = still_related(Relations(traits_of(subject), wrong), subject, traits_of(subject))
    assert known == {other: related for other, related in right.items() if other != path}


def test_an_edition_that_knows_is_believed() -> None:
    """What is known stands; what is not is found."""
    subject = edition(crowd(40), ())
    first, second = subject.articles[:2]
    told = replace(subject, related={first.path: (second.path,)})
    others = Related(told)
    assert [card.url for card in others.cards(first)] == [second.url]
    assert [card.url for card in others.cards(second)] == [
        next(a.url for a in subject.articles if a.path == path)
        for path in found(subject)[second.path]
    ]
