"""What ``lanmu focus`` may be asked. Light: it is imported to say what there is to ask."""

import argparse
from pathlib import Path


def add_options(command: argparse.ArgumentParser) -> None:
    """Declare what ``lanmu focus`` may be asked."""
    command.add_argument(
        "files",
        nargs="*",
        metavar="FILES",
        help="图片或文件夹，不写则是裁切用到的图片 pictures, folders (else what is shown cut)",
    )
    command.add_argument(
        "--output",
        type=Path,
        default=None,
        metavar="FILE",
        help="写到哪个文件 where to write the sheet (focus.html in the cache)",
    )
