"""Templates: what their version counts, and what they may not do."""

from collections.abc import Mapping
from pathlib import Path

import jinja2
import pytest

from plugins.press import templates
from plugins.press.page import PressError
from plugins.press.store import Store, Texts
from plugins.press.templates import Renderer, RenderSetup, renderer
from tests.plugins.press.paper import Frame, Note, Plain, key_of

TREE = {
    "note.html": '{% extends "base.html" %}{% from "macro.html" import m %}'
    '{% import "lib.html" as lib %}{% block main %}{% include "inc.html" %}{{ m() }}{% endblock %}',
    "base.html": "{% block main %}{% endblock %}",
    "macro.html": '{% macro m() %}{% include "deep.html" %}{% endmacro %}',
    "lib.html": "{% macro n() %}{% endmacro %}",
    "inc.html": "inc",
    "deep.html": "deep",
    "other.html": "other",
}
PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Read more"
msgstr "继续阅读"

msgid "%(num)s page"
msgid_plural "%(num)s pages"
msgstr[0] "%(num)s 页"
msgstr[1] "%(num)s 多页"

#, fuzzy
msgid "Unsure"
msgstr "不确定"
"""


def written(folder: Path, tree: Mapping[str, str]) -> None:
    """Write templates."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in tree.items():
        (folder / name).write_text(text, encoding="utf-8")


def new(*folders: Path, store: str = "", catalogue: str = "") -> Renderer:
    """A renderer that has seen nothing yet."""
    return Renderer(RenderSetup(tuple(map(str, folders)), store, catalogue=catalogue))


def note(title: str = "题") -> Note:
    """A page."""
    return Note(site=Frame("周报"), title=title)


@pytest.mark.parametrize("name", TREE)
def test_a_version_counts_what_is_used_and_nothing_else(tmp_path: Path, name: str) -> None:
    """A change of what a template extends, includes or imports, at any depth, is its change."""
    written(tmp_path, TREE)
    before = new(tmp_path).version("note.html")
    assert new(tmp_path).version("note.html") == before
    written(tmp_path, {name: TREE[name] + " "})
    changed = new(tmp_path).version("note.html") != before
    assert changed is (name != "other.html")


@pytest.mark.parametrize(
    "text",
    [
        "{% include 'inc.html' %}",
        '{%- include"inc.html"-%}',
        '{%+ include "inc.html" ignore missing %}',
        '{%\n  include "inc.html"\n  with context %}',
        '{% import "inc.html" as inc %}',
        '{% from "inc.html" import a, b as c with context %}',
        '{% extends "inc.html" %}',
        '{% include ["gone.html", "inc.html"] ignore missing %}',
        '{% include ("inc.html") %}',
        '{% include "inc" ".html" %}',
        '{% include "inc\\x2ehtml" %}',
        '{% set x %}{% for y in z %}{% include "inc.html" %}{% endfor %}{% endset %}',
    ],
)
def test_a_template_is_named_in_many_ways(tmp_path: Path, text: str) -> None:
    """However it is written, a change of what is named is seen."""
    written(tmp_path, {"note.html": text, "inc.html": "1"})
    before = new(tmp_path).version("note.html")
    written(tmp_path, {"inc.html": "2"})
    assert new(tmp_path).version("note.html") != before


@pytest.mark.parametrize(
    "text",
    [
        "{# {% include title %} #}",
        "{% raw %}{% include title %}{% endraw %}",
        "{{ '{% include title %}' }}",
        "{% set included = title %}{{ 'from' ~ title }}",
        '{# {% include "gone.html" %} #}',
    ],
)
def test_what_only_looks_like_a_name_is_none(tmp_path: Path, text: str) -> None:
    """A comment may speak of templates."""
    written(tmp_path, {"note.html": text})
    assert new(tmp_path).version("note.html")


def test_a_version_asks_for_no_filter_and_no_word(tmp_path: Path) -> None:
    """A build in which nothing changed does not load what only rendering needs."""
    written(tmp_path, {"note.html": "{{ title|far }}"})
    po = tmp_path / "lanmu.po"
    po.write_text("this is no catalogue", encoding="utf-8")
    filters = (("far", "no.such.module:far"),)
    assert Renderer(RenderSetup((str(tmp_path),), "", filters, (), str(po))).version("note.html")


def test_a_version_is_its_own(tmp_path: Path) -> None:
    """Two templates of one text that include other things differ."""
    written(tmp_path, {"a.html": "x", "b.html": "x"})
    own = new(tmp_path)
    assert own.version("a.html") != own.version("b.html")


def test_templates_may_go_in_circles(tmp_path: Path) -> None:
    """A template that includes itself has a version too."""
    written(tmp_path, {"a.html": '{% if 0 %}{% include "b.html" %}{% endif %}'})
    written(tmp_path, {"b.html": '{% include "a.html" %}'})
    assert new(tmp_path).version("a.html")


def test_the_first_folder_wins(tmp_path: Path) -> None:
    """A newsroom may put its own template before the theme's."""
    written(tmp_path / "one", {"note.html": "one"})
    written(tmp_path / "two", {"note.html": "two"})
    one, two = tmp_path / "one", tmp_path / "two"
    assert new(one, two).render(note()) == b"one"
    assert new(one, two).version("note.html") != new(two, one).version("note.html")


@pytest.mark.parametrize(
    "text",
    [
        "{% include title %}",
        "{% extends title %}",
        "{% import title as x %}",
        "{% from title import x %}",
        '{% include ["a.html", title] %}',
        '{% include "a" ~ title %}',
        '{% include ("a.html" if title else "b.html") %}',
    ],
)
def test_a_name_known_only_later_is_refused(tmp_path: Path, text: str) -> None:
    """What is included must be known, or a change of it would go unseen."""
    written(tmp_path, {"note.html": text, "a.html": "", "b.html": ""})
    with pytest.raises(PressError, match=r"note\.html"):
        new(tmp_path).version("note.html")


def test_an_include_that_may_be_missing_has_a_version(tmp_path: Path) -> None:
    """``ignore missing`` is Jinja's; that the file comes to be there is a change."""
    written(tmp_path, {"note.html": '{% include "own.html" ignore missing %}'})
    before = new(tmp_path).version("note.html")
    written(tmp_path, {"own.html": "x"})
    assert new(tmp_path).version("note.html") != before


def test_a_name_that_is_no_input_is_an_error(tmp_path: Path) -> None:
    """A slip in a template is no empty place on the page."""
    written(tmp_path, {"note.html": "{{ titel }}"})
    with pytest.raises(jinja2.UndefinedError, match="titel"):
        new(tmp_path).render(note())
    written(tmp_path, {"note.html": "{{ site.nam }}"})
    with pytest.raises(jinja2.UndefinedError, match="nam"):
        new(tmp_path).render(note())


def test_everything_is_escaped(tmp_path: Path) -> None:
    """Whatever the template's name ends with."""
    written(tmp_path, {"note.html": '{{ title }}<a title="{{ title }}">'})
    made = new(tmp_path).render(note("<b>\"'&")).decode()
    assert "<b>" not in made
    assert made.count("&#34;") == 2


def test_inputs_are_the_whole_context(tmp_path: Path) -> None:
    """A template sees its page's fields and Jinja's own functions, nothing of Pelican's."""
    written(tmp_path, {"note.html": "{{ site.name }}|{{ title }}|{{ text is defined }}"})
    assert new(tmp_path).render(note()).decode() == "周报|题|True"
    written(tmp_path, {"note.html": "{{ SITEURL is defined }}{{ articles is defined }}"})
    assert new(tmp_path).render(note()) == b"FalseFalse"


def test_a_page_by_function_needs_no_template() -> None:
    """Its function is called with the inputs."""
    assert new().render(Plain(text="ab")) == b"AB"


def test_filters_and_options_are_the_setups(tmp_path: Path) -> None:
    """Filters are named as ``module:function``, so that any process can find them."""
    written(tmp_path, {"note.html": "{{ [3, 4]|gauss }}"})
    setup = RenderSetup(
        folders=(str(tmp_path),),
        store="",
        filters=(("gauss", "math:fsum"),),
        options=(("language", "en"),),
    )
    own = Renderer(setup)
    assert own.render(note()) == b"7.0"
    assert own.environment.options == {"language": "en"}


def test_texts_come_from_the_store(tmp_path: Path) -> None:
    """A body's key stands for its text."""
    store = Store(tmp_path / "store.sqlite")
    store.put(Texts.SPACE, [(key_of("text"), b"text")])
    assert new(store=str(store.path)).texts(key_of("text")) == "text"
    store.close()


def test_words_are_translated_from_a_po_file(tmp_path: Path) -> None:
    """Compiled in memory; plurals and placeholders too; a fuzzy entry is not used."""
    po = tmp_path / "lanmu.po"
    po.write_text(PO, encoding="utf-8")
    text = (
        '{{ _("Read more") }}|{{ _("Unsure") }}|{{ _("Unknown") }}|'
        "{% trans num=2 %}{{ num }} page{% pluralize %}{{ num }} pages{% endtrans %}"
    )
    written(tmp_path, {"note.html": text})
    made = new(tmp_path, catalogue=str(po)).render(note()).decode()
    assert made == "继续阅读|Unsure|Unknown|2 多页"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["lanmu.po", "note.html"]


def test_without_a_catalogue_words_are_as_written(tmp_path: Path) -> None:
    """A theme may speak one language."""
    written(tmp_path, {"note.html": '{{ _("Read more") }}'})
    assert new(tmp_path).render(note()) == b"Read more"
    assert templates.catalogue("").gettext("x") == "x"


def test_a_translation_is_escaped_as_a_text_is(tmp_path: Path) -> None:
    """A placeholder cannot bring markup in."""
    written(tmp_path, {"note.html": '{{ _("By %(who)s", who=title) }}'})
    assert new(tmp_path).render(note("<b>")) == b"By &lt;b&gt;"


def test_a_process_makes_one_renderer_for_a_setup(tmp_path: Path) -> None:
    """Templates are parsed once in each worker."""
    written(tmp_path, TREE)
    setup = RenderSetup((str(tmp_path),), "")
    assert renderer(setup) is renderer(RenderSetup((str(tmp_path),), ""))
    assert renderer(setup) is not renderer(RenderSetup((str(tmp_path),), "", catalogue="x"))


def test_prepared_templates_need_their_files_no_more(tmp_path: Path) -> None:
    """All that a template names is compiled with it: a process forked now has it."""
    tree = {**TREE, "note.html": TREE["note.html"].replace("inc.html", "deep.html")}
    written(tmp_path, tree)
    own = new(tmp_path)
    own.prepare("note.html")
    for name in tree:
        (tmp_path / name).unlink()
    assert own.render(note()) == b"deepdeep"


@pytest.mark.parametrize("wrong", ["{% if %}", '{% include "gone.html" %}', "{% include x %}"])
def test_what_is_wrong_with_a_template_is_said_by_its_pages(tmp_path: Path, wrong: str) -> None:
    """To prepare it says nothing, so that the page's path comes with the fault."""
    written(tmp_path, {"note.html": wrong})
    own = new(tmp_path)
    own.prepare("note.html")
    with pytest.raises(jinja2.TemplateError):
        own.render(note())
