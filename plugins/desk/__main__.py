"""``lanmu``: build the site, preview it, check what editors wrote, plan the almanacs.

Nothing heavy is imported before it is known what is wanted.
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from . import exits
from .alias_options import add_options as add_alias_options
from .almanac_options import add_options as add_almanac_options
from .focus_options import add_options as add_focus_options
from .stats_options import add_options as add_stats_options
from .words import language_of, say


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(
        prog="lanmu",
        description="栏目：Git 仓库里的新闻编辑部。A newsroom in a Git repository.",
        epilog="退出码 exit codes: 0 一切正常 well; 1 建成但有错误 built, with errors found; "
        "2 命令或设置有误 wrong call or settings; "
        "3 未建成，原网站未动 not built, output untouched.",
    )
    commands = top.add_subparsers(
        dest="command",
        required=True,
        metavar="build|preview|check|publish|alias|report|stats|focus|almanac",
    )
    build = commands.add_parser("build", help="建站 build the site")
    publish = commands.add_parser(
        "publish",
        help="按正式网址建站，记下新的网址 build for the site's own address, keep the ledger",
    )
    alias = commands.add_parser("alias", help="写下旧网址转到哪里 where an old address leads")
    add_alias_options(alias)
    preview = commands.add_parser(
        "preview", help="连同草稿在本机预览，随改随看 serve with drafts, and follow what changes"
    )
    check = commands.add_parser("check", help="只检查稿件 check the content, write no site")
    report = commands.add_parser(
        "report", help="栏目一览：频率、最近一篇、过期几天 how each column stands"
    )
    report.add_argument(
        "--format",
        choices=("text", "json", "csv"),
        default="text",
        help="格式，csv 可用电子表格打开 form, csv for spreadsheets (%(default)s)",
    )
    stats = commands.add_parser("stats", help="供稿统计 count the published articles")
    add_stats_options(stats)
    focus = commands.add_parser(
        "focus", help="看图片裁切后留下什么 a contact sheet of what crops keep of pictures"
    )
    add_focus_options(focus)
    almanac = commands.add_parser(
        "almanac", help="史上的今天：周年计划、空缺的日子 anniversaries, days without an entry"
    )
    others = (alias, preview, check, report, stats, focus, *add_almanac_options(almanac))
    for command in (build, publish, *others):
        command.add_argument(
            "--content",
            type=Path,
            default=Path("content"),
            metavar="DIR",
            help="稿件文件夹 folder of the content (%(default)s)",
        )
        command.add_argument(
            "--cache",
            type=Path,
            default=Path(".cache"),
            metavar="DIR",
            help="缓存文件夹 what is kept between builds (%(default)s)",
        )
        command.add_argument(
            "--jobs",
            type=_jobs,
            default=0,
            metavar="N",
            help="进程数，0 为处理器数 processes, 0: one a processor",
        )
        command.add_argument(
            "--now",
            default="",
            metavar="TIME",
            help="当作现在的时间 moment of the build, ISO 8601 with offset",
        )
    for command in (build, publish, check):
        command.add_argument(
            "--format",
            choices=("text", "json", "github", "sarif"),
            default="text",
            help="问题的格式 form of the findings (%(default)s)",
        )
    build.add_argument(
        "--publish",
        action="store_true",
        help="以正式网址建站 at the site's own address (publishconf.py)",
    )
    for command in (build, publish):
        command.add_argument(
            "--output",
            type=Path,
            default=Path("output"),
            metavar="DIR",
            help="网站文件夹，整个替换 folder of the site, replaced whole (%(default)s)",
        )
        command.add_argument(
            "--executor",
            default="",
            metavar="ADDRESS",
            help="在 Dask 集群上建站 a cluster's scheduler, dask://HOST:PORT (docs/cluster.md)",
        )
    preview.add_argument(
        "--port", type=int, default=8000, metavar="N", help="端口 port (%(default)s)"
    )
    preview.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="地址，换成 0.0.0.0 则能连到本机的人都看得到草稿 address to listen on: "
        "with 0.0.0.0 whoever can reach this machine sees the drafts (%(default)s)",
    )
    return top


def _jobs(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("0 或正整数 0 or more")
    return number


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    started = time.perf_counter()
    options = parser().parse_args(arguments)
    from . import commands

    options.language = language_of(options.content)
    try:
        if options.command in {"build", "publish"}:
            build = commands.build if options.command == "build" else commands.publish
            return build(options, started)
        others = {
            "alias": commands.alias,
            "almanac": commands.almanac,
            "check": commands.check,
            "focus": commands.focus,
            "preview": commands.preview,
            "report": commands.report,
            "stats": commands.stats,
        }
        return others[options.command](options)
    except commands.Refused as refused:
        print(refused.said, file=sys.stderr)
        return refused.code
    except KeyboardInterrupt:
        return exits.FAILED
    except Exception as error:
        if os.environ.get("LANMU_DEBUG"):
            raise
        detail = f"{type(error).__name__}: {error}"
        print(say(options.language, "unexpected", detail=detail), file=sys.stderr)
        return exits.FAILED


if __name__ == "__main__":
    sys.exit(main())
