"""Styles for feeds that somebody opens in a browser (w3.org/TR/xml-stylesheet).

CSS alone: browsers are giving up XSLT, and Chromium puts a warning over a feed that asks for
it. Chromium shows a feed by its styles where it is served as ``application/xml`` or
``text/xml``, as servers do by the name ``.xml``; sent as ``application/rss+xml`` it stands
there as source text, and without a charset as gibberish.
"""

from html import escape


def styled(feed: bytes, address: str) -> bytes:
    """A feed in XML that names its styles, right after the XML declaration it begins with."""
    declared, mark, rest = feed.partition(b"?>\n")
    if not declared.startswith(b"<?xml ") or not mark:
        raise ValueError("a feed begins with an XML declaration on a line of its own")
    line = f'<?xml-stylesheet type="text/css" href="{escape(address)}"?>\n'
    return declared + mark + line.encode() + rest
