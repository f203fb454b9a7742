"""Joined templates: the same pages, with fewer calls."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import nodes
from markupsafe import Markup, escape

from plugins.press import templates
from plugins.press.joining import Generator, Joiner, written
from plugins.press.templates import Environment, Renderer, RenderSetup
from tests.plugins.press.paper import Frame, Note

WORDS = {
    "Read on": "继续读 <b>",
    "By %(name)s": "作者：%(name)s（100%%）",
    "%(a)s of %(b)s": "%(b)s 之 %(a)s，%(b)s",
    "Odd": "%(other)s",
}


class Catalogue:
    """Words of a language."""

    def gettext(self, message: str) -> str:
        """As translated, or as it is."""
        return WORDS.get(message, message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """In the number's form."""
        return one if number == 1 else many


def environments(tree: Mapping[str, str]) -> tuple[Environment, Environment]:
    """Two environments of the same templates: as they are written, and joined."""
    made = []
    for _ in range(2):
        environment = Environment(
            loader=jinja2.DictLoader(tree),
            undefined=jinja2.StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
        )
        environment.install_gettext_translations(  # type: ignore[attr-defined] # the extension's
            Catalogue(), newstyle=True
        )
        made.append(environment)
    made[1].joiner = Joiner(made[1], Catalogue())
    made[1].code_generator_class = Generator
    return made[0], made[1]


def both(tree: Mapping[str, str], **context: Any) -> str:
    """A page that is the same either way."""
    plain, joined = (each.get_template("page").render(context) for each in environments(tree))
    assert joined == plain
    return joined


def left(tree: Mapping[str, str], kind: type[nodes.Node]) -> list[nodes.Node]:
    """What is left of a kind in a page's template once it is joined."""
    environment = environments(tree)[1]
    syntax = environment.parse(tree["page"], "page")
    assert environment.joiner is not None
    environment.joiner.join(syntax, "page")
    return list(syntax.find_all(kind))


CARD = (
    '{% macro card(title, level=2, mark="") %}<h{{ level }}>{{ title }}</h{{ level }}>'
    "{% if mark %}<i>{{ mark }}</i>{% endif %}{% endmacro %}"
)
WHOLE = {
    "page": '{% from "list" import cards %}<main>{{ cards(titles) }}{{ cards([], 3) }}</main>',
    "list": '{% from "card" import card %}{% macro cards(some, level=2) %}'
    '{% for one in some %}{{ card(one, level, mark=_("Read on")) }}'
    '{% else %}{{ _("By %(name)s", name=level) }}{% endfor %}{% endmacro %}',
    "card": CARD,
}


def test_parts_and_words_are_put_in_place() -> None:
    """No call and no import is left, at any depth."""
    shown = both(WHOLE, titles=["甲", "<乙>"])
    assert shown == (
        "<main><h2>甲</h2><i>继续读 <b></i><h2>&lt;乙&gt;</h2><i>继续读 <b></i>"
        "作者：3（100%）</main>"
    )
    assert not left(WHOLE, nodes.Call)
    assert not left(WHOLE, nodes.FromImport)


def test_what_is_known_is_decided_at_once() -> None:
    """An argument that is always the same leaves no question to ask on each page."""
    tree = {"page": '{% from "card" import card %}{{ card(title, 3) }}', "card": CARD}
    assert both(tree, title="题") == "<h3>题</h3>"
    assert not left(tree, nodes.If)


TRICKY = {
    "an argument named as one of the caller's": "{% macro m(b, a) %}{{ a }}{{ b }}{% endmacro %}"
    "{% macro n(a, b) %}{{ m(a, b) }}{{ a }}{% endmacro %}",
    "a part named as its argument": "{% macro m(m) %}[{{ m }}]{% endmacro %}"
    "{% macro n(a, b) %}{{ m(a) }}{% endmacro %}",
    "a loop's name hides an argument": "{% macro m(a) %}{% for a in [a, 1] %}{{ a }}{% endfor %}"
    "{{ a }}{% endmacro %}{% macro n(a, b) %}{{ m(5) }}{{ m(b) }}{% endmacro %}",
    "an argument is set anew": "{% macro m(a) %}{{ a }}{% set a = 7 %}{{ a }}{% endmacro %}"
    "{% macro n(a, b) %}{{ m(5) }}{{ m(a) }}{{ a }}{% endmacro %}",
    "an inner part has the argument anew": "{% macro k(a) %}{{ a }}{% endmacro %}"
    "{% macro m(a) %}{{ k(a + 1) }}{{ a }}{% endmacro %}"
    "{% macro n(a, b) %}{{ m(5) }}{% endmacro %}",
    "a name set within stays within": "{% macro m() %}{% set a = 9 %}{{ a }}{% endmacro %}"
    "{% macro n(a, b) %}{{ m() }}{{ a }}{% endmacro %}",
    "a list holds names": "{% macro m(xs, b) %}{% for x in xs %}{{ x }}{{ b }}{% endfor %}"
    "{% endmacro %}{% macro n(a, b) %}{{ m([b, a], a) }}{% endmacro %}",
    "a default asks for another": "{% macro m(a, b=a) %}{{ a }}{{ b }}{% endmacro %}"
    "{% macro n(a, b) %}{{ m(b) }}{% endmacro %}",
    "loops know where they are": "{% macro m(xs) %}{% for x in xs %}{{ loop.index }}{% endfor %}"
    "{% endmacro %}{% macro n(a, b) %}{% for x in [1, 2] %}{{ loop.index }}{{ m('ab') }}"
    "{% endfor %}{% endmacro %}",
    "a part calls itself": "{% macro m(x) %}{{ x }}{% if x %}{{ m(x - 1) }}{% endif %}"
    "{% endmacro %}{% macro n(a, b) %}{{ m(2) }}{% endmacro %}",
    "a part is handed on": "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}"
    "{% macro n(a, b) %}{{ [a, b]|map('upper')|map('string')|join }}{{ k(m, a) }}{% endmacro %}"
    "{% macro k(f, x) %}{{ f(x) }}{% endmacro %}",
    "a call has a body": "{% macro m(x) %}<{{ caller(x) }}>{% endmacro %}"
    "{% macro n(a, b) %}{% call(a) m(b) %}{{ a }}{% endcall %}{{ a }}{% endmacro %}",
    "a part takes more": "{% macro m(x) %}{{ x }}{{ varargs }}{{ kwargs }}{% endmacro %}"
    "{% macro n(a, b) %}{{ m(a, b, c=b) }}{% endmacro %}",
    "a part has a part within": "{% macro m(a) %}{% macro k(a) %}{{ a }}{% endmacro %}"
    "{{ k(3) }}{{ a }}{% endmacro %}{% macro n(a, b) %}{{ m(4) }}{% endmacro %}",
    "a part includes": '{% macro m() %}{% include "inc" %}{% endmacro %}'
    "{% macro n(a, b) %}{{ m() }}{% endmacro %}",
    "a word's name is taken": '{% macro m(_) %}{{ _("Read on") }}{% endmacro %}'
    "{% macro n(a, b) %}{{ m(k) }}{% endmacro %}{% macro k(x) %}({{ x }}){% endmacro %}",
    "words in all places": '{% macro n(a, b) %}{{ _("%(a)s of %(b)s", a=a, b=_("Read on")) }}'
    '{{ _("Read on")|upper }}{{ _("Read on") ~ a }}{{ a if _("") else _("Read on") }}'
    '{{ _(a) }}{{ ngettext("%(num)s <", "%(num)s >", 2) }}{% trans x=a %}By {{ x }} %{% endtrans %}'
    "{% endmacro %}",
    "what is known is folded": "{% macro m(f, g) %}{% if f and g %}1{% elif not f %}2{% else %}3"
    "{% endif %}{{ f and g }}{{ g or f }}{{ not f }}{% if g %}{% elif f %}4{% endif %}"
    "{% endmacro %}{% macro n(a, b) %}{{ m(true, a) }}{{ m(false, b) }}{{ m(1, '') }}"
    "{{ m('', 0) }}{% endmacro %}",
    "escaping is turned off": "{% autoescape false %}{% macro m(x) %}<{{ x }}>{% endmacro %}"
    "{% endautoescape %}{% macro n(a, b) %}{{ a }}{% endmacro %}",
    "a loop's name hides a part": "{% macro m(a) %}{{ k(a) }}{% for k in [a] %}{{ k }}{% endfor %}"
    "{% endmacro %}{% macro k(x) %}<{{ x }}>{% endmacro %}"
    "{% macro n(a, b) %}{{ m(b) }}{% endmacro %}",
    "a template is imported whole": '{% import "inc" as inc %}{% macro n(a, b) %}{{ inc.i(a) }}'
    "{% endmacro %}",
}
INC = '{% macro i(x, y=0) %}{{ x|default("?") }}{% endmacro %}inc'


@pytest.mark.parametrize("parts", TRICKY.values(), ids=TRICKY)
@pytest.mark.parametrize(
    "page",
    [
        '{% from "parts" import n %}{{ n(a, b) }}|{{ a }}{{ b }}',
        '{% from "parts" import n as a_part %}{% set x = a %}{{ a_part(b=a, a=b) }}{{ x }}',
        """{% extends "base" %}{% from "parts" import n %}not shown {{ n(a, b) }}
        {% block main %}{% for x in [a, b] %}{{ n(x, loop.index) }}{% endfor %}{% endblock %}""",
        '{% from "parts" import n %}{% set m %}{{ n(a, b) }}{% endset %}{{ m }}{{ m|length }}',
        '{% from "parts" import n %}{% autoescape false %}{{ n(a, b) }}{{ a }}{% endautoescape %}',
        '{% from "parts" import n %}{% from "inc" import i %}{% set n = i %}{{ n(a, b) }}',
        """{% from "parts" import n %}{% from "inc" import i %}
        {% block main %}{% with i = n %}{{ i(a, b) }}{% endwith %}{% endblock %}""",
        '{% from "parts" import n %}{% include "shows" %}',
        '{% from "parts" import n %}{% if a %}{% from "inc" import i as n %}{% endif %}{{ n(a) }}',
    ],
)
def test_names_mean_what_they_meant(page: str, parts: str) -> None:
    """Whatever a part and its caller call things."""
    tree = {
        "page": page,
        "parts": parts,
        "inc": INC,
        "shows": "{{ n(a, b) }}",
        "base": "{% block head %}<{{ self.main() }}>{% endblock %}{% block main %}{% endblock %}",
    }
    both(tree, a="<甲>", b="乙")


def test_a_part_that_calls_itself_may_be_imported_by_value() -> None:
    """A template never imports from itself."""
    tree = {
        "page": '{% from "parts" import n, m %}{{ n(3) }}{{ [2]|map("string")|list }}{{ m }}'
        "{{ m(2) }}",
        "parts": TRICKY["a part calls itself"].replace("n(a, b)", "n(a)"),
    }
    plain, joined = environments(tree)
    assert plain.get_template("page").render() == joined.get_template("page").render()


@pytest.mark.parametrize(
    "call",
    ["m()", "m(1, 2, 3)", "m(1, c=2)", "m(1, a=2)", "gone(1)", "m(nothing)", 'm(_("Odd"))'],
)
def test_what_fails_still_fails(call: str) -> None:
    """A call that does not fit its part is no empty place on the page."""
    tree = {
        "page": '{% from "parts" import m, gone %}{{ ' + call + " }}",
        "parts": "{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}",
    }
    failures = []
    for environment in environments(tree):
        with pytest.raises(Exception) as failure:  # noqa: PT011 - of whatever type
            environment.get_template("page").render()
        failures.append(failure.type)
    assert failures[0] is failures[1]


NAMES = st.sampled_from("abc")
VALUES = st.sampled_from(["a", "b", "c", "1", "0", '"<x>"', '""', "[a, b]", "none", '_("Read on")'])


def wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Statements around others."""
    return st.one_of(
        st.tuples(inner, inner).map("".join),
        st.builds("{{% if {} %}}{}{{% else %}}{}{{% endif %}}".format, VALUES, inner, inner),
        st.builds(
            "{{% for {} in [{}, {}] %}}{}{{% endfor %}}".format, NAMES, VALUES, VALUES, inner
        ),
        st.builds("{{% with {} = {} %}}{}{{% endwith %}}".format, NAMES, VALUES, inner),
    )


def statements(*parts: str) -> st.SearchStrategy[str]:
    """What a macro or page may consist of; ``parts`` are the macros it may call."""
    shown = [
        st.builds("{{{{ {} }}}}".format, VALUES),
        st.builds("{{% set {} = {} %}}".format, NAMES, VALUES),
        st.builds('{{{{ _("%(a)s of %(b)s", a={}, b={}) }}}}'.format, VALUES, VALUES),
    ]
    if parts:
        call = st.builds("{{{{ {}({}, b={}) }}}}".format, st.sampled_from(parts), VALUES, VALUES)
        shown += [call, call]
    return st.recursive(st.one_of(shown), wrapped, max_leaves=8)


def macro(name: str, body: str) -> str:
    """A macro that gives itself all names that its body may ask for."""
    return f'{{% macro {name}(a, b, c="&") %}}({body}){{% endmacro %}}'


@given(
    st.tuples(
        statements().map(lambda body: macro("k", body)),
        statements("k").map(lambda body: macro("m", body)),
        statements("k", "m"),
    )
)
def test_any_page_is_the_same(made: tuple[str, str, str]) -> None:
    """However parts, loops and names are put together."""
    first, second, page = made
    head = '{% from "one" import k %}'
    tree = {
        "one": first,
        "two": head + second,
        "page": head + '{% from "two" import m %}{% block x %}' + page + "{% endblock %}",
    }
    both(tree, a="<甲>", b=2, c="")


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("&<>\"'"))))
def test_text_is_written_as_it_is_escaped_elsewhere(text: str) -> None:
    """To the letter; what is markup already stays."""
    assert written(text) == str(escape(text))
    assert written(Markup(text)) == text  # noqa: S704 - to see that it stays


@pytest.mark.parametrize("value", [0, None, 1.5, True, ["<"], {"<": 1}, escape("<")])
def test_what_is_no_text_is_written_as_ever(value: object) -> None:
    """As ``markupsafe.escape`` writes it."""
    assert written(value) == escape(value)


class Shown(str):
    """A text that knows how it is shown."""

    __slots__ = ()

    def __html__(self) -> str:
        """As HTML."""
        return f"<b>{escape(str(self))}</b>"


def test_a_text_that_is_markup_says_so_itself() -> None:
    """As Jinja and markupsafe agree."""
    assert written(Shown("<")) == "<b>&lt;</b>"


Make = Callable[..., Renderer]


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Make:
    """Make a renderer of templates; ``much`` bytes are enough to join one."""

    def made(tree: Mapping[str, str], much: int) -> Renderer:
        monkeypatch.setattr(templates, "MUCH", much)
        for name, text in tree.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return Renderer(RenderSetup((str(tmp_path),), ""))

    return made


NOTE = {
    "note.html": '{% from "part.html" import part %}<p>{{ part(title) }}</p>',
    "part.html": "\n{% macro part(x) %}\n{{ x.y|default(x) }}\n{{ 1 / (x|length) }}{% endmacro %}",
}


def test_a_template_of_many_pages_is_joined(make: Make) -> None:
    """After as many bytes as that is worth, and to the same pages."""
    own = make(NOTE, 40)
    made = []
    for _ in range(4):
        made.append(own.render(Note(site=Frame("周报"), title="题<")))
        assert ("joined" in vars(own)) is (sum(map(len, made[:-1])) >= 40)
    assert len(set(made)) == 1
    assert "joined" in vars(own)


def test_templates_of_few_pages_are_not_joined(make: Make) -> None:
    """However large they are: to join takes longer than it saves."""
    own = make(NOTE, 0)
    note = Note(site=Frame("周报"), title="题")
    own.expect(templates.MANY - 1)
    few = own.render(note)
    assert "joined" not in vars(own)
    own.expect(templates.MANY)
    assert own.render(note) == few
    assert "joined" in vars(own)


def test_where_a_page_failed_is_said_of_the_part(make: Make) -> None:
    """A joined template no longer knows it."""
    with pytest.raises(ZeroDivisionError) as failure:
        make(NOTE, 0).render(Note(site=Frame("周报"), title=""))
    last = failure.traceback[-1]
    assert Path(str(last.path)).name == "part.html"
    assert last.lineno + 1 == 4


def test_what_cannot_be_joined_is_rendered_as_it_is(make: Make) -> None:
    """A template may use what another imports, though nobody should."""
    tree = {
        "note.html": '{% extends "base.html" %}{% from "part.html" import part %}',
        "base.html": "<p>{% block main %}{{ part(title) }}{% endblock %}</p>",
        "part.html": "{% macro part(x) %}{{ x }}{% endmacro %}",
    }
    assert make(tree, 0).render(Note(site=Frame("周报"), title="题")).decode() == "<p>题</p>"
