# ruff: noqa: E501 - one sentence a line is how a table of sentences is read and translated.
"""Columns and sections, their issues, series and rhythm."""

from .words import Rule, rule

RULES: dict[str, Rule] = {
    "column-unknown": rule(
        "没有“{column}”这个栏目，没有收入本站。",
        "请核对文件夹名，或在 columns/{column}/ 里写一个 _column.md。",
        "There is no column “{column}”; the file was left out.",
        "Check the folder's name, or write columns/{column}/_column.md.",
    ),
    "parent-missing": rule(
        "没有“{name}”这个上级栏目，已经略过。",
        "您要写的是“{suggestion}”吗？请写栏目文件夹的名字，或栏目名。",
        "There is no column “{name}” to stand under; it was passed over.",
        "Did you mean “{suggestion}”? Write the name of a column's folder, or the column's name.",
    ),
    "parent-missing/plain": rule(
        "没有“{name}”这个上级栏目，已经略过。",
        "请写栏目文件夹的名字，或栏目名。",
        "There is no column “{name}” to stand under; it was passed over.",
        "Write the name of a column's folder, or the column's name.",
    ),
    "parent-circle": rule(
        "上级栏目“{name}”绕了一圈又回到这个栏目，已经略过。",
        "一个栏目不能是自己的上级，也不能是自己下级的下级。请改掉其中一个的 parent。",
        "The column above, “{name}”, leads back to this one; it was passed over.",
        "A column stands neither under itself nor under one of its own. Change one parent.",
    ),
    "section-unknown": rule(
        "没有“{name}”这个频道，已经略过。",
        "您要写的是“{suggestion}”吗？频道在 site.toml 的 [[sections]] 里设置。",
        "There is no section “{name}”; it was passed over.",
        "Did you mean “{suggestion}”? Sections are set in site.toml under [[sections]].",
    ),
    "section-unknown/plain": rule(
        "没有“{name}”这个频道，已经略过。",
        "频道在 site.toml 的 [[sections]] 里设置，这里写它的 slug 或名称。",
        "There is no section “{name}”; it was passed over.",
        "Sections are set in site.toml under [[sections]]; write the slug or the name of one.",
    ),
    "section-twice": rule(
        "频道“{name}”写了不止一次，以第一处为准。",
        "每个频道的 slug 和名称都要与别的不同。",
        "The section “{name}” is there more than once; the first counts.",
        "Give each section a slug and a name of its own.",
    ),
    "closing-early": rule(
        "栏目还在办，结栏的话现在不会出现。",
        "栏目结束后它会自己出现；请在 _column.md 里写结束日期 ended。",
        "The column is not closed, so its closing note does not show yet.",
        "It shows once the column has ended: write the day as ended in _column.md.",
    ),
    "column-empty": rule(
        "这个栏目还没有一篇文章，读者看到的是空白栏目。",
        "请发一篇文章；还没有开的栏目，请把开栏日期 started 写成将来的日子。",
        "This column has no article yet; readers find it empty.",
        "Publish one, or give a column that is still to come a day in the future as started.",
    ),
    "column-overdue": rule(
        "这个栏目最近一篇是 {last} 的，应在 {due} 以前更新，已经过了 {days} 天。",
        "请发一篇新的；不再办了的，请写结束日期 ended；频率定高了的，请改 rhythm。",
        "The newest article is of {last}, the next was due by {due}, {days} days ago.",
        "Publish one; or say when the column ended, or that it comes less often (rhythm).",
    ),
    "column-quiet": rule(
        "这个栏目最近一篇是 {last} 的，已有 {days} 天没有更新；检查政府网站时，动态、要闻类栏目看两周之内。",
        "请发一篇新的；不再办了的，请写结束日期 ended；有固定频率的，请写 rhythm；是通知公告的，请写 kind: notices。",
        "The newest article is of {last}, {days} days ago; inspectors of official sites want news within two weeks.",
        "Publish one; or say when the column ended, how often it comes (rhythm), or that it has notices (kind).",
    ),
    "column-quiet/notices": rule(
        "这个栏目最近一篇是 {last} 的，已有 {days} 天没有更新；检查政府网站时，通知公告类栏目看六个月之内。",
        "请发一篇新的；不再办了的，请写结束日期 ended。",
        "The newest article is of {last}, {days} days ago; inspectors of official sites want notices within six months.",
        "Publish one, or say when the column ended.",
    ),
    "official-column": rule(
        "政府网站的栏目要写明 {name}，这个栏目没有写。",
        "请在 _column.md 里写一行 {key}：description 是栏目说明，keywords 是栏目关键词，category 是栏目类别，例如“工作动态”。",
        "A column of an official site is to say {name}; this one does not.",
        "Add a line {key} to _column.md: description, keywords, or category (such as 工作动态).",
    ),
    "issue-missing": rule(
        "这个栏目分期编号，这一篇没有期号。",
        "请写一行 issue: 12；不分期的栏目，请删去 _column.md 里的 numbered。",
        "This column numbers its issues, and this article has no number.",
        "Add a line issue: 12, or take numbered out of _column.md.",
    ),
    "issue-twice": rule(
        "第 {number} 期有两篇，另一篇是“{other}”。两篇都照常刊出。",
        "请核对期号 issue。",
        "Issue {number} is there twice; the other is “{other}”. Both are published.",
        "Check the number of the issue.",
    ),
    "issue-unused": rule(
        "写了期号 {number}，可是这个栏目不分期，期号不会出现。",
        "请在 _column.md 里写 numbered: 是，或者删去这一行。",
        "The issue has the number {number}, but its column numbers none, so it does not show.",
        "Write numbered: true in _column.md, or delete the line.",
    ),
    "series-missing": rule(
        "写了第 {part} 篇，却没有写是哪个系列，已经略过。",
        "请再写一行 series: 系列的名称。",
        "This is part {part}, but of no series; it was passed over.",
        "Add a line series: with the name of the series.",
    ),
    "part-missing": rule(
        "属于系列“{series}”，却没有写是第几篇，没有列进去。",
        "请再写一行 part: 2。",
        "This belongs to the series “{series}”, but has no part; it was not listed there.",
        "Add a line part: 2.",
    ),
    "part-twice": rule(
        "系列“{series}”有两个第 {part} 篇，另一个是“{other}”。两篇都列了进去。",
        "请核对 part。",
        "The series “{series}” has part {part} twice; the other is “{other}”. Both are listed.",
        "Check the number of the part.",
    ),
    "part-beyond": rule(
        "系列“{series}”计划 {parts} 篇，这是第 {part} 篇。",
        "请核对 part，或在 _column.md 里改系列的篇数 parts。",
        "The series “{series}” is to have {parts} parts; this is part {part}.",
        "Check the number of the part, or change parts of the series in _column.md.",
    ),
}
