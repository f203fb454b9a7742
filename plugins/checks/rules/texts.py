"""Texts: their Markdown, their links, and blocks of figures and events in them."""

from .words import Rule, rule

RULES: dict[str, Rule] = {
    "text-too-hard": rule(
        "正文无法排版，没有收入本站。",
        "请检查正文里有没有大段重复的符号或没有写完的标记。",
        "The text cannot be set; the file was left out.",
        "Look for long runs of signs, or markup that was left open.",
    ),
    "text-too-hard/slow": rule(
        "正文排版用时太长，已经停止，没有收入本站。",
        "请检查正文里有没有大段重复的符号（如 *、[、> ）；多半是粘贴时带来的，删去即可。",
        "Setting the text took too long and was stopped; the file was left out.",
        "Look for long runs of signs such as *, [ or >, and delete them.",
    ),
    "text-too-hard/deep": rule(
        "正文里的列表、引用或标签套得太深，没有收入本站。",
        "请减少层数，并检查有没有只有开头、没有结尾的标签。",
        "Lists, quotations or tags in the text are nested too deep; the file was left out.",
        "Use fewer levels, and look for tags that are opened and never closed.",
    ),
    "text-broken": rule(
        "正文排版时出错（{detail}），没有收入本站。",
        "这多半是程序的问题，请把稿件发给维护人员；删去最近改动的标记也许可以绕开。",
        "Setting the text failed ({detail}); the file was left out.",
        "This is probably a fault of the program: please send the file to its maintainers.",
    ),
    "reader-crashed": rule(
        "读取这个文件时程序中断，没有收入本站。",
        "请把稿件发给维护人员；其他稿件不受影响。",
        "The program broke off while reading this file, which was left out.",
        "Please send the file to the maintainers; the others are not affected.",
    ),
    "link-missing": rule(
        "链接指向的“{target}”不存在，已改为普通文字。",
        "请核对路径：从本文件所在的文件夹写起，或以斜线开头从 content 的最上一级写起。",
        "The link leads to “{target}”, which does not exist; its words stay without the link.",
        "Check the path: from this file's folder, or with a leading slash from the top of content.",
    ),
    "link-unpublished": rule(
        "链接指向的“{target}”还没有发布，暂时只显示文字。",
        "那篇发布以后，链接会自动恢复。",
        "The link leads to “{target}”, which is not published; its words stay without the link.",
        "The link will be there once that text is published.",
    ),
    "link-outside": rule(
        "链接“{written}”指向 content 文件夹之外，已改为普通文字。",
        "站内链接请写 content 里的文件；站外链接请写完整网址，以 https:// 开头。",
        "The link “{written}” leads out of the content folder; its words stay without the link.",
        "Name a file in the content folder, or write a full address that begins with https://.",
    ),
    "link-scheme": rule(
        "链接“{written}”的种类不允许使用，已改为普通文字。",
        "可以使用 https://、http://、mailto: 和 tel: 开头的链接。",
        "A link of the kind “{written}” is not allowed; its words stay without the link.",
        "Links may begin with https://, http://, mailto: or tel:.",
    ),
    "fragment-missing": rule(
        "链接指向“{target}”里的“#{fragment}”，那里没有这个位置。",
        "“#”后面请写那一页里小标题的原文（空格写成连字符）；不需要时请删去。",
        "The link leads to “#{fragment}” in “{target}”, where there is no such place.",
        "Write the words of a heading of that page after #, with hyphens for spaces.",
    ),
    "fragment-missing/own": rule(
        "链接指向本文的“#{fragment}”，文中没有这个位置。",
        "“#”后面请写文中小标题的原文（空格写成连字符）。",
        "The link leads to “#{fragment}”, which is not in this text.",
        "Write the words of a heading of this text after #, with hyphens for spaces.",
    ),
    "footnote-unused": rule(
        "脚注“{name}”在正文里没有用到。",
        "请在正文要加注的地方写 [^{name}]，或删去这条脚注。",
        "The footnote “{name}” is not used in the text.",
        "Write [^{name}] where it belongs, or delete it.",
    ),
    "fragment-reserved": rule(
        "位置名“{fragment}”以 page-- 开头，这样的名字留给网页本身，已经去掉。",
        "请换一个名字。",
        "The id “{fragment}” begins with page--, which is for the page itself; it was removed.",
        "Give it another name.",
    ),
    "fragment-double": rule(
        "位置名“{fragment}”在文中用了不止一次，只保留第一处。",
        "请给其中一处换个名字。",
        "The id “{fragment}” is used more than once in this text; the first one stays.",
        "Give one of them another name.",
    ),
    "figure-invalid": rule(
        "数据里的这一行“{written}”读不懂，没有显示。",
        "请写成：数值 ｜ 名目 ｜ 来源 ｜ 日期，中间用竖线隔开；来源和日期可以不写。",
        "The line “{written}” of key figures cannot be read and is not shown.",
        "Write value | label | source | date; the last two may be left out.",
    ),
    "figure-source-missing": rule(
        "“{written}”没有写来源。",
        "数字请写明出自哪里、截至何时，便于读者查证。",
        "“{written}” has no source.",
        "Say where a figure comes from and as of when, so that readers can check it.",
    ),
    "timeline-line-invalid": rule(
        "大事记里的这一行“{written}”读不懂，没有显示。",
        "请写成：日期 ｜ 事件，中间用竖线隔开，例如 1859-06-24 ｜ 索尔费里诺战役。",
        "The line “{written}” of the timeline cannot be read and is not shown.",
        "Write date | event, for example 1859-06-24 | The battle of Solferino.",
    ),
    "day-missing": rule(
        "“{written}”不是真有的日子，照原样显示了。",
        "请核对年、月、日；大事记里它不能按时间排列。",
        "There is no such day as “{written}”; it is shown as it is written.",
        "Check year, month and day; a timeline cannot put it in its order.",
    ),
    "block-empty": rule(
        "“{written}”下面没有内容，没有显示。",
        "请补上内容，或删去它和结束的一行。",
        "There is nothing below “{written}”; it is not shown.",
        "Fill it in, or delete it with the line that closes it.",
    ),
    "block-indented": rule(
        "“{written}”没有顶格写，按普通文字处理了。",
        "请从行首写起，前面不要空格；它不能放在列表、引用和编者按里面。",
        "“{written}” does not begin its line, and was taken for plain text.",
        "Begin at the start of the line; it cannot stand within a list, a quotation or a note.",
    ),
    "block-unclosed": rule(
        "“{written}”没有结束。",
        "请在最后一条之后单独写一行同样的三个反引号 ```。",
        "“{written}” is never closed.",
        "Write a line of the same three backticks ``` after the last entry.",
    ),
}
