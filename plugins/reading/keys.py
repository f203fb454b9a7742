"""The keys of front matter: one table a kind of source.

The editor's manual is held to these tables by a test, and "did you mean" looks in them.
"""

from typing import NamedTuple

from plugins.edition import sources as s
from plugins.edition.specs import Consent
from plugins.edition.topic_cards import BlockKind


class Key(NamedTuple):
    """A key: its name, what else it may be called, and the form of its value."""

    name: str
    aliases: tuple[str, ...]
    form: str
    required: bool = False


_TITLE = Key("title", ("标题", "题目"), "text", required=True)
_NAME = Key("name", ("名称", "名字"), "text", required=True)
_NAME_EN = Key("name_en", ("英文名", "英文名称"), "text")
_DESCRIPTION = Key("description", ("简介", "介绍"), "text")
_SUMMARY = Key("summary", ("摘要", "导语"), "text")
_STATUS = Key("status", ("状态",), "status")
_ORDER = Key("order", ("排序", "次序", "顺序"), "number")
_ACCENT = Key("accent", ("颜色", "主色"), "accent")
_TAGS = Key("tags", ("标签", "关键词"), "names")
_UNIT = Key("unit", ("供稿单位", "单位"), "name")
_DATE = Key("date", ("日期", "时间", "发布时间"), "moment", required=True)
_ID = Key("id", ("编号",), "id")
_LEAD = Key("lead_image", ("题图", "头图"), "picture")
_VIDEO = Key("video", ("视频", "影片"), "media")
_AUDIO = Key("audio", ("音频", "录音"), "media")
_ALIASES = Key("aliases", ("旧网址", "原网址"), "old_paths")

PICTURE_KEYS = (
    Key("src", ("文件", "图片"), "file", required=True),
    Key("alt", ("替代文字",), "text"),
    Key("caption", ("说明", "图说", "图片说明"), "text"),
    Key("credit", ("署名", "摄影", "图片来源"), "text"),
    Key("place", ("地点", "拍摄地点"), "text"),
    Key("date", ("日期", "时间", "拍摄日期"), "text"),
    Key("consent", ("同意", "肖像同意"), "consent"),
    Key("license", ("许可", "授权协议"), "url"),
    Key("focus", ("焦点",), "focus"),
)
SIDECAR_KEYS = PICTURE_KEYS[1:]
PHOTO_SECTION_KEYS = (
    Key("title", ("标题", "题目"), "text"),
    _SUMMARY,
    Key("photos", ("照片", "图片"), "pictures"),
)
SERIES_KEYS = (
    Key("name", ("名称", "名字"), "text", required=True),
    Key("parts", ("篇数", "共几篇"), "count"),
    Key("description", ("简介", "介绍"), "text"),
)
SOURCE_KEYS = (
    Key("name", ("名称", "名字"), "text", required=True),
    Key("url", ("网址", "链接"), "url"),
)

CORRECTION_KEYS = (
    Key("date", ("日期", "时间"), "moment"),
    Key("text", ("说明", "内容", "更正内容"), "text"),
)

# None is required: a part that is not whole is left out, and its topic stays.
QUERY_KEYS = (
    Key("columns", ("栏目",), "names"),
    _TAGS,
    Key("units", ("供稿单位", "单位"), "names"),
    Key("from", ("起", "开始日期"), "day"),
    Key("until", ("止", "结束日期"), "day"),
)
OUTSIDE_KEYS = (
    Key("title", ("标题", "题目"), "text"),
    Key("url", ("网址", "链接"), "url"),
    Key("date", ("日期",), "day"),
    Key("source", ("来源", "出处"), "text"),
    Key("note", ("附注", "备注"), "text"),
)
FIGURE_KEYS = (
    Key("value", ("数值", "数字"), "text"),
    Key("label", ("名目", "说明"), "text"),
    Key("source", ("来源", "出处"), "text"),
    Key("date", ("日期", "时间"), "text"),
)
EVENT_KEYS = (
    Key("date", ("日期", "时间"), "text"),
    Key("text", ("事件", "内容"), "text"),
    Key("to", ("链到", "链接"), "path"),
)
# Neither is required: a film that names none of the two is told as a whole.
MEDIA_KEYS = (
    Key("src", ("文件",), "files"),
    Key("url", ("网址", "链接"), "url"),
    Key("title", ("标题", "题目"), "text"),
    Key("poster", ("封面", "海报"), "picture"),
    Key("captions", ("字幕",), "captions"),
    Key("transcript", ("文字稿", "文稿"), "transcript"),
    Key("duration", ("时长", "片长"), "text"),
    Key("caption", ("说明",), "text"),
    Key("credit", ("署名", "摄制"), "text"),
)
CAPTIONS_KEYS = (
    Key("src", ("文件", "字幕文件"), "file"),
    Key("language", ("语言",), "text"),
)

KEYS: dict[type[s.Source], tuple[Key, ...]] = {
    s.ArticleSource: (
        _ID,
        _TITLE,
        _DATE,
        Key("updated", ("更新", "更新时间", "修订"), "moment"),
        Key("corrections", ("更正", "勘误"), "corrections"),
        _STATUS,
        _TAGS,
        Key("related", ("相关", "相关文章", "相关阅读"), "paths"),
        _UNIT,
        Key("issue", ("期号", "期数"), "count"),
        Key("series", ("系列", "连载"), "name"),
        Key("part", ("第几篇", "篇次"), "count"),
        Key("language", ("语言",), "language-tag"),
        Key("translations", ("译文", "其他语言"), "translations"),
        Key("author", ("作者",), "people"),
        Key("editor", ("责任编辑", "编辑", "责编"), "people"),
        Key("source", ("来源", "稿源"), "source"),
        _SUMMARY,
        _LEAD,
        _ALIASES,
        _VIDEO,
        _AUDIO,
    ),
    s.ColumnSource: (
        _NAME,
        _NAME_EN,
        _DESCRIPTION,
        Key("banner", ("横幅", "题图"), "picture"),
        Key("started", ("开始", "开栏", "开栏日期"), "day"),
        Key("ended", ("结束", "停办", "结束日期"), "day"),
        _ORDER,
        _ACCENT,
        Key("section", ("频道", "所属频道"), "name"),
        Key("parent", ("上级栏目", "上级"), "name"),
        Key("sort", ("排列", "文章次序"), "sort"),
        Key("numbered", ("编号", "分期"), "flag"),
        Key("rhythm", ("更新频率", "频率", "更新"), "rhythm"),
        Key("kind", ("类型", "栏目类型"), "kind"),
        Key("category", ("栏目类别", "类别"), "text"),
        Key("keywords", ("关键词", "栏目关键词"), "names"),
        Key("editor", ("责任编辑", "编辑", "责编"), "people"),
        Key("contact", ("联系方式", "联系", "投稿"), "text"),
        _ALIASES,
        Key("series", ("系列", "连载"), "series"),
    ),
    s.ClosingSource: (_STATUS,),
    s.UnitSource: (
        _NAME,
        Key("short", ("简称", "署名"), "text"),
        Key("url", ("网址", "链接"), "url"),
        _ALIASES,
    ),
    s.TagSource: (_NAME, _ALIASES),
    s.PageSource: (_TITLE, _SUMMARY, _STATUS, _ORDER, _ALIASES),
    s.AlmanacSource: (_NAME, _NAME_EN, _DESCRIPTION, _ORDER, _ACCENT, _ALIASES),
    s.EntrySource: (
        _TITLE,
        Key("date", ("日期",), "when", required=True),
        Key("lunar", ("农历", "旧历"), "lunar"),
        Key("sources", ("来源", "出处", "依据"), "sources"),
        Key("importance", ("重要性", "重要程度"), "importance"),
        Key("picture", ("图片", "题图"), "picture"),
        Key("people", ("人物",), "names"),
        Key("places", ("地点", "地名"), "names"),
        _TAGS,
        Key("articles", ("文章", "稿件"), "paths"),
        _STATUS,
    ),
    s.GallerySource: (
        _ID,
        _TITLE,
        _DATE,
        _SUMMARY,
        _STATUS,
        Key("cover", ("封面", "题图"), "picture"),
        _UNIT,
        Key("photos", ("照片", "图片"), "pictures"),
        Key("sections", ("分组", "小节"), "photo_sections"),
        Key("order", ("照片次序", "次序"), "photo_order"),
        Key("downloads", ("下载", "提供下载"), "flag"),
        _ALIASES,
    ),
    s.TopicSource: (
        _TITLE,
        _SUMMARY,
        _STATUS,
        _LEAD,
        Key("articles", ("文章", "稿件", "内容"), "paths"),
        _TAGS,
        Key("query", ("查询", "条件"), "query"),
        Key("started", ("开始", "开始日期"), "day"),
        Key("ended", ("结束", "结束日期"), "day"),
        Key("headline", ("头条",), "path"),
        Key("blocks", ("版块", "板块"), "blocks"),
        Key("figures", ("数据", "关键数据"), "figures"),
        Key("timeline", ("大事记",), "events"),
        _ALIASES,
        _VIDEO,
        _AUDIO,
    ),
}

STATUS_WORDS = {
    "published": "published",
    "已发布": "published",
    "发布": "published",
    "draft": "draft",
    "草稿": "draft",
}
BLOCK_WORDS: dict[str, BlockKind] = {
    "headline": "headline",
    "头条": "headline",
    "latest": "latest",
    "最新": "latest",
    "timeline": "timeline",
    "大事记": "timeline",
    "gallery": "gallery",
    "图集": "gallery",
    "video": "video",
    "视频": "video",
    "figures": "figures",
    "数据": "figures",
}
CONSENT_WORDS: dict[str, Consent] = {
    "true": "true",
    "yes": "true",
    "同意": "true",
    "是": "true",
    "false": "false",
    "no": "false",
    "不同意": "false",
    "否": "false",
    "n/a": "n/a",
    "不适用": "n/a",
}
# The eight accents of the theme; the first stands where a column names none.
ACCENTS = ("red", "amber", "green", "teal", "blue", "purple", "rose", "slate")


def names_of(keys: tuple[Key, ...]) -> dict[str, str]:
    """Every name that may stand for a key, English and Chinese, with the key's own."""
    return {alias: key.name for key in keys for alias in (key.name, *key.aliases)}


INNER = (
    *(PICTURE_KEYS, PHOTO_SECTION_KEYS, SERIES_KEYS, SOURCE_KEYS, CORRECTION_KEYS, QUERY_KEYS),
    *(OUTSIDE_KEYS, FIGURE_KEYS, EVENT_KEYS, MEDIA_KEYS, CAPTIONS_KEYS),
)
"""The tables of values that have keys of their own."""

ALL_NAMES = frozenset(name for keys in (*KEYS.values(), *INNER) for name in names_of(keys))
