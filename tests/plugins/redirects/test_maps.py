"""What the maps for web servers say, to the sign."""

from plugins.redirects.maps import at_root, caddy, netlify, nginx

LINES = (("/columns/old/", "/columns/new/"), ("/旧 文/a+(b).html", "/columns/new/2020/a/"))
MOVES = (("/c.l+m(n)[s]/旧/", "/columns/new/"), ("/columns/old/", "/columns/new/"))


def rows(text: str) -> list[str]:
    """The lines that are no comment."""
    assert text.endswith("\n")
    return [row.strip() for row in text.splitlines() if not row.startswith("#")]


def test_netlify_reads_encoded_addresses_and_a_star() -> None:
    """Single ones first."""
    assert rows(netlify(LINES, MOVES)) == [
        "/columns/old/ /columns/new/ 301",
        "/%E6%97%A7%20%E6%96%87/a+(b).html /columns/new/2020/a/ 301",
        "/c.l+m(n)%5Bs%5D/%E6%97%A7/* /columns/new/:splat 301",
        "/columns/old/* /columns/new/:splat 301",
    ]


def test_nginx_reads_decoded_addresses_and_expressions() -> None:
    """Of what is below a folder nothing but plain ASCII can get into a header."""
    assert rows(nginx(LINES, MOVES)) == [
        "map $uri $lanmu_moved {",
        'default "";',
        '"/columns/old/" "/columns/new/";',
        '"/旧 文/a+(b).html" "/columns/new/2020/a/";',
        '"~^/c[.]l[+]m[(]n[)][[]s[]]/旧/(?<lanmu_rest>[!-~]*)$" "/columns/new/$lanmu_rest";',
        '"~^/columns/old/(?<lanmu_rest>[!-~]*)$" "/columns/new/$lanmu_rest";',
        "}",
    ]


def test_nginx_is_told_of_long_addresses() -> None:
    """It would not start without; for the usual ones it is told nothing."""
    assert "map_hash_bucket_size" not in nginx(LINES, MOVES)
    assert rows(nginx([("/" + "长" * 40 + "/", "/a/")], ()))[0] == "map_hash_bucket_size 192;"


def test_caddy_reads_decoded_addresses_and_expressions() -> None:
    """And what is to be done with them, in the same file."""
    assert rows(caddy(LINES, MOVES)) == [
        "map {path} {lanmu_moved} {",
        '"/columns/old/" "/columns/new/"',
        '"/旧 文/a+(b).html" "/columns/new/2020/a/"',
        '"~^/c[.]l[+]m[(]n[)][[]s[]]/旧/([!-~]*)$" "/columns/new/${1}"',
        '"~^/columns/old/([!-~]*)$" "/columns/new/${1}"',
        'default ""',
        "}",
        '@lanmu_moved expression `{lanmu_moved} != ""`',
        "redir @lanmu_moved {lanmu_moved} 301",
    ]


def test_a_site_in_a_folder_of_its_host_has_it_in_both() -> None:
    """Servers know nothing of the site's top."""
    assert list(at_root(MOVES[1:], "/sub")) == [("/sub/columns/old/", "/sub/columns/new/")]
