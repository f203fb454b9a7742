"""Old addresses: what an editor may write, and the one form of it."""

from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.edition.old_paths import Unfit, encoded, folded, is_page, old_path
from plugins.press.page import output_path


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("/columns/old/2020/aed/", "/columns/old/2020/aed/"),
        ("/columns/old/2020/aed", "/columns/old/2020/aed/"),
        ("/2015/旧文/123.html", "/2015/旧文/123.html"),
        ("/%E6%97%A7%E6%96%87/", "/旧文/"),
        ("/old/index.html", "/old/"),
        ("/index.html", "/"),
        ("/", "/"),
        ("/my file (1).shtml", "/my file (1).shtml"),
        ("/rss.xml", "/rss.xml"),
        ("/100%25/", "/100%/"),
        ("/cafe\u0301/", "/caf\u00e9/"),
        (" /old/ ", "/old/"),
    ],
)
def test_an_address_has_one_form(written: str, path: str) -> None:
    """Decoded, from the top of the site, a folder where its last name has no suffix."""
    assert old_path(written) == path
    assert old_path(path.replace("%", "%25")) == path


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("https://old.example/a/", "outside"),
        ("//old.example/a/", "outside"),
        ("javascript:alert(1)", "outside"),
        ("old/a/", "slash"),
        ("", "slash"),
        ("/a/?id=1", "query"),
        ("/a/#b", "query"),
        ("/a\\b/", "sign"),
        ("/a%5cb/", "sign"),
        ("/a%2Fb/", "sign"),
        ("/%ff/", "sign"),
        ("/a%0d%0ab/", "sign"),
        ("/a:b/", "sign"),
        ('/"a"/', "sign"),
        ("/{path}/", "sign"),
        ("/$a/", "sign"),
        ("/a/*", "sign"),
        ("/../etc/passwd", "shape"),
        ("/a/%2e%2e/b/", "shape"),
        ("/a//b/", "shape"),
        ("/%2e%2elanmu/", "shape"),
        ("/.lanmu", "shape"),
        ("/.well-known/a/", "shape"),
        ("/a./", "shape"),
        ("/" + "长" * 67 + "/", "long"),
        ("/" + "ab/" * 400, "long"),
        ("/images/a.html", "reserved"),
        ("/Static/site.css", "reserved"),
        ("/_redirects", "reserved"),
        ("/robots.txt", "reserved"),
        ("/redirects.caddy", "reserved"),
        ("/subscribe/qr/a.svg", "reserved"),
        ("/columns/news/feeds/1.xml", "reserved"),
        ("/sitemap-2020.xml", "reserved"),
        ("/columns/news/page/2/", "reserved"),
        ("/on-this-day/05-08/", "reserved"),
        ("/on-this-day/red-cross/05-08/", "reserved"),
        ("/galleries/a/originals/b.jpg", "reserved"),
    ],
)
def test_what_cannot_be_kept_is_told(written: str, fault: str) -> None:
    """By what is the matter with it."""
    with pytest.raises(Unfit) as caught:
        old_path(written)
    assert caught.value.fault == fault


@given(
    st.text()
    | st.text(st.sampled_from("/.%2eE5Cc~ a旧:?#\\"), max_size=30).map(lambda text: f"/{text}")
)
@example("/%252e%252e/a/")
@example("/a/..%2f..%2fb")
def test_no_address_leads_out_of_the_site(written: str) -> None:
    """Whatever is written: the file lies in the output, is not hidden, and has a plain name."""
    try:
        path = old_path(written)
    except Unfit:
        return
    file = output_path(path)
    assert not file.startswith("/")
    for kind in (PurePosixPath, PureWindowsPath):
        parts = kind(file).parts
        assert not kind(file).is_absolute()
        assert parts == tuple(file.split("/"))
        assert not any(part.startswith(".") for part in parts)
    assert file.isprintable()
    assert unquote(encoded(path), errors="strict") == path
    assert encoded(path).isascii()
    assert " " not in encoded(path)


def test_names_that_are_one_somewhere_are_one_here() -> None:
    """Letters of either case, signs of either form."""
    assert folded("/Alt/CAFE\u0301/") == folded("/alt/caf\u00e9/")
    assert folded("/旧/") != folded("/舊/")


@pytest.mark.parametrize(
    ("path", "page"),
    [("/a/", True), ("/a.html", True), ("/a.HTM", True), ("/a.shtml", True), ("/feed.xml", False),
     ("/a.php", False), ("/a.jpg", False)],
)  # fmt: skip
def test_only_pages_lead_on_by_themselves(path: str, page: bool) -> None:
    """What a server sends as something else no browser would read."""
    assert is_page(path) is page
