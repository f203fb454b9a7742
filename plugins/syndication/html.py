"""Pictures and galleries as a feed reader shows them: plain HTML without our style sheet."""

from html import escape

from plugins.edition.bodies import absolute_picture, plain_words
from plugins.edition.picture_cards import Inset, Picture


def gallery(inset: Inset, origin: str) -> str:
    """A gallery within a text as a feed reader shows it: its pictures, and where the rest is."""
    figures = "".join(figure(photo.picture, origin) for photo in inset.photos)
    if not inset.url:
        return figures
    return f'{figures}<p><a href="{escape(origin + inset.url)}">{escape(inset.title)}</a></p>\n'


def figure(picture: Picture | None, origin: str) -> str:
    """A picture with its caption and credit as a feed reader shows it; nothing where none is."""
    if picture is None or picture.missing:
        return ""
    return f"<figure>{absolute_picture(picture, origin)}{plain_words(picture)}</figure>\n"
