"""The feed of corrections: what was wrong in articles and has been put right."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from plugins.edition.feed_archives import Part, archived
from plugins.edition.feeds import FILES, Format, corrected, corrections_feed
from plugins.edition.model import Edition
from plugins.press.page import Inputs, Route, page_type
from plugins.press.templates import Renderer
from plugins.syndication.archives import Archive
from plugins.syndication.channels import channel_of
from plugins.syndication.feed import feed_of
from plugins.syndication.posts import Channel, Post

from .words import title_of

FOLDER = "/corrections/"


def _render(inputs: "CorrectionFeed", _renderer: Renderer) -> bytes:
    return feed_of(inputs.channel, inputs.posts, inputs.form)


@page_type(*(FOLDER + name for name in FILES.values()), render=_render)
class CorrectionFeed(Inputs, frozen=True):
    """The latest corrections in one format."""

    form: Format
    channel: Channel
    posts: tuple[Post, ...]

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """One for each format, if anything was put right."""
        posts = _posts(subject)
        if not posts:
            return
        feed, part = corrections_feed(subject), next(iter(_parts(subject, posts)), None)
        for form, name in FILES.items():
            channel = channel_of(subject, feed, form, older=part.name if part else "")
            newest = posts[: subject.feed_items]
            yield Route(FOLDER + name, cls(form=form, channel=channel, posts=newest))


@page_type(f"{FOLDER}feeds/{{name}}", render=Archive.render)
class CorrectionArchive(Archive, frozen=True):
    """Older corrections in one format."""

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """Each part of the archives."""
        parts, feed = _parts(subject, _posts(subject)), corrections_feed(subject)
        for part, older in zip_longest(parts, parts[1:]):
            behind = older.name if older else ""
            for form in FILES:
                url = feed.archive_url(form, part.name).removeprefix(subject.site.root)
                channel = channel_of(subject, feed, form, part=part.name, older=behind)
                yield Route(url, cls(form=form, channel=channel, posts=tuple(part.items)))


def _parts(edition: Edition, posts: tuple[Post, ...]) -> tuple[Part[Post], ...]:
    if "corrections" not in edition.feeds.archives:
        return ()
    return archived(posts, edition.feed_items, lambda post: post.date)


def _posts(edition: Edition) -> tuple[Post, ...]:
    """An item for each correction. Its id is of the article, the day, and its number on it."""
    site, seen = edition.site, Counter[str]()
    made = []
    # Those of one day stand as they were written: what is added below takes nobody's number.
    for article, note in corrected(edition):
        name = f"{article.id}#{note.date:%Y-%m-%d}"
        seen[name] += 1
        made.append(
            Post(
                id=f"{name}.{seen[name]}" if seen[name] > 1 else name,
                title=title_of(site.language, article.view.title),
                address=f"{site.origin}{article.url}#corrections",
                date=note.date,
                changed=note.date,
                summary=note.text,
                categories=(article.view.column.name,),
            )
        )
    return tuple(made)
