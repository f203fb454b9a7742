"""Axe over one page of each type: light and dark, on a phone and on a desk."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import Visit
from tests.helpers.pages import STANDING, fullest, pages_of
from tests.helpers.programs import node_file
from tests.helpers.sites import Site

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Of what is as it should be no list is wanted: on a long page most of the time goes into it.
RUN = """(rules) => axe.run(document, {runOnly: rules, resultTypes: ["violations"]})
  .then((result) => result.violations)"""


@pytest.mark.parametrize("page_type", STANDING)
def test_axe_finds_nothing(look: Callable[..., Visit], sample_site: Site, page_type: str) -> None:
    """No violation of WCAG 2.2 AA that a program can find, nor of what axe holds good practice.

    Dark on a phone, then light on a desk: what a rule sees is the layout or the colours.
    """
    seen = look(
        fullest(sample_site.output, page_type),
        width=320,
        color_scheme="dark",
        # Axe is put in by hand; that the policy would refuse it is its purpose.
        bypass_csp=True,
    )
    assert violations(seen) == []
    seen.page.set_viewport_size({"width": 1280, "height": 900})
    seen.page.emulate_media(color_scheme="light")
    assert violations(seen) == []


def test_axe_finds_nothing_where_a_page_leads_on(
    visit: Callable[..., Visit], sample_site: Site
) -> None:
    """A browser goes on at once; what is seen by those that do not is looked at without that."""
    [url] = pages_of(sample_site.output, "redirect")
    seen = visit(url, width=320, bypass_csp=True)
    seen.page.wait_for_url("**/columns/first-aid/2021/aed/")
    stays = re.sub('<meta http-equiv="refresh"[^>]*>', "", sample_site.read(url))
    html = "text/html; charset=utf-8"
    seen.page.route(f"**{url}", lambda route: route.fulfill(body=stays, content_type=html))
    seen.open(url)
    assert seen.page.url.endswith(url)
    assert violations(seen) == []


def test_axe_is_awake(visit: Callable[..., Visit]) -> None:
    """A picture without a text is found."""
    seen = visit("/", bypass_csp=True)
    seen.page.evaluate("document.querySelector('main').append(new Image())")
    assert any("image-alt" in each for each in violations(seen))


def violations(seen: Visit) -> list[str]:
    """Run axe in the page; each violation as one line."""
    if not seen.page.evaluate("'axe' in window"):
        seen.page.add_script_tag(path=node_file("axe-core/axe.min.js"))
    found: list[dict[str, Any]] = seen.page.evaluate(RUN, RULES)
    return [
        f"{each['id']}: {node['target']}: {node['failureSummary']}"
        for each in found
        for node in each["nodes"]
    ]
