"""Page types of feeds."""

from .corrections import CorrectionArchive, CorrectionFeed
from .documents import ArticleArchive, ArticleFeed

PAGE_TYPES = (ArticleFeed, ArticleArchive, CorrectionFeed, CorrectionArchive)
