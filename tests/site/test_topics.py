"""Topics and blocks of figures and events in a whole site."""

from collections.abc import Callable
from typing import Any

import lxml.html

from tests.site.kit import Quick, article, words

Make = Callable[..., Quick]

BLOCKS = """正文。

```数据
918,709 人次 ｜ 参加普及 ｜ 浙江 ｜ 2021年上半年
没有竖线的一行
```

```大事记
1859-06-24 ｜ [乙](b.md)
```
"""
TOPIC = """---
title: 百年
started: 2025-12-01
ended: 2026-02-01
articles:
  - /columns/news/2026/a.md
  - /columns/news/2026/gone.md
  - https://elsewhere.example/x
query: {tags: [水]}
blocks: [头条, 最新, 数据]
figures:
  - 149,320 小时 ｜ 志愿服务 ｜ 浙江 ｜ 2021
---
导言。
"""
FILES = {
    "columns/news/2026/a.md": article("甲", "2026-01-01", BLOCKS, id="a"),
    "columns/news/2026/b.md": article("乙", "2026-01-02", id="b", tags=["水"]),
    "columns/news/2026/c.md": article("丙", "2026-01-03", id="c"),
    "topics/hundred.md": TOPIC,
    "topics/draft.md": TOPIC.replace("百年", "未成")
    .replace("2026/a.md", "2026/c.md")
    .replace("query:", "status: draft\nquery:"),
}


def test_a_topic_gathers_and_its_articles_say_so(site: Make) -> None:
    """What is missing is told with its line; all the rest is there."""
    made = site(FILES)
    assert made.found("topic-article-missing") == [("topics/hundred.md", 7, 5)]
    assert made.found("figure-invalid") == [("columns/news/2026/a.md", 10, 1)]
    page: Any = lxml.html.document_fromstring(made.read("/topics/hundred/"))
    titles = [words(title) for title in page.find_class("card-title")]
    assert titles == ["甲", "https://elsewhere.example/x", "乙"]
    assert [words(value) for value in page.find_class("figure-value")] == ["149,320 小时"]
    assert 'href="/topics/hundred/"' in made.read("/columns/news/2026/b/")
    assert "topic-links" not in made.read("/columns/news/2026/c/")
    assert "未成" not in made.total
    feed = made.read("/topics/hundred/feed.xml")
    assert "<title>甲</title>" in feed
    assert '<dl class="key-figures">' in feed
    assert '<time class="timeline-date" datetime="1859-06-24">1859年6月24日</time>' in feed


def test_a_topic_ends_by_itself_and_stays_to_be_read(site: Make) -> None:
    """It leaves the front page; the articles' pages do not change with the day."""
    made = site(FILES, now="2026-02-01T12:00")
    assert "百年" in made.read("/")
    assert "/topics/hundred/feed.xml" in made.read("/subscribe/")
    article_page = made.read("/columns/news/2026/a/")
    made.build(now="2026-02-02T00:00")
    assert "百年" not in made.read("/")
    assert "已结束" in made.read("/topics/hundred/")
    assert "百年" in made.read("/topics/")
    assert made.read("/columns/news/2026/a/") == article_page
    assert "/topics/hundred/feed.xml" not in made.read("/subscribe/")
