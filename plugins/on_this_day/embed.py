"""Today on a small page, for a frame in pages of other sites."""

from collections.abc import Iterator

from plugins.edition.cards import SiteFrame
from plugins.edition.model import Edition
from plugins.edition.today import DayBlock, today_block
from plugins.press.page import Inputs, Route, page_type


@page_type("/on-this-day/embed/", template="day-embed.html")
class EmbedPage(Inputs, frozen=True):
    """Today's entries without the site around them; search engines are told not to keep it."""

    site: SiteFrame
    day: DayBlock | None

    @classmethod
    def routes(cls, subject: Edition) -> Iterator[Route]:
        """The one page, where the site has an almanac. It is made each day."""
        if subject.almanacs:
            inputs = cls(site=subject.site, day=today_block(subject))
            yield Route("/on-this-day/embed/", inputs)
