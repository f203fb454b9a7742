"""Page types of topics."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Self

from plugins.edition.cards import Body, Head, Pager, SiteFrame, TopicCard
from plugins.edition.feeds import topic_feed
from plugins.edition.lists import head, paged
from plugins.edition.media_data import own, told
from plugins.edition.model import Edition, Topic
from plugins.edition.picture_cards import Picture
from plugins.edition.topic_cards import TopicBlock, TopicItem
from plugins.press.page import Inputs, Route, page_type


@page_type("/topics/", template="topics.html")
class TopicIndexPage(Inputs, frozen=True):
    """All topics: those that run or are to come, then those that have ended."""

    site: SiteFrame
    head: Head
    topics: tuple[TopicCard, ...]
    ended: tuple[TopicCard, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page."""
        cards = [topic.card for topic in subject.topics]
        inputs = cls(
            site=subject.site,
            head=head(subject, "", "/topics/"),
            topics=tuple(card for card in cards if card.phase != "ended"),
            ended=tuple(card for card in cards if card.phase == "ended"),
        )
        yield Route("/topics/", inputs)


@page_type("/topics/{slug}/", "/topics/{slug}/page/{number:number}/", template="topic.html")
class TopicPage(Inputs, frozen=True):
    """A page of a topic: its preface and its blocks on the first, its list on all of them."""

    site: SiteFrame
    head: Head
    topic: TopicCard
    hero: Picture | None
    body: Body | None
    blocks: tuple[TopicBlock, ...]
    items: tuple[TopicItem, ...]
    pager: Pager

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Every page of every topic; one that shows no list has one page."""
        for topic in subject.topics:
            path = topic.url.removeprefix(subject.site.root)
            listed = any(block.kind == "latest" for block in topic.blocks)
            for each, items, pager in paged(subject, path, topic.rest if listed else ()):
                yield Route(each, partial(cls._of, subject, topic, each, items, pager))

    @classmethod
    def _of(
        cls, edition: Edition, topic: Topic, path: str, items: Sequence[TopicItem], pager: Pager
    ) -> Self:
        first = pager.number == 1
        top = head(
            edition,
            topic.card.title,
            path,
            description=topic.description,
            image=topic.share,
            feeds=(topic_feed(edition, topic).link,),
        )
        playing = (*(m for b in topic.blocks for m in b.media), *topic.body.media)
        return cls(
            site=edition.site,
            head=told(top, own(playing)) if first else top,
            topic=topic.card,
            hero=topic.hero if first else None,
            body=topic.body if first and topic.body.key else None,
            blocks=tuple(
                block for block in topic.blocks if (items if block.kind == "latest" else first)
            ),
            items=tuple(items),
            pager=pager,
        )


PAGE_TYPES = (TopicIndexPage, TopicPage)
