"""The filters by which templates tell machines of their pages."""

from collections.abc import Callable
from typing import Any

from .articles import article_data
from .galleries import gallery_data, photo_data
from .history import history_data
from .pages import list_data, page_data, unit
from .site import front_data
from .topics import topic_data

DATA: dict[str, Callable[..., Any]] = {
    "article_data": article_data,
    "front_data": front_data,
    "gallery_data": gallery_data,
    "history_data": history_data,
    "list_data": list_data,
    "page_data": page_data,
    "photo_data": photo_data,
    "topic_data": topic_data,
    "unit_data": unit,
}
