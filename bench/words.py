"""The words of docs/benchmarks.md that are the same in every run."""

from plugins.edition.dates import DAYS

from .cases import PICTURE_ARTICLES, PICTURES
from .newsroom import ALMANACS, TOPICS
from .photographs import PHOTOGRAPHS

NEWSROOM = "newsroom-"
"""How the cases are called in which Lanmu builds more than the articles."""

TITLES = {
    "cold": "cold build, everything",
    "nothing": "nothing changed, new process",
    "body": "one body edited, new process",
    "title": "one title edited",
    "added": "one article added",
    "withdrawn": "one article withdrawn",
    "clone-output": "fresh clone, one body edited; cache and output restored",
    "clone-cache": "fresh clone, one body edited; cache restored, no output",
    "preview": "preview: file saved to new page served",
    f"{NEWSROOM}cold": "a whole newsroom: cold build",
    f"{NEWSROOM}nothing": "a whole newsroom: nothing changed",
    f"{NEWSROOM}body": "a whole newsroom: one body edited",
    f"{NEWSROOM}title": "a whole newsroom: one title edited",
    f"{NEWSROOM}added": "a whole newsroom: one article added",
    f"{NEWSROOM}withdrawn": "a whole newsroom: one article withdrawn",
    f"{NEWSROOM}day": "a whole newsroom: another day, nothing else",
    "pictures": f"{PICTURE_ARTICLES} articles and {PICTURES} pictures, cold",
}
"""What each case is called in the table."""

ABOUT = f"""\
How long Lanmu takes to build a newsroom's archive, beside Hugo, which builds the same pages on
the same machine in the same minutes. Hugo is written in Go and known to be quick: it is the
yardstick, not the opponent.

**The archive** is generated from a seed: Chinese articles of about 2,000 characters (log-normal,
300 to 12,000), made-up words whose characters are as frequent as in real texts, in 8 columns over
ten years, up to three tags of 120 and one of 24 units each, with headings, lists, emphasis and
links to one another. Both builders read the same bodies; the front
matter is put into Hugo's words (`bench/hugo.py`).

**The pages** are the same, path for path: articles with previous, next and related ones, lists of
columns, tags and units with their further pages, the archive by year and month, indexes, front
page, feeds of site, columns, units and tags in RSS, Atom and JSON Feed, sitemap, robots.txt and
404, and each page's data for search engines (JSON-LD). Lanmu alone makes the feeds' archives by
month (600 documents) and sitemaps by year. Hugo's templates (`bench/hugo_site/`) are
written the way its documentation does it, with `partialCached` where it helps. Three choices, all
in Hugo's favour: related articles are the newest of an article's first tag, because Hugo's own
`Related` costs nearly as much again as the whole site; months are a taxonomy; cards are plain
partials, because there are more of them than the cache of partials holds. Which articles are
related is the one thing on the pages that differs.

**A whole newsroom** has the same articles, and {ALMANACS} almanacs with an entry on each of
{len(DAYS)} days, {TOPICS} topics, half of them by query, sections, series, columns with a rhythm,
and a front page with timed slots. Lanmu builds all of it, with a page a day, a month and a year,
their feeds, calendars and JSON; Hugo builds the articles alone. The limits are the same.

**Pictures** are a case of their own, and not part of the cold build, most of which would be the
time of two WebP encoders. That case is a small archive, so that its pictures (1600 x 1000, four
renditions each) are what takes the time.

**A case** is one whole process from start to end, in turns: Hugo, Lanmu, Hugo, Lanmu ... Each
change is made to both. Python's byte code is on disk, as after any first start. *Cold* begins
without output or cache. A *fresh clone* has new files with new times, in another folder. After
each case Lanmu's output is compared with a clean build, file for file. The *preview* is asked for
the page every 2 ms, from the moment that the file is renamed into place; `hugo server
--renderToMemory` in the same way.

**What is not compared:** Hugo checks no texts, and leaves the page of a withdrawn article in the
output folder that it writes over. What was just written is in memory, not on a disk. Small
differences say nothing: other programs run on the machine, too.
"""
"""How it is measured, in Markdown."""

PHOTOGRAPHS_SO = f"""\
{PHOTOGRAPHS} generated photographs of 12 megapixels: WebP of 480, 960 and 1600 pixels and a JPEG
of 480 of each, at qualities of about 80; whole processes, in turns, with nothing kept. Lanmu builds
a site with one gallery, which is more than the files; Hugo one with one page; eleventy-img makes
the files alone, WebP and JPEG in a call each, which is the quicker way. Memory is that of the
largest process: eleventy-img does all its work in one, Lanmu in three."""
"""How photographs are timed."""

SEARCH_SO = """\
The same archive with the search index, which no other case has, for Hugo makes none: whole builds
by Lanmu alone, once, of which the first after a cold one links the whole output anew. Memory is
that of the largest process, which is Pagefind's. What a query fetches is counted at the server,
nothing of it compressed on the way; a later one is asked after one for another common word. The
set of queries is bench/search_queries.toml's."""
"""How the search index is timed."""
