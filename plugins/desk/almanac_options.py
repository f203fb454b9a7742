"""What ``lanmu almanac`` may be asked. Light: it is imported to say what there is to ask."""

import argparse
import datetime as dt

MONTHS = 12


def add_options(command: argparse.ArgumentParser) -> tuple[argparse.ArgumentParser, ...]:
    """Declare ``plan`` and ``gaps``, and give them back."""
    kinds = command.add_subparsers(dest="what", required=True, metavar="plan|gaps")
    plan = kinds.add_parser("plan", help="一年里有哪些周年 what a year keeps")
    gaps = kinds.add_parser("gaps", help="哪些日子还没有条目 days without an entry")
    plan.add_argument(
        "--year", type=_year, metavar="YYYY", help="哪一年，不写为今年 the year (this one)"
    )
    plan.add_argument(
        "--round-only", action="store_true", help="只列整五整十 round anniversaries alone"
    )
    gaps.add_argument("--month", type=_month, metavar="M", help="只看一个月 one month alone")
    for one in (plan, gaps):
        one.add_argument(
            "--almanac",
            default="",
            metavar="NAME",
            help="只看一个，写文件夹的名字 one almanac alone, by its folder",
        )
    for one, forms in ((plan, ("text", "csv", "json")), (gaps, ("text", "json"))):
        one.add_argument("--format", choices=forms, default="text", help="格式 form (%(default)s)")
    return plan, gaps


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and dt.MINYEAR <= int(text) <= dt.MAXYEAR):
        raise argparse.ArgumentTypeError(f"应写成 write it as 2027: {text}")
    return int(text)


def _month(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= MONTHS):
        raise argparse.ArgumentTypeError(f"1-12: {text}")
    return int(text)
