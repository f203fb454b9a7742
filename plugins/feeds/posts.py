"""What a feed says of an article, but for its text."""

from collections.abc import Iterator

from plugins.edition.media_cards import Media
from plugins.edition.media_data import media_of
from plugins.edition.model import Article, Edition
from plugins.edition.picture_cards import Picture
from plugins.syndication.podcast_data import Episode, Transcript
from plugins.syndication.posts import Attachment, Post

from .words import notes_of


def post_of(edition: Edition, article: Article, kind: str) -> Post:
    """An article as an item of a feed of this kind; with the tags of podcasts in that of media."""
    view, origin = article.view, edition.site.origin
    media = media_of(article) if view.media or article.body.media else ()
    lead = view.lead if view.lead is not None and not view.lead.missing else None
    return Post(
        id=article.id,
        title=view.title,
        address=origin + article.url,
        date=article.date,
        changed=article.changed,
        summary=_summary(edition, article),
        categories=(view.column.name, *[tag.label for tag in view.tags]),
        author=view.author,
        unit=view.unit.label if view.unit else "",
        image=origin + lead.fallback.url if lead else "",
        attachments=tuple(_attachments(edition, media, lead)) if media or lead else (),
        episode=_episode(article, media, origin) if kind == "media" else None,
    )


def _summary(edition: Edition, article: Article) -> str:
    """What was put right, then what the article is about: a summary may be all that is sent."""
    said = article.description or article.view.title
    if not article.view.corrections:
        return said
    return " ".join((*notes_of(edition.site.language, article.view.corrections), said))


def _attachments(
    edition: Edition, media: tuple[Media, ...], lead: Picture | None
) -> Iterator[Attachment]:
    """Sound before films, which are heavy; then the picture, whose length must be known."""
    origin = edition.site.origin
    for each in sorted(media, key=lambda each: each.kind):
        # The smallest of several sizes: a feed reader may fetch it unasked.
        source = each.sources[-1]
        yield Attachment(origin + source.url, source.type, source.length, each.title, each.seconds)
    length = edition.lengths.get(lead.fallback.url, 0) if lead else 0
    if lead and length:
        yield Attachment(origin + lead.fallback.url, "image/jpeg", length, lead.alt)


def _episode(article: Article, media: tuple[Media, ...], origin: str) -> Episode:
    """What a podcast program is told of the file that it gets."""
    told = min(media, key=lambda each: each.kind)
    transcripts = tuple(
        Transcript(origin + track.url, "text/vtt", track.language) for track in told.tracks
    )
    picture = told.poster or article.view.lead
    image = origin + picture.fallback.url if picture and not picture.missing else ""
    return Episode(told.seconds, image, transcripts)
