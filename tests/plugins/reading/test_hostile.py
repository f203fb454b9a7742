"""Texts that mean harm, or seem to."""

import re
import resource
import signal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.edition import sources as s
from plugins.reading.clean import CLASSES, OWN_CLASSES, TAGS

from .helpers import HEAD, body, read

# A limit that strikes while the collector calls a test tool back is dropped there and strikes
# again: Python tells of the first as of something that nobody could catch.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

ALLOWED = {
    "abbr", "alt", "class", "colspan", "datetime", "dir", "href", "hreflang", "id", "lang", "rel",
    "reversed", "rowspan", "scope", "src", "start", "title", "value",
}  # fmt: skip
ADDRESS = re.compile(r"(?:https?:|mailto:|tel:|#|lanmu:(?:link|picture)/\d+$)", re.IGNORECASE)


class Judge(HTMLParser):
    """Looks at HTML as another parser sees it, and fails on what must not be there."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Hold tag and attributes to the lists."""
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in ALLOWED, (tag, name)
            if name in ("href", "src"):
                assert ADDRESS.match(value or ""), (tag, value)
            if name == "class":
                assert set((value or "").split()) <= CLASSES | OWN_CLASSES.get(tag, set()), value

    def handle_comment(self, data: str) -> None:
        """No comment is let through."""
        raise AssertionError(data)


def judge(html: str) -> None:
    """Fail on HTML that an editor must not be able to publish."""
    lowered = html.lower()
    assert "<script" not in lowered
    assert "<style" not in lowered
    Judge(convert_charrefs=False).feed(html)


HARM = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='x' alt='a' ONERROR='alert(1)'>",
    "<svg onload=alert(1)><a href='javascript:x'>y</a></svg>",
    "<iframe src=https://e.org></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVa\tScRiPt:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](java\\script:alert(1))",
    "[x](data:text/html;base64,AAAA)",
    "[x](vbscript:x)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    '![x](a.jpg "x\\" onload=\\"y")',
    '![x" onload="y](a.jpg)',
    "[x](b.md){: onclick=alert(1) style=color:red}",
    "字\n{: onmouseover=alert(1) }",
    "<p style='position:fixed'>x</p>",
    "<style>body{display:none}</style>",
    "<form action=x><input autofocus onfocus=alert(1)></form>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></table></math>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<a href='lanmu:link/7'>x</a><img src='lanmu:picture/7' alt='x'>",
    "[x](lanmu:link/7) lanmu:link/7",
    "<a href=' lanmu:link/7'>x</a>",
    "<p title='lanmu:link/7'>x</p>",
    "<base href=https://e.org><meta http-equiv=refresh content=0><link rel=stylesheet href=x>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<div><x><template><script>alert(1)</script></template></x></div>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "```\n<script>alert(1)</script>\n```",
    "## <script>alert(1)</script> {#x onclick=y}",
    "[^1]\n\n[^1]: <img src=x onerror=alert(1)>",
    '*[x]: " onclick="y\n\nx',
    '!!! note "<img src=x onerror=alert(1)>"\n    x',
    "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03 \x02amp\x03",
]


@pytest.mark.parametrize("text", HARM)
def test_no_harm_comes_through(text: str) -> None:
    """None of these leaves a script, a handler, a style or a foreign scheme."""
    judge(body(text).html)


PIECES = st.sampled_from(
    [*HARM, "<", ">", '"', "'", "=", "/", "\n", " ", "甲", "&", "\\", "](", "<b>", "</p>"]
)


@given(st.lists(PIECES, max_size=6).map("".join))
def test_no_mixture_of_harm_comes_through(text: str) -> None:
    """Nor does any mixture of them."""
    result = body(text)
    judge(result.html)
    if isinstance(result.source, s.ArticleSource):
        most = {"link": len(result.source.text.links), "picture": len(result.source.text.pictures)}
        for kind, number in re.findall(r"lanmu:(\w+)/(\d+)", result.html):
            assert int(number) < most[kind]


@given(st.text(max_size=200))
def test_no_text_comes_through_unclean(text: str) -> None:
    """The same for any text at all."""
    judge(read((HEAD + text).encode(errors="surrogatepass")).html)


SIZE = 20_000
LONG = [
    "<div>", ">", "> ", "*", "**a ", "[", "![", "[a](", "- ", "`", "<b>", "<p><b>", "_a ", "<!--",
    "&", "[^", "[^a]: x\n", "|\n", '<a href="', "!!! note\n    ", "1. ", "\\", "<", "<![CDATA[",
    "<a b ", "*[a]: b\n", "a\n: x\n", "```\n", "~~~\n", "{: ", "甲\n",
]  # fmt: skip


def cpu() -> float:
    """Seconds of processor time this process has used."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


@pytest.mark.parametrize("piece", LONG)
def test_endless_repetition_ends(piece: str) -> None:
    """One such text costs little more than its limit, and the next is read as ever."""
    before = cpu()
    result = body(piece * (SIZE // len(piece)), seconds=0.5)
    assert cpu() - before < 4
    assert result.source is not None or result.rules == ["text-too-hard"]
    assert body("**好**").html == "<p><strong>好</strong></p>"


NESTED = {
    "lists": "".join("    " * i + "- a\n" for i in range(300)),
    "quotes": "".join("> " * i + "a\n\n" for i in range(300)),
    "attributes": "<a " + " ".join(f'a{i}=">"' for i in range(20_000)) + ">x</a>",
    "attribute list": "x\n{: " + " ".join(f"a{i}=1" for i in range(20_000)) + "}",
    "open tags": "".join(f'<p><b id="{i}">x' for i in range(2_000)),
    "tables": "<table><tr><td>" * 5_000,
}


@pytest.mark.parametrize("text", NESTED.values(), ids=NESTED)
def test_depth_ends(text: str) -> None:
    """Neither nesting nor a tag without end keeps the sanitiser busy."""
    before = cpu()
    result = body(text, seconds=0.5)
    assert cpu() - before < 4
    assert result.source is not None or result.rules == ["text-too-hard"]


@pytest.mark.parametrize(
    "piece", ["[", "{", "- ", "? ", "a: ", '"', "&a ", "[a,", "x: [", "- - ", ": "]
)
def test_front_matter_without_end_ends(piece: str) -> None:
    """Over some of these libyaml takes quadratic time, were it let."""
    before = cpu()
    result = read("---\n" + piece * (60_000 // len(piece)) + "\n---\n")
    assert cpu() - before < 2
    assert result.source is None


def test_the_time_limit_leaves_no_trace() -> None:
    """The timer is off and the signal's handler the old one after an interrupted text."""
    before = signal.getsignal(signal.SIGPROF)
    assert body("[" * 100_000, seconds=0.2).rules == ["text-too-hard"]
    assert signal.getsignal(signal.SIGPROF) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
