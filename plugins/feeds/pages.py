"""Page types of feeds."""

from .documents import ArticleArchive, ArticleFeed

PAGE_TYPES = (ArticleFeed, ArticleArchive)
