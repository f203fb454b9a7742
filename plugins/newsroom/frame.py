"""What every page shows of the site: from site.toml and the theme alone."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from plugins.edition.almanacs import sound_almanacs
from plugins.edition.cards import Assets, Link, SiteFrame
from plugins.edition.columns import section_path
from plugins.edition.findings import Finding, finding
from plugins.edition.resolve import SEARCH, SITE_PATHS
from plugins.edition.sources import (
    AlmanacSource,
    ColumnSource,
    PageSource,
    SiteSource,
    Source,
    TagSource,
    TopicSource,
    UnitSource,
)
from plugins.edition.specs import Place
from plugins.edition.urls import url_of
from plugins.search.pagefind import PACKAGE, program

from .config import SettingsError


def frame_of(
    site: SiteSource, address: str, static: Mapping[str, bytes], sources: Sequence[Source]
) -> tuple[SiteFrame, list[Finding]]:
    """The frame of all pages for a build that will stand at ``address``.

    Raises ``SettingsError`` where neither it nor site.toml says an address.
    """
    findings = _unsearchable(site)
    if not site.base_url:
        findings.append(finding("warning", "address-missing", site.path))
        if not address:
            raise _unaddressed(findings)
    parts = urlsplit(address or site.base_url)
    origin, root = f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/")
    known = {source.path: source for source in sources if _stays(source)}
    paths = _paths(site)
    links = []
    for entry in site.navigation:
        url = _target(entry.to, root, known, paths)
        if url:
            links.append(Link(entry.label, url))
        else:
            findings.append(_lost(site, "navigation-missing", entry.place, entry.to))
    # A page may be named by its file or by its path: /pages/reuse/.
    wanted = site.rights.acquire
    forms = (wanted, wanted.strip("/") + ".md") if wanted else ()
    acquire = next(filter(None, (_target(form, root, known, paths) for form in forms)), "")
    if wanted and not acquire:
        findings.append(_lost(site, "acquire-missing", site.rights.acquire_place, wanted))
    frame = SiteFrame(
        name=site.name,
        name_en=site.name_en,
        slogan=site.slogan,
        description=site.description,
        notice=site.notice,
        language=site.language,
        origin=origin,
        root=root,
        navigation=tuple(links),
        contact=site.contact,
        filings=site.filings,
        assets=_assets(root, static, site.language),
        official=site.official,
        site_id_code=site.site_id_code,
        license=site.rights.license,
        title_pattern=site.title_pattern,
        acquire=origin + acquire if acquire.startswith("/") else acquire,
        search=SEARCH in paths,
    )
    return frame, findings


def _paths(site: SiteSource) -> set[str]:
    """The pages without a file that there are."""
    search = site.search and program() is not None
    return {*SITE_PATHS, *map(section_path, site.sections), *([SEARCH] if search else [])}


def _unsearchable(site: SiteSource) -> list[Finding]:
    """That there is to be a search, and no program that makes one."""
    if not site.search or program() is not None:
        return []
    return [finding("warning", "search-missing", site.path, package=PACKAGE)]


def served(frame: SiteFrame, static: Mapping[str, bytes]) -> dict[str, bytes]:
    """The static files that a site needs: without its page the search's script is of no use."""
    unused = "" if frame.search else frame.assets.search.removeprefix(frame.root)
    return {url: data for url, data in static.items() if url != unused}


def _unaddressed(findings: list[Finding]) -> SettingsError:
    error = SettingsError("address-missing", "site.toml has no base_url")
    error.findings = findings
    return error


def _lost(site: SiteSource, rule: str, place: Place, target: str) -> Finding:
    return finding("warning", rule, site.path, place.line, place.column, target=target)


def _assets(root: str, static: Iterable[str], language: str) -> Assets:
    named = {_plain(url): root + url for url in static}
    return Assets(
        css=named["site.css"],
        js=named["site.js"],
        icon=named["icon.svg"],
        viewer=named["viewer.js"],
        feed=named[f"feed-{'en' if language == 'en' else 'zh'}.css"],
        search=named["search.js"],
    )


def _plain(url: str) -> str:
    """A static file's name without its hash: of ``/static/site.<hash>.css`` it is ``site.css``."""
    stem, _, suffix = url.rpartition("/")[2].split(".")
    return f"{stem}.{suffix}"


def _stays(source: Source) -> bool:
    """Tell whether the navigation may name a source: an article may wait, or be withdrawn."""
    if isinstance(source, PageSource | TopicSource):
        return source.status == "published"
    if isinstance(source, AlmanacSource):
        return bool(sound_almanacs([source])[0])
    return isinstance(source, ColumnSource | UnitSource | TagSource)


def _target(to: str, root: str, known: Mapping[str, Source], paths: set[str]) -> str:
    """Where an entry of the navigation leads; nothing where that is not there."""
    if to.startswith(("https://", "http://")):
        return to
    if to in paths:
        return root + to
    source = known.get(to.lstrip("/"))
    return root + url_of(source) if source is not None else ""
