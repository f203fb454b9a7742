"""What ``lanmu stats`` may be asked. Light: it is imported to say what there is to ask."""

import argparse
import datetime as dt


def add_options(command: argparse.ArgumentParser) -> None:
    """Declare what ``lanmu stats`` may be asked."""
    command.add_argument(
        "--by",
        choices=("unit", "column", "tag"),
        default="unit",
        help="每行是：单位、栏目或标签 a line each (%(default)s)",
    )
    command.add_argument(
        "--across",
        choices=("column", "year", "month"),
        help="每列是：栏目、年份或月份 over the numbers (unit: column, others: year)",
    )
    command.add_argument("--year", type=_year, metavar="YYYY", help="只统计一年 one year alone")
    command.add_argument(
        "--from",
        dest="first",
        type=_day,
        metavar="YYYY-MM-DD",
        help="从这一天起，含当天 from this day on",
    )
    command.add_argument(
        "--until",
        dest="last",
        type=_day,
        metavar="YYYY-MM-DD",
        help="到这一天止，含当天 up to and with this day",
    )
    command.add_argument(
        "--format",
        choices=("text", "csv", "json"),
        default="text",
        help="格式，csv 可以用 Excel 打开 form of the table; csv opens in Excel (%(default)s)",
    )


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and dt.MINYEAR <= int(text) <= dt.MAXYEAR):
        raise argparse.ArgumentTypeError(f"应写成 write it as 2021: {text}")
    return int(text)


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"应写成 write it as 2021-07-01: {text}") from error
