"""What ``lanmu alias`` may be asked. Light: it is imported to say what there is to ask."""

import argparse


def add_options(command: argparse.ArgumentParser) -> None:
    """Declare what ``lanmu alias`` may be asked."""
    command.add_argument(
        "old", metavar="OLD", help="旧网址，以斜线开头 the old address, from its slash on"
    )
    command.add_argument(
        "new", metavar="NEW", nargs="?", help="现在的网址或文件 the address it has now, or its file"
    )
    command.add_argument(
        "--withdrawn",
        action="store_true",
        help="不转到别处：已经撤下，不再恢复 it leads nowhere: what was there is gone for good",
    )
