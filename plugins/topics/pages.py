"""Page types of topics."""

from collections.abc import Iterator

from plugins.edition.cards import ArticleCard, Body, Head, SiteFrame, TopicCard
from plugins.edition.lists import head
from plugins.edition.model import Edition
from plugins.press.page import Inputs, Route, page_type


@page_type("/topics/", template="topics.html")
class TopicIndexPage(Inputs, frozen=True):
    """All topics."""

    site: SiteFrame
    head: Head
    topics: tuple[TopicCard, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page."""
        inputs = cls(
            site=subject.site,
            head=head(subject, "", "/topics/"),
            topics=tuple(topic.card for topic in subject.topics),
        )
        yield Route("/topics/", inputs)


@page_type("/topics/{slug}/", template="topic.html")
class TopicPage(Inputs, frozen=True):
    """A topic with its preface and its articles."""

    site: SiteFrame
    head: Head
    topic: TopicCard
    body: Body
    articles: tuple[ArticleCard, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """One for each topic."""
        for topic in subject.topics:
            path = topic.url.removeprefix(subject.site.root)
            inputs = cls(
                site=subject.site,
                head=head(
                    subject,
                    topic.card.title,
                    path,
                    description=topic.description,
                    image=topic.card.hero,
                ),
                topic=topic.card,
                body=topic.body,
                articles=topic.articles,
            )
            yield Route(path, inputs)


PAGE_TYPES = (TopicIndexPage, TopicPage)
