"""What a run of the press did."""

import msgspec


class Report(msgspec.Struct, frozen=True):
    """What a run did: files in the output, rendered, written anew, removed."""

    pages: int
    rendered: int
    written: int
    removed: int
