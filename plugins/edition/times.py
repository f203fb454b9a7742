"""Times as machines can read them."""

import datetime as dt


def whole_minutes(moment: dt.datetime) -> dt.datetime:
    """The same moment with an offset of whole minutes.

    Local mean time, kept until about 1901, has seconds (Shanghai +08:05:43); neither HTML
    nor RFC 5322 has a place for them.
    """
    offset = moment.utcoffset()
    if offset is None or not offset.seconds % 60:
        return moment
    return moment.astimezone(dt.timezone(dt.timedelta(minutes=round(offset.total_seconds() / 60))))
