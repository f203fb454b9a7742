"""Settings of Pelican for this newsroom: the site as built on one's own machine.

What editors set is in ``content/site.toml``. ``pelican`` and ``lanmu build`` both go by
this file, ``pelican -s publishconf.py`` and ``lanmu build --publish`` by the other one.
"""

import sys
from pathlib import Path

# Pelican reads this file by its path: what lies beside it can be imported from here on.
sys.path.insert(0, str(Path(__file__).parent))

from plugins.newsroom.filters import FILTERS
from plugins.newsroom.hooks import ask_only

PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
SITEURL = "http://127.0.0.1:8000"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh"

PLUGINS = [
    "plugins.press",
    "plugins.newsroom",
    "plugins.front",
    "plugins.articles",
    "plugins.columns",
    "plugins.topics",
    "plugins.on_this_day",
    "plugins.galleries",
    "plugins.search",
    "plugins.feeds",
    "plugins.subscribe",
    "plugins.discovery",
    "plugins.redirects",
]

# An installed plugin of Pelican is named here too, in full: "pelican.plugins.…".
ask_only(PLUGINS)

# The newsroom's own settings; plugins/newsroom/config.py says what each means.
LANMU = {"cache": ".cache", "address": SITEURL}

JINJA_FILTERS = FILTERS

# Pelican sees articles and pages; everything they are written to comes from the press.
ARTICLE_PATHS = ["columns"]
PAGE_PATHS = ["pages"]
READERS = {"html": None, "htm": None, "rst": None}
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES: list[str] = []
ARTICLE_TRANSLATION_ID = None
PAGE_TRANSLATION_ID = None
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
