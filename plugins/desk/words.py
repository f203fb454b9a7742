"""What the command line says, in the site's language."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.newsroom.errors import PressError

_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh-Hans": {
        "articles": "稿件：读入 {total} 篇，刊出 {out} 篇，"
        "未刊 {held} 篇（草稿或未到时间），剔除 {left} 篇。",
        "left_out": "  剔除：{path}",
        "pages": "页面：共 {pages} 个文件，新排 {rendered} 个，"
        "写入 {written} 个，删去 {removed} 个。",
        "nothing": "页面：共 {pages} 个文件，没有变化，一个也没有重排。",
        "done": "用时 {seconds:.2f} 秒{stages}。网站在 {output}",
        "stages": "（读稿 {reading:.2f}，图片 {images:.2f}，排版 {pages:.2f}，检索 {search:.2f}）",
        "ledger_written": "网址账本：新记 {count} 个网址，请把 {path} 和稿件一起提交。",
        "ledger_waits": "网址账本：有 {count} 个新网址，改正错误、再发布时记下。",
        "alias_call": "请写两个网址：lanmu alias 旧网址 新网址；"
        "确实撤下的，写 lanmu alias --withdrawn 旧网址。",
        "alias_written": "已在 {path} 里写上旧网址 {address} 。",
        "alias_known": "{path} 里已经有旧网址 {address} ，没有改动。",
        "alias_withdrawn": "已在 {path} 里记下：{address} 撤下了。",
        "findings": "问题：错误 {error} 个，警告 {warning} 个，提示 {notice} 个。",
        "none": "没有发现问题。",
        "stats_unit": "供稿单位",
        "stats_column": "栏目",
        "stats_tag": "标签",
        "stats_no_unit": "（未注明单位）",
        "stats_no_column": "（无栏目）",
        "stats_no_tag": "（无标签）",
        "stats_total": "合计",
        "left_aside": "注意：稿件里有 {errors} 个错误，有错的稿件没有算进去。"
        "运行 make check 可看详情。",
        "weekdays": "星期一 星期二 星期三 星期四 星期五 星期六 星期日",
        "plan_head": "{year}年史上的今天：共 {count} 条，"
        "其中整十 {tens} 条、整五 {fives} 条（★）。",
        "plan_line": "{date}  {years}  {when} {title}{leap}（{almanac}，重要程度 {importance}）",
        "plan_month": "{month}月内",
        "plan_year": "年内",
        "plan_10": "★ {years}周年（整十）",
        "plan_5": "★ {years}周年（整五）",
        "plan_years": "{years}周年",
        "plan_none": "—",
        "plan_leap": " [2月29日，平年在28日]",
        "gaps_head": "一年 366 天（含2月29日）：{filled} 天有条目，{empty} 天空缺。",
        "gaps_almanac": "  {name}：{filled} 天有条目",
        "gaps_month": "{month:2}月 空缺 {count:2} 天：{days}",
        "between": "、",
        "serving": "预览（含草稿）在 {address}/ ，按 Ctrl+C 结束。",
        "failed": "没有建成，原有网站未动：{detail}",
        "settings": "设置有误，没有开始：{detail}",
        "unexpected": "程序出错，原有网站未动：{detail}（设 LANMU_DEBUG=1 再运行可看详情）",
        "no_conf": "这里没有 {file}，请在新闻网站的文件夹里运行。",
        "no_content": "没有稿件文件夹 {path}。",
        "port": "端口 {port} 用不了：{detail}。可用 --port 另选一个。",
        "read": "读稿",
        "paint": "排版",
        "panel": "预览：稿件里的问题",
        "panel_summary": "错误 {errors} 个，警告 {warnings} 个",
        "panel_fault": "改动没有生效，这里还是先前的样子",
        "panel_own": "本页的稿件",
        "panel_others": "其他文件",
        "panel_more": "还有 {count} 个，运行 make check 可看全部。",
        "page_fault": "这一页排不出来",
        "site_fault": "现在没有页面可看",
        "fault_hint": "改好存盘以后，这里会自己更新。",
        "reading_title": "正在读稿",
        "reading_begins": "马上就好。",
        "reading_of": "已读 {done} 篇，共 {of} 篇。读完就会显示页面。",
        "open": "注意：预览在 {host} 上开放，能连到这台电脑的人都看得到草稿。",
        "restarted": "程序已改动，预览重新开始。",
        "report_name": "栏目",
        "report_section": "频道",
        "report_state": "状态",
        "report_rhythm": "频率",
        "report_articles": "篇数",
        "report_last": "最近一篇",
        "report_due": "应更新",
        "report_overdue": "过期天数",
        "report_late": "栏目 {columns} 个，过期 {late} 个。",
        "focus_title": "图片焦点",
        "focus_counted": "图片 {rows} 张，焦点由人写明的 {given} 张，其余是猜的。",
        "focus_newest": "用到的图片共 {known} 张，这里只有最近的 {most} 张；"
        "其余的请写明图片或文件夹，如 lanmu focus content/columns/first-aid。",
        "focus_help": "裁切时，红圈处尽量保留。猜得不对，就在原图上点一下要紧的地方"
        "（或用方向键移动红圈），再把下面的一行抄到图片旁的文件里。这一页只供查看，不会改动稿件。",
        "focus_guess": "猜的",
        "focus_sidecar": "图片旁的文件写明",
        "focus_text": "文章里写明",
        "focus_changed": "新选的，还没有写进稿件",
        "focus_whole": "原图",
        "focus_cover": "列表 3:2",
        "focus_square": "方形 1:1",
        "focus_share": "分享 1200×630",
        "focus_key": "焦点",
        "focus_beside": "写在图片旁的文件 {file} 里（没有就新建）：",
        "focus_within": "或者写在文章里这张图片的 src（文件）那一行下面，对齐：",
        "focus_written": "{counted}请用浏览器打开 {path}",
        "focus_absent": "没有这张图片，或读不出来：{path}",
        "state_announced": "即将开栏",
        "state_running": "在办",
        "state_closed": "已结栏",
        "rhythm_daily": "每日",
        "rhythm_weekly": "每周",
        "rhythm_fortnightly": "每两周",
        "rhythm_monthly": "每月",
        "rhythm_quarterly": "每季度",
        "rhythm_half-yearly": "每半年",
        "rhythm_days": "每月{days}日",
    },
    "en": {
        "articles": "Articles: {total} read, {out} published, "
        "{held} held back (drafts or not yet due), {left} left out.",
        "left_out": "  left out: {path}",
        "pages": "Pages: {pages} files, {rendered} rendered, {written} written, {removed} removed.",
        "nothing": "Pages: {pages} files, nothing changed, nothing rendered.",
        "done": "{seconds:.2f} seconds{stages}. The site is in {output}",
        "stages": " (reading {reading:.2f}, images {images:.2f}, pages {pages:.2f}, "
        "search {search:.2f})",
        "ledger_written": "Ledger: {count} new addresses. Commit {path} with the content.",
        "ledger_waits": "Ledger: {count} new addresses wait until the errors are mended.",
        "alias_call": "Give two addresses: lanmu alias OLD NEW; "
        "for what is gone for good: lanmu alias --withdrawn OLD.",
        "alias_written": "{path} now has the old address {address}.",
        "alias_known": "{path} has the old address {address} already; nothing was changed.",
        "alias_withdrawn": "{path} now says that {address} was withdrawn.",
        "findings": "Findings: {error} errors, {warning} warnings, {notice} notices.",
        "none": "Nothing was found wrong.",
        "stats_unit": "Contributor",
        "stats_column": "Column",
        "stats_tag": "Tag",
        "stats_no_unit": "(no contributor named)",
        "stats_no_column": "(no column)",
        "stats_no_tag": "(no tag)",
        "stats_total": "Total",
        "left_aside": "Mind: there are {errors} errors in the content; "
        "what has one is not counted. make check lists them.",
        "weekdays": "Mon Tue Wed Thu Fri Sat Sun",
        "plan_head": "On this day in {year}: {count} entries, "
        "{tens} round by ten, {fives} by five (★).",
        "plan_line": "{date}  {years}  {when}: {title}{leap} ({almanac}, importance {importance})",
        "plan_month": "month {month}",
        "plan_year": "in the year",
        "plan_10": "★ {years} years (ten)",
        "plan_5": "★ {years} years (five)",
        "plan_years": "{years} years",
        "plan_none": "–",
        "plan_leap": " [29 February, kept on the 28th]",
        "gaps_head": "Of 366 days (29 February among them) {filled} have an entry, "
        "{empty} have none.",
        "gaps_almanac": "  {name}: {filled} days have an entry",
        "gaps_month": "month {month:2}, {count:2} days: {days}",
        "between": ", ",
        "serving": "Preview (with drafts) at {address}/ – Ctrl+C ends it.",
        "failed": "Not built; the site is as it was: {detail}",
        "settings": "The settings are wrong, nothing was begun: {detail}",
        "unexpected": "The program failed; the site is as it was: {detail} "
        "(LANMU_DEBUG=1 shows more)",
        "no_conf": "There is no {file} here; run this in the newsroom's folder.",
        "no_content": "There is no folder {path}.",
        "port": "Port {port} cannot be used: {detail}. Choose another with --port.",
        "read": "Reading",
        "paint": "Setting pages",
        "panel": "Preview: what was found in the content",
        "panel_summary": "{errors} errors, {warnings} warnings",
        "panel_fault": "The change could not be taken up: this is how it was before",
        "panel_own": "The file of this page",
        "panel_others": "Other files",
        "panel_more": "{count} more; make check lists all.",
        "page_fault": "This page cannot be rendered",
        "site_fault": "There is no page to show now",
        "fault_hint": "When it is mended and saved, this page follows by itself.",
        "reading_title": "Reading the content",
        "reading_begins": "This takes a moment.",
        "reading_of": "{done} of {of} texts are read. The page comes when all are.",
        "open": "Mind: the preview is open on {host}; who can reach this machine sees the drafts.",
        "restarted": "The program was changed; the preview begins anew.",
        "report_name": "Column",
        "report_section": "Section",
        "report_state": "State",
        "report_rhythm": "Rhythm",
        "report_articles": "Articles",
        "report_last": "Newest",
        "report_due": "Due",
        "report_overdue": "Days overdue",
        "report_late": "{columns} columns, {late} overdue.",
        "focus_title": "Focal points",
        "focus_counted": "{rows} pictures; the point was set for {given}, guessed for the others.",
        "focus_newest": " Of {known} pictures that are used these are the newest {most}; "
        "for others name pictures or folders, as in lanmu focus content/columns/first-aid.",
        "focus_help": "Crops keep what is in the red ring as well as they can. Where the guess is "
        "wrong, click on what matters (or move the ring with the arrow keys) and copy the line "
        "below into the file beside the picture. This page only shows; it changes nothing.",
        "focus_guess": "guessed",
        "focus_sidecar": "set in the file beside it",
        "focus_text": "set in a text",
        "focus_changed": "chosen here, not yet written down",
        "focus_whole": "The picture",
        "focus_cover": "Lists, 3:2",
        "focus_square": "Square, 1:1",
        "focus_share": "Shared, 1200 × 630",
        "focus_key": "focus",
        "focus_beside": "In the file {file} beside the picture (make it if need be):",
        "focus_within": "Or in the text, below the picture's src, in line with it:",
        "focus_written": "{counted} Open {path} in a browser.",
        "focus_absent": "No such picture, or it cannot be read: {path}",
        "state_announced": "announced",
        "state_running": "running",
        "state_closed": "closed",
        "rhythm_daily": "daily",
        "rhythm_weekly": "weekly",
        "rhythm_fortnightly": "fortnightly",
        "rhythm_monthly": "monthly",
        "rhythm_quarterly": "quarterly",
        "rhythm_half-yearly": "half-yearly",
        "rhythm_days": "days {days}",
    },
}

_WHY: Mapping[str, str] = {
    "address-missing": "site.toml 没有写 base_url，不能发布",
    "alias-hard": "{file} 的写法程序改不了，请自己加一行 aliases: [{address}]",
    "alias-nowhere": "找不到 {address} 的文件；标签和单位要先在 tags、units 文件夹里各写一个文件",
    "alias-standing": "{address} 现在就是 {file} 的网址，不能转走",
    "alias-unfit": "{address} 不能作旧网址：要以斜线开头，不带域名、问号和特殊符号（{fault}）",
    "almanac-unknown": "没有名为 {name} 的史历；现有：{names}",
    "build-running": "另一次建站正在使用 {path}，请等它结束",
    "content-missing": "没有稿件文件夹 {path}",
    "executor-address": "{address} 不是集群的地址，应写成 dask://主机:端口",
    "executor-missing": "没有安装 distributed，不能用集群",
    "executor-silent": "{address} 没有应答：{detail}",
    "filter-local": "JINJA_FILTERS 里的 {name} 不是模块里的函数",
    "folder-inside": "{path} 在 {output} 里面；稿件、网站和缓存要各放一处",
    "ledger-unreadable": "{path} 不是 UTF-8 文字，没有改动",
    "ledger-without": "{path} 里没有 {address}",
    "not-begun": "插件没有就绪，请查看 pelicanconf.py 的 PLUGINS",
    "output-foreign": "{path} 里有不是本程序生成的文件；请另指一个空文件夹",
    "output-no-folder": "{path} 不是文件夹",
    "page-failed": "页面 {url} 排不出来：{detail}",
    "pelican-faults": "Pelican 报告了错误：{detail}",
    "plugin-page": "有插件写了 {path}，与本站的页面重名",
    "plugins-missing": "这些插件没有装载成功：{names}",
    "settings-invalid": "pelicanconf.py 的 LANMU：{detail}",
    "site-unusable": "{path} 不能用，见上面列出的问题",
    "store-damaged": "缓存损坏，已经清除，请再建一次",
    "template-dynamic": "模板 {name} 用变量指定了另一个模板",
    "url-twice": "两个页面都要用网址 {url}",
    "url-undeclared": "{name} 没有声明网址 {url}",
}


def language_of(content: Path) -> str:
    """The language to speak before the site is read: what site.toml says, else Chinese."""
    try:
        site = tomllib.loads((content / "site.toml").read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return "zh-Hans"
    language = site.get("language")
    return "en" if isinstance(language, str) and language.lower().startswith("en") else "zh-Hans"


def say(language: str, key: str, **values: object) -> str:
    """One line for the terminal; an unknown language is said in Chinese."""
    return _WORDS.get(language, _WORDS["zh-Hans"])[key].format(**values)


def why(language: str, error: "PressError") -> str:
    """Why nothing was built; English where there are no words for it."""
    template = _WHY.get(error.reason)
    if language == "en" or template is None:
        return str(error)
    return template.format(**error.values)


def reasons() -> frozenset[str]:
    """The reasons that have Chinese words."""
    return frozenset(_WHY)


def keys() -> Mapping[str, frozenset[str]]:
    """The keys that each language has."""
    return {language: frozenset(words) for language, words in _WORDS.items()}
