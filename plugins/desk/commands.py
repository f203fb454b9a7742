"""The commands: each asks the newsroom and says what came of it."""

import argparse
import contextlib
import datetime as dt
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import structs

from plugins.checks.formats import render, safe
from plugins.edition.findings import SEVERITIES, Finding
from plugins.newsroom.config import Config
from plugins.newsroom.errors import PressError, SettingsError
from plugins.newsroom.outcome import Outcome
from plugins.newsroom.progress import Progress, silent

from . import exits
from .words import say, why


class Refused(Exception):
    """A command that came to nothing: what is said of it, and its exit code."""

    def __init__(self, said: str, code: int) -> None:
        super().__init__(said)
        self.said = said
        self.code = code


def build(options: argparse.Namespace, started: float) -> int:
    """``lanmu build``."""
    conf = "publishconf.py" if options.publish else "pelicanconf.py"
    paths = {"PATH": str(options.content), "OUTPUT_PATH": str(options.output)}
    outcome = _built(options, conf, paths, {"executor": options.executor})
    _report(outcome, options, time.perf_counter() - started)
    return _code(outcome.findings)


def publish(options: argparse.Namespace, started: float) -> int:
    """``lanmu publish``: builds at the site's own address, and writes down what addresses are new.

    With errors nothing is written down: such a site is not to be put out.
    """
    from plugins.newsroom.ledger import add

    paths = {"PATH": str(options.content), "OUTPUT_PATH": str(options.output)}
    asked: dict[str, object] = {"executor": options.executor, "ledger": True}
    outcome = _built(options, "publishconf.py", paths, asked)
    _report(outcome, options, time.perf_counter() - started)
    code, count = _code(outcome.findings), len(outcome.unlisted)
    if not count:
        return code
    language = outcome.language
    if code == exits.WELL:
        with _said_in_words(options):
            path = add(options.content, outcome.unlisted)
        print(say(language, "ledger_written", count=count, path=path), file=sys.stderr)
    else:
        print(say(language, "ledger_waits", count=count), file=sys.stderr)
    return code


def alias(options: argparse.Namespace) -> int:
    """``lanmu alias``: writes down where an old address leads, or that it is gone."""
    from plugins.newsroom.aliasing import write_alias
    from plugins.newsroom.ledger import withdraw

    language = options.language
    _need_content(options)
    if options.withdrawn == bool(options.new):
        raise Refused(say(language, "alias_call"), exits.CALL)
    options.format = "text"
    day = dt.datetime.fromisoformat(
        _moment(options) or dt.datetime.now(dt.UTC).astimezone().isoformat()
    )
    with _said_in_words(options):
        if options.withdrawn:
            path = withdraw(options.content, options.old, day.date())
            print(say(language, "alias_withdrawn", address=safe(options.old), path=path))
        else:
            made = write_alias(options.content, options.old, options.new)
            word = "alias_written" if made.new else "alias_known"
            print(say(language, word, address=safe(options.old), path=safe(made.file)))
    return exits.WELL


def preview(options: argparse.Namespace) -> int:
    """``lanmu preview``: serves with drafts, and follows what changes.

    It has a cache of its own, so that a build can be made at the same time.
    """
    from . import preview

    _need(options, "pelicanconf.py")
    options.format, options.now = "text", _moment(options)
    with _said_in_words(options):
        try:
            return preview.serve(options)
        except preview.PortTaken as error:
            said = say(options.language, "port", port=options.port, detail=error)
            raise Refused(said, exits.CALL) from error


def check(options: argparse.Namespace) -> int:
    """``lanmu check``: drafts are looked at too."""
    from plugins.newsroom.newsroom import look_over

    with _said_in_words(options):
        findings, language = look_over(_config(options, drafts=True), options.content)
    _print_findings(findings, options, language)
    if options.format == "text":
        print(_counted(findings, language))
    return _code(findings)


def report(options: argparse.Namespace) -> int:
    """``lanmu report``: how the columns stand for readers, drafts left aside."""
    from plugins.newsroom.standings import column_rows

    from .report import rendered

    form, options.format = options.format, "text"
    with _said_in_words(options):
        rows, findings, language = column_rows(_config(options), options.content)
    _print(rendered(rows, form, language), form)
    return _left_aside(findings, language)


def stats(options: argparse.Namespace) -> int:
    """``lanmu stats``: what is published is counted, as a build would publish it now."""
    from plugins.newsroom.stats import count

    from . import stats

    # What is found wrong is said in words, beside the table.
    form, options.format = options.format, "text"
    what = stats.wanted(options)
    if what.first > what.last:
        detail = f"--from {what.first} --until {what.last}"
        raise Refused(say(options.language, "settings", detail=detail), exits.CALL)
    with _said_in_words(options):
        counted = count(_config(options), options.content, what)
    _print(stats.rendered(counted.table, what, form, counted.language), form)
    return _left_aside(counted.findings, counted.language)


def focus(options: argparse.Namespace) -> int:
    """``lanmu focus``: what crops keep of pictures, drafts' among them, as a page to look at."""
    from plugins.newsroom.focusing import contact_sheet

    from .focus import counted, rendered

    options.format = "text"
    with _said_in_words(options):
        made = contact_sheet(_config(options, drafts=True), options.content, options.files)
        path = options.output or options.cache / "focus.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rendered(made), "utf-8")
    for name in made.absent:
        print(say(made.language, "focus_absent", path=safe(name)), file=sys.stderr)
    print(say(made.language, "focus_written", counted=counted(made), path=path))
    return exits.CALL if made.absent else exits.WELL


def almanac(options: argparse.Namespace) -> int:
    """``lanmu almanac``: by what is published; what is found wrong is said beside it."""
    from plugins.newsroom.plans import empty_days, year_plan

    from .almanac import missing, planned

    form, options.format = options.format, "text"
    config = _config(options)
    with _said_in_words(options):
        if options.what == "plan":
            plan = year_plan(config, options.content, options.year, options.almanac)
            text, findings = planned(plan, form, round_only=options.round_only), plan.findings
        else:
            gaps = empty_days(config, options.content, options.almanac)
            text, findings = missing(gaps, form, options.month), gaps.findings
    _print(text, form)
    return _left_aside(findings, options.language)


def _config(options: argparse.Namespace, *, drafts: bool = False) -> Config:
    """What a command that writes no site goes by; none shows an address, so any will do."""
    return Config(
        cache=str(options.cache),
        jobs=options.jobs,
        now=_moment(options),
        drafts=drafts,
        address="http://127.0.0.1",
    )


def _left_aside(findings: Sequence[Finding], language: str) -> int:
    """Say on standard error how many errors there are, whose files were not counted."""
    errors = sum(found.severity == "error" for found in findings)
    if errors:
        print(say(language, "left_aside", errors=errors), file=sys.stderr)
    return _code(findings)


def _print(text: str, form: str) -> None:
    """Print what may be long: who reads it may stop before its end (``| head``)."""
    try:
        if form == "csv":
            # Bytes, so that no platform makes other line ends of them.
            sys.stdout.buffer.write(text.encode())
            sys.stdout.buffer.flush()
        else:
            print(text, flush=True)
    except BrokenPipeError:
        # What is left in the buffer has to go somewhere when the program ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _built(
    options: argparse.Namespace, conf: str, paths: dict[str, str], more: dict[str, object]
) -> Outcome:
    from .hooks import build as run

    _need(options, conf)
    lanmu = {
        "cache": str(options.cache),
        "jobs": options.jobs,
        "now": _moment(options),
        **more,
    }
    with _said_in_words(options), _progress(options) as progress:
        return run(Path(conf), paths, lanmu, progress)


def _need(options: argparse.Namespace, conf: str) -> None:
    """See that there are settings and content."""
    if not Path(conf).is_file():
        raise Refused(say(options.language, "no_conf", file=conf), exits.CALL)
    _need_content(options)


def _need_content(options: argparse.Namespace) -> None:
    if not options.content.is_dir():
        said = say(options.language, "no_content", path=options.content)
        raise Refused(said, exits.CALL)


def _moment(options: argparse.Namespace) -> str:
    try:
        return dt.datetime.fromisoformat(options.now).isoformat() if options.now else ""
    except ValueError as error:
        said = say(options.language, "settings", detail=f"--now {options.now}")
        raise Refused(said, exits.CALL) from error


@contextlib.contextmanager
def _said_in_words(options: argparse.Namespace) -> Iterator[None]:
    """Turn what ends a build into words and an exit code."""
    try:
        yield
    except SettingsError as error:
        _print_findings(error.findings, options, options.language)
        said = say(options.language, "settings", detail=why(options.language, error))
        raise Refused(said, exits.CALL) from error
    except PressError as error:
        word = "settings" if error.exitcode == exits.CALL else "failed"
        said = say(options.language, word, detail=why(options.language, error))
        raise Refused(said, error.exitcode) from error
    except OSError as error:
        raise Refused(say(options.language, "failed", detail=error), exits.FAILED) from error


def _print_findings(
    findings: Sequence[Finding], options: argparse.Namespace, language: str
) -> None:
    if findings or options.format != "text":
        text = render(findings, format=options.format, language=language, root=str(options.content))
        if options.format == "json":
            text = json.dumps({"findings": json.loads(text)}, ensure_ascii=False, indent=2)
        print(text.rstrip("\n"))


def _report(outcome: Outcome, options: argparse.Namespace, seconds: float) -> None:
    language, report, summary = outcome.language, outcome.report, outcome.summary
    if options.format == "json":
        print(_json(outcome, options, seconds))
        return
    _print_findings(outcome.findings, options, language)
    if options.format == "sarif":
        return
    print(_counted(outcome.findings, language))
    print(
        say(
            language,
            "articles",
            total=summary.articles_in,
            out=summary.articles_out,
            held=summary.held,
            left=len(summary.left_out),
        )
    )
    for path in summary.left_out:
        print(say(language, "left_out", path=safe(path)))
    changed = report.rendered or report.written or report.removed
    print(
        say(
            language,
            "pages" if changed else "nothing",
            pages=report.pages,
            rendered=report.rendered,
            written=report.written,
            removed=report.removed,
        )
    )
    took = structs.asdict(outcome.stages)
    stages = say(language, "stages", **took) if any(took.values()) else ""
    print(say(language, "done", seconds=seconds, stages=stages, output=options.output))


def _json(outcome: Outcome, options: argparse.Namespace, seconds: float) -> str:
    report, summary = outcome.report, outcome.summary
    findings = render(
        outcome.findings, format="json", language=outcome.language, root=str(options.content)
    )
    whole = {
        "findings": json.loads(findings),
        "summary": {
            "articles": {
                "in": summary.articles_in,
                "out": summary.articles_out,
                "held": summary.held,
                "left_out": list(summary.left_out),
            },
            "pages": report.pages,
            "rendered": report.rendered,
            "written": report.written,
            "removed": report.removed,
            "seconds": round(seconds, 3),
            "stages": {k: round(v, 3) for k, v in structs.asdict(outcome.stages).items()},
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _counted(findings: Sequence[Finding], language: str) -> str:
    counts = Counter(finding.severity for finding in findings)
    if not counts:
        return say(language, "none")
    return say(language, "findings", **{name: counts[name] for name in SEVERITIES})


def _code(findings: Sequence[Finding]) -> int:
    return exits.FINDINGS if any(f.severity == "error" for f in findings) else exits.WELL


@contextlib.contextmanager
def _progress(options: argparse.Namespace) -> Iterator[Progress]:
    """A bar on a terminal; in CI and in files nothing but the closing lines."""
    if options.format != "text" or not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    # No refreshing thread: workers are forked while the bar stands.
    with Bar(console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        tasks = {
            what: bar.add_task(say(options.language, word), total=None)
            for what, word in (("read", "read"), ("pages", "paint"))
        }

        def tell(what: str, done: int, of: int) -> None:
            if what in tasks:
                bar.update(tasks[what], completed=done, total=of, refresh=True)

        yield tell
