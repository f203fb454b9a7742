# ruff: noqa: E501 - one sentence a line is how a table of sentences is read and translated.
"""The edition as a whole: addresses, tags, almanacs, related articles and topics."""

from .words import Rule, rule

RULES: dict[str, Rule] = {
    "id-duplicate": rule(
        "编号“{id}”与“{other}”重复，没有收入本站。",
        "每篇的编号必须不同。新稿从旧稿复制而来时，请换一个编号。",
        "The id “{id}” is that of “{other}” too; the file was left out.",
        "Each text needs an id of its own. Give the newer one another.",
    ),
    "url-duplicate": rule(
        "网址 {url} 与“{other}”重复，没有收入本站。",
        "请给其中一个文件改名。",
        "The address {url} is that of “{other}” too; the file was left out.",
        "Rename one of the two files.",
    ),
    "slug-collision": rule(
        "“{name}”与“{other}”会得到同一个网址 {url}。",
        "如果是同一个意思，请统一写法；如果不是，请在 tags 或 units 文件夹里为其中一个另定网址。",
        "“{name}” and “{other}” would have one address, {url}.",
        "Where they mean the same, write them alike; if not, give one a file of its own in tags or units.",
    ),
    "almanac-unknown": rule(
        "没有“{almanac}”这一部史历，没有收入本站。",
        "请核对文件夹名，或在 on-this-day/{almanac}/ 里写一个 _almanac.md。",
        "There is no almanac “{almanac}”; the file was left out.",
        "Check the folder's name, or write on-this-day/{almanac}/_almanac.md.",
    ),
    "name-twice": rule(
        "名称“{name}”与“{other}”的相同，读者分不清。",
        "请改其中一个的名称。",
        "The name “{name}” is that of “{other}” too; readers cannot tell them apart.",
        "Give one of the two another name.",
    ),
    "almanac-slug-taken": rule(
        "史历的文件夹不能叫“{name}”：这个网址是日、月、年的页面或嵌入页的。",
        "请给文件夹改名，例如 history。",
        "An almanac cannot be named “{name}”: that is the address of a day, a month, the years or the small page.",
        "Rename its folder, for example history.",
    ),
    "related-missing": rule(
        "相关文章“{target}”不存在，已经略过。",
        "请核对路径，从 content 的最上一级写起。",
        "The related article “{target}” does not exist; it was passed over.",
        "Check the path, from the top of content.",
    ),
    "related-unpublished": rule(
        "相关文章“{target}”还没有发布，暂时略过。",
        "那篇发布以后，会自动列出。",
        "The related article “{target}” is not published; it was passed over.",
        "It will be listed once it is published.",
    ),
    "related-unfit": rule(
        "“{target}”不是另外一篇文章，不能列为相关文章，已经略过。",
        "相关文章只能是栏目里别的文章，例如 columns/first-aid/2021/aed.md。",
        "“{target}” is not another article and cannot be a related one; it was passed over.",
        "Name another article of a column, such as columns/first-aid/2021/aed.md.",
    ),
    "translation-missing": rule(
        "译文“{target}”不存在，已经略过。",
        "请核对路径，从 content 的最上一级写起；译文在别的网站上的，写以 https:// 开头的网址。",
        "The translation “{target}” does not exist; it was passed over.",
        "Check the path, from the top of content; of another site write the full address.",
    ),
    "translation-unpublished": rule(
        "译文“{target}”还没有发布，暂时略过。",
        "那篇发布以后，两篇会自动互相链接。",
        "The translation “{target}” is not published; it was passed over.",
        "Once it is published the two will lead to each other.",
    ),
    "translation-unfit": rule(
        "“{target}”不是另外一篇文章，不能作为译文，已经略过。",
        "译文只能是栏目里别的文章，或者以 https:// 开头的网址。",
        "“{target}” is not another article and cannot be a translation; it was passed over.",
        "Name another article of a column, or an address that begins with https://.",
    ),
    "topic-article-missing": rule(
        "专题里的文章“{target}”不存在或还没有发布，已经略过。",
        "请核对路径，从 content 的最上一级写起。",
        "The topic's article “{target}” does not exist or is not published; it was passed over.",
        "Check the path, from the top of content.",
    ),
    "topic-article-missing/kind": rule(
        "专题里的“{target}”不是文章、影像或史上的今天，已经略过。",
        "专题只收文章、影像、史上的今天的条目，以及别的网站的网址。",
        "The topic's “{target}” is no article, gallery or day's entry; it was passed over.",
        "A topic gathers articles, galleries, entries of days and addresses of other sites.",
    ),
    "topic-article-hidden": rule(
        "专题里的“{target}”还没有发布，现在不显示。",
        "不必改动：它发布以后会自动出现在专题里。",
        "The topic's “{target}” is not published yet and is not shown.",
        "Nothing needs doing: it appears in the topic once it is published.",
    ),
    "topic-column-unknown": rule(
        "专题要查的栏目“{column}”不存在。",
        "请写栏目文件夹的名字，或栏目的中文名称。",
        "There is no column “{column}” for the topic to look in.",
        "Write the name of the column's folder, or the column's own name.",
    ),
    "topic-tag-unused": rule(
        "专题要查的标签“{name}”，刊出的文章一篇也没有用。",
        "请核对是否与文章里写的一致；文章还没有刊出的，可以不管。",
        "No published article has the tag “{name}” that the topic asks for.",
        "Check that it is written as in the articles; if they are still to come, leave it.",
    ),
    "topic-unit-unused": rule(
        "专题要查的供稿单位“{name}”，刊出的文章一篇也没有用。",
        "请核对是否与文章或 units 里写的一致；文章还没有刊出的，可以不管。",
        "No published article is of the unit “{name}” that the topic asks for.",
        "Check that it is written as in the articles or in units; if they are to come, leave it.",
    ),
    "topic-empty": rule(
        "这个专题里还没有内容。",
        "请在 articles 里列出文章，或写上 query 条件；条件太严也会一篇都查不到。",
        "There is nothing in this topic yet.",
        "List articles under articles, or write a query; one that asks too much finds nothing.",
    ),
    "topic-block-unknown": rule(
        "没有“{block}”这种版块，已经略过。",
        "是不是想写“{suggestion}”？可以写：头条、最新、大事记、图集、视频、数据。",
        "There is no block “{block}”; it was passed over.",
        "Is it “{suggestion}”? Write headline, latest, timeline, gallery, video or figures.",
    ),
    "topic-block-double": rule(
        "版块“{block}”写了两次，以第一次为准。",
        "请删去多出来的一个。",
        "The block “{block}” is there twice; the first one counts.",
        "Delete the other.",
    ),
    "topic-block-empty": rule(
        "版块“{block}”没有内容，没有显示。",
        "请补上内容，或从 blocks 里删去这一项。",
        "There is nothing for the block “{block}”; it is not shown.",
        "Give it something to show, or delete it from blocks.",
    ),
    "entry-date-mismatch": rule(
        "文件名写的是“{name}”，日期却是 {date}。",
        "请让文件名开头的“月-日”与 date 一致：改日期，或者把文件名的开头改成 {wanted}。",
        "The file name says “{name}”, but the date is {date}.",
        "Correct the date, or let the file name begin with {wanted}.",
    ),
    "entry-place-taken": rule(
        "这一条在页面上的位置与 {other} 相同，没有收入本站。",
        "请给其中一个文件改名。",
        "This entry would have the same place on its page as {other}, and was left out.",
        "Rename one of the two files.",
    ),
    "entry-source-missing": rule(
        "这一条没有写依据。",
        "请在 sources 里写明出处：书名、文献名或网址，便于读者查证。",
        "This entry has no source.",
        "Name a book, a document or an address under sources, so that readers can check it.",
    ),
}
