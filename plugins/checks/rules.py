# ruff: noqa: E501 - one sentence a line is how a table of sentences is read and translated.
"""Every rule with its words: what is wrong, and what to do about it, in each language.

Places in braces are filled from the finding's values. Where a finding has a value
``reason``, the words under ``<rule>/<reason>`` stand before those under ``<rule>``.
"""

from typing import NamedTuple


class Words(NamedTuple):
    """What is wrong, and what the editor can do."""

    message: str
    hint: str


class Rule(NamedTuple):
    """A rule's words in each language that findings are said in."""

    zh: Words
    en: Words


def _rule(zh: str, zh_hint: str, en: str, en_hint: str) -> Rule:
    return Rule(Words(zh, zh_hint), Words(en, en_hint))


RULES: dict[str, Rule] = {
    # Files and their places.
    "place-unknown": _rule(
        "这个文件不在任何栏目、专题或页面的位置上，没有收入本站。",
        "文章请放在 columns/栏目/年份/文件名.md，例如 columns/first-aid/2021/aed.md；其他内容的位置见《编辑手册》。",
        "This file is in no place where the site looks for texts, and was left out.",
        "Put an article at columns/<column>/<year>/<name>.md, for example columns/first-aid/2021/aed.md.",
    ),
    "slug-invalid": _rule(
        "路径里的名字“{name}”不能用作网址。",
        "请改名，只用小写英文字母、数字和连字符，例如“{suggestion}”。",
        "The name “{name}” in the path cannot be part of an address.",
        "Rename it with lower-case letters a to z, digits and hyphens, for example “{suggestion}”.",
    ),
    "slug-invalid/plain": _rule(
        "路径里的名字“{name}”不能用作网址。",
        "请改名，只用小写英文字母、数字和连字符，例如用拼音或英文：first-aid。",
        "The name “{name}” in the path cannot be part of an address.",
        "Rename it with lower-case letters a to z, digits and hyphens, for example first-aid.",
    ),
    "day-invalid": _rule(
        "文件名开头的“{name}”不是一年里的一天。",
        "请写成“月-日”，都用两位数，例如 05-08-名字.md；只知道月份的写 05-00，只知道年份的写 00-00。",
        "“{name}” at the start of the file name is no day of the year.",
        "Write month and day with two digits each, for example 05-08-name.md; 05-00 where only the month is known, 00-00 where only the year is.",
    ),
    "name-collision": _rule(
        "这个文件名与“{other}”只差大小写或字符形式，在别的电脑上会变成同一个文件。",
        "请把其中一个改成别的名字。",
        "This name differs from “{other}” only in case or in Unicode form; elsewhere the two are one file.",
        "Rename one of the two.",
    ),
    "name-undecodable": _rule(
        "文件名的编码有误，无法读取。",
        "请给文件重新起名，只用小写英文字母、数字和连字符。",
        "The file's name is not valid UTF-8 and cannot be read.",
        "Rename the file with lower-case letters, digits and hyphens.",
    ),
    "link-outside-content": _rule(
        "这是一个指向 content 文件夹之外（或指向空处）的快捷链接，没有读取。",
        "请把文件本身复制到 content 里，再删去这个链接。",
        "This symbolic link leads out of the content folder, or nowhere, and was not followed.",
        "Copy the file itself into the content folder and delete the link.",
    ),
    "link-to-folder": _rule(
        "这是一个指向文件夹的快捷链接，没有读取。",
        "请直接使用原来的文件夹，或把文件复制过来。",
        "This symbolic link leads to a folder and was not followed.",
        "Use the folder itself, or copy its files.",
    ),
    "not-a-file": _rule(
        "这不是普通文件，没有读取。",
        "请从 content 文件夹里移走。",
        "This is not a regular file and was not read.",
        "Remove it from the content folder.",
    ),
    "file-unreadable": _rule(
        "无法读取：{detail}。",
        "请检查文件的权限，或重新复制一份。",
        "It cannot be read: {detail}.",
        "Check the permissions of the file, or copy it anew.",
    ),
    "file-unused": _rule(
        "网站用不到这个文件，已经略过。",
        "文章是 .md 文件；图片请用 JPEG、PNG、WebP、GIF、AVIF 或 TIFF。用不到的文件请移出 content 文件夹。",
        "The site has no use for this file; it was passed over.",
        "Texts end in .md; pictures are JPEG, PNG, WebP, GIF, AVIF or TIFF. Move other files elsewhere.",
    ),
    "file-too-large": _rule(
        "文件有 {size} MB，超过了文字稿件的上限 {limit} MB，没有读取。",
        "文字稿件通常只有几十 KB。请检查是否把图片或整份文档粘贴进来了；确实很长的，请分成几篇。",
        "The file has {size} MB; the most for a text is {limit} MB. It was not read.",
        "A text is seldom larger than some 10 KB. Check that no picture was pasted into it, or split it.",
    ),
    # Bytes.
    "encoding": _rule(
        "文件的编码像是 {encoding}，不是 UTF-8，没有读取。",
        "请用编辑器打开后另存为 UTF-8：记事本在“另存为”窗口的“编码”一栏选 UTF-8；VS Code 点右下角的编码，选“通过编码重新打开”，再选“通过编码保存”为 UTF-8。",
        "The file seems to be in {encoding}, not in UTF-8, and was not read.",
        "Open it in an editor and save it as UTF-8: Notepad asks for the encoding under “Save as”; in VS Code click the encoding at the bottom right.",
    ),
    "encoding/unknown": _rule(
        "从这里起不是 UTF-8 文字，没有读取。",
        "请用编辑器打开后另存为 UTF-8；如果打开是乱码，这可能不是文字文件，或者文件已经损坏。",
        "From here on this is no UTF-8 text, and was not read.",
        "Save it as UTF-8 from an editor; where it looks garbled there, it may be no text, or damaged.",
    ),
    "control-character": _rule(
        "这里有一个看不见的控制字符（{code}），已经去掉。",
        "多半是从别处粘贴带来的。删去它前后的一两个字再重新输入即可。",
        "There is an invisible control character here ({code}); it was taken out.",
        "It was probably pasted in. Delete the characters around it and type them again.",
    ),
    # Front matter.
    "front-matter-missing": _rule(
        "文件开头没有稿件信息，没有收入本站。",
        "请在第一行写三个英文减号 ---，接着写 title: 标题 和 date: 2021-07-15 等，再用一行 --- 结束，正文写在后面。",
        "The file does not begin with front matter, and was left out.",
        "Begin with a line ---, then title: and date: and so on, then a line ---, then the text.",
    ),
    "front-matter-unclosed": _rule(
        "开头的稿件信息没有结束，没有收入本站。",
        "请在稿件信息的最后、正文之前，单独写一行三个英文减号 ---。",
        "The front matter is never closed; the file was left out.",
        "Write a line of three hyphens --- after the front matter, before the text.",
    ),
    "front-matter-invalid": _rule(
        "从这里起，稿件信息的写法无法理解，没有收入本站。",
        "每行写“名称: 内容”，冒号后空一格；内容里有特殊符号时，请用英文引号括起来。",
        "The front matter cannot be understood from here on; the file was left out.",
        "Write one “key: value” a line, with a space after the colon; put a value with special signs in quotes.",
    ),
    "front-matter-invalid/colon": _rule(
        "这一行里有第二个英文冒号，无法理解，没有收入本站。",
        '标题或内容里有英文冒号时，请用英文双引号括起来，例如 title: "红十字: 在身边"；也可以改用中文冒号“：”。',
        "There is a second colon in this line; the file was left out.",
        'Put a value that has a colon in quotes, for example title: "Red Cross: near you".',
    ),
    "front-matter-invalid/tab": _rule(
        "这一行用了制表符（Tab），稿件信息里不能用它缩进，没有收入本站。",
        "请删去制表符，改用空格，下一级缩进两个空格。",
        "There is a tab character in this line, with which front matter cannot be indented; the file was left out.",
        "Replace the tab by two spaces.",
    ),
    "front-matter-invalid/quote": _rule(
        "这里的引号没有成对，没有收入本站。",
        "请补上结尾的英文引号。内容里要用双引号时，外面请用单引号，或改用中文引号“”。",
        "A quotation mark is opened here and never closed; the file was left out.",
        "Add the closing quotation mark. Where the value has double quotes in it, put it in single ones.",
    ),
    "front-matter-invalid/bracket": _rule(
        "这里的方括号或花括号没有写完整，没有收入本站。",
        "标签请写成 tags: [急救, 培训]；内容本身以括号开头时，请用英文引号括起来。",
        "A bracket is opened here and not closed; the file was left out.",
        "Write tags as tags: [first aid, training]; put a value that begins with a bracket in quotes.",
    ),
    "front-matter-invalid/sign": _rule(
        "内容以特殊符号开头，无法理解，没有收入本站。",
        '请用英文双引号把内容括起来，例如 title: "@红十字"。',
        "The value begins with a sign that has a meaning of its own here; the file was left out.",
        'Put the value in quotes, for example title: "@redcross".',
    ),
    "front-matter-invalid/indent": _rule(
        "这一行的缩进与上面不一致，没有收入本站。",
        "同一级的各行请从同一列开始，下一级多空两格。",
        "This line is not indented like those above it; the file was left out.",
        "Begin all lines of one level at one column, and indent the next level by two spaces.",
    ),
    "front-matter-invalid/alias": _rule(
        "稿件信息里不能使用 &、* 或 ! 开头的写法，没有收入本站。",
        "如果它是内容的一部分，请用英文双引号括起来。",
        "A value that begins with &, * or ! is not allowed in front matter; the file was left out.",
        "Where the sign belongs to the value, put the value in quotes.",
    ),
    "front-matter-invalid/deep": _rule(
        "稿件信息里套了太多层括号或缩进，没有收入本站。",
        "最多只需要两三层，请按《编辑手册》里的样子写。",
        "The front matter is nested too deep; the file was left out.",
        "Two or three levels are all that is needed; see the editor's manual.",
    ),
    "front-matter-invalid/long": _rule(
        "稿件信息太长，没有收入本站。",
        "请检查结束的一行 --- 是否写漏了，正文应写在它后面。",
        "The front matter is too long; the file was left out.",
        "Check that the closing line --- is there: the text belongs after it.",
    ),
    "front-matter-invalid/shape": _rule(
        "这里应当是一个名称，却写成了列表，没有收入本站。",
        "每行写“名称: 内容”，冒号后空一格。",
        "There is a list here where a key should be; the file was left out.",
        "Write one “key: value” a line, with a space after the colon.",
    ),
    "key-unknown": _rule(
        "没有“{key}”这一项，已经略过。",
        "您要写的是“{suggestion}”吗？",
        "There is no key “{key}”; it was passed over.",
        "Did you mean “{suggestion}”?",
    ),
    "key-unknown/plain": _rule(
        "没有“{key}”这一项，已经略过。",
        "可以写的各项见《编辑手册》里的表；多余的请删去。",
        "There is no key “{key}”; it was passed over.",
        "The editor's manual lists all keys; delete what is not needed.",
    ),
    "key-duplicate": _rule(
        "“{key}”写了不止一次。",
        "请只留一处（中文名和英文名算同一项）；现在以第一处为准。",
        "“{key}” is given more than once.",
        "Keep one of them (the Chinese and the English name are one key); the first counts for now.",
    ),
    "title-missing": _rule(
        "没有标题，没有收入本站。",
        "请在稿件信息里写一行 title: 标题。",
        "There is no title; the file was left out.",
        "Add a line title: to the front matter.",
    ),
    "name-missing": _rule(
        "没有名称。",
        "请写上 {key} 一项。",
        "There is no name.",
        "Add the key {key}.",
    ),
    "date-missing": _rule(
        "没有日期，没有收入本站。",
        "请在稿件信息里写一行 date: 2021-07-15，需要时带上时间：date: 2021-07-15 09:30。",
        "There is no date; the file was left out.",
        "Add a line date: 2021-07-15, or with a time date: 2021-07-15 09:30.",
    ),
    "date-invalid": _rule(
        "“{value}”不是有效的日期（{key}）。",
        "可以写 2021-07-15、2021-07-15 09:30、2021/7/15 或 2021年7月15日 9:30；请看看这一天是否真有。",
        "“{value}” is no valid date ({key}).",
        "Write 2021-07-15, 2021-07-15 09:30, 2021/7/15 or 2021年7月15日; check that there is such a day.",
    ),
    "date-invalid/history": _rule(
        "“{value}”不是有效的日期（{key}）。",
        "可以写 1904-03-10 或 1904年3月10日；只知道年月的写 1904-03，只知道年份的写 1904，不确切的前面加“约”；公元前的写“公元前44年3月15日”。请看看这一天是否真有。",
        "“{value}” is no valid date ({key}).",
        "Write 1904-03-10, 1904-03 or 1904, as exact as it is known, c. 1904 where it is not, 44 BC before the common era; check that there is such a day.",
    ),
    "lunar-mismatch": _rule(
        "农历“{value}”与公历 {date} 对不上：那一天是{found}。",
        "请查对原始记载，改正其中一个。",
        "The lunar date “{value}” is not {date}, which is {found}.",
        "Check the source and correct one of the two.",
    ),
    "lunar-mismatch/unread": _rule(
        "农历“{value}”读不懂，或者公历没有写到日，无法核对。",
        "请写成“光绪三十年正月廿四”这样的形式，并把公历的年月日写全。",
        "The lunar date “{value}” cannot be read, or there is no full date to check it by.",
        "Write it like 光绪三十年正月廿四, beside a date with year, month and day.",
    ),
    "date-strange": _rule(
        "日期在 {value} 年，早得少见。",
        "请核对年份；确实无误的可以不改。",
        "The date is in the year {value}, which is unusually early.",
        "Check the year; if it is right, leave it.",
    ),
    "year-folder": _rule(
        "日期在 {year} 年，文件却在 {folder} 文件夹里。",
        "网址里的年份取自文件夹。请核对日期，或把文件移到 {year} 文件夹。",
        "The date is in {year}, but the file is in the folder {folder}.",
        "The address takes its year from the folder. Check the date, or move the file to {year}.",
    ),
    "id-missing": _rule(
        "没有编号，暂用“{id}”。",
        "请写一行 id: {id}。有了它，以后改文件名、换年份，订阅的读者也不会收到重复的文章。",
        "There is no id; “{id}” is used.",
        "Add a line id: {id}, so that renaming the file will not show the article anew to subscribers.",
    ),
    "status-invalid": _rule(
        "状态“{value}”无法理解，稳妥起见没有发布。",
        "请写 draft（草稿）或 published（已发布）；整行删去等于已发布。",
        "The status “{value}” is not understood; to be safe the file was left out.",
        "Write draft or published; without the line the text is published.",
    ),
    "value-invalid": _rule(
        "“{key}”的内容“{value}”不合要求，已经略过。",
        "请对照《编辑手册》里的表改写。",
        "The value “{value}” of “{key}” is not of the right kind; it was passed over.",
        "See the table in the editor's manual.",
    ),
    "value-invalid/text": _rule(
        "“{key}”应当是一段文字。",
        "请写在同一行里，不要写成列表或下一级。",
        "“{key}” should be a text.",
        "Write it in one line, not as a list or a further level.",
    ),
    "value-invalid/number": _rule(
        "“{key}”应当是一个整数，“{value}”不是。",
        "请写 1、2、3 这样的数字，数小的排在前面。",
        "“{key}” should be a whole number; “{value}” is none.",
        "Write a number such as 1, 2 or 3; smaller ones come first.",
    ),
    "value-invalid/importance": _rule(
        "“{key}”应当是 1 到 5 的整数，“{value}”不是。",
        "5 最重要，1 最轻；不写等于 3。",
        "“{key}” should be a whole number from 1 to 5; “{value}” is none.",
        "5 is the most important; without the line it is 3.",
    ),
    "value-invalid/count": _rule(
        "“{key}”应当是从 1 数起的数字，“{value}”不是，已经略过。",
        "请写 12 或 第12期 这样的数字，用阿拉伯数字。",
        "“{key}” should be a number from 1; “{value}” is none and was passed over.",
        "Write a number such as 12.",
    ),
    "value-invalid/rhythm": _rule(
        "“{key}”里的“{value}”看不懂是多久更新一次，已经略过。",
        "请写 每日、每周、每两周、每月、每季度、每半年，或者每月的日子：每月5日、20日。",
        "“{key}” should say how often; “{value}” does not and was passed over.",
        "Write daily, weekly, fortnightly, monthly, quarterly or half-yearly, or days of the month: [5, 20].",
    ),
    "value-invalid/sort": _rule(
        "“{key}”应当是文章的排列，“{value}”不是，已经略过。",
        "请写 newest（最新在前）或 oldest（最早在前）；不写为最新在前。",
        "“{key}” should be an order of articles; “{value}” is none and was passed over.",
        "Write newest or oldest; without the line it is newest.",
    ),
    "value-invalid/kind": _rule(
        "“{key}”应当是栏目的类型，“{value}”不是，已经略过。",
        "请写 news（动态）或 notices（通知）；不写为动态。",
        "“{key}” should be a kind of column; “{value}” is none and was passed over.",
        "Write news or notices; without the line it is news.",
    ),
    "value-invalid/series": _rule(
        "“{key}”里有一个系列没有名称，已经略过。",
        "每个系列另起一行写 - name: 名称，下面一行可以写 parts: 篇数，与 name 对齐。",
        "A series under “{key}” has no name; it was passed over.",
        "Begin each with a line - name:, and add parts: below it where their number is known.",
    ),
    "value-invalid/slug": _rule(
        "“{key}”里的“{value}”不能用作网址，这一段已经略过。",
        "请只用小写英文字母、数字和连字符，例如 rescue。",
        "“{value}” of “{key}” cannot be part of an address; the section was passed over.",
        "Use lower-case letters a to z, digits and hyphens, for example rescue.",
    ),
    "value-invalid/accent": _rule(
        "“{key}”应当是一种颜色的英文名，“{value}”不是。",
        "可以写 red、amber、green、teal、blue、purple、rose、slate。",
        "“{key}” should be the name of a colour; “{value}” is none.",
        "Write red, amber, green, teal, blue, purple, rose or slate.",
    ),
    "value-invalid/url": _rule(
        "“{key}”应当是完整的网址，“{value}”不是，已经略过。",
        "请写以 https:// 或 http:// 开头的网址，中间不要有空格。",
        "“{key}” should be a full address; “{value}” is none and was passed over.",
        "Write an address that begins with https:// or http:// and has no space in it.",
    ),
    "value-invalid/names": _rule(
        "“{key}”应当是一个或几个名称。",
        "请写成 [急救, 培训]，或者用顿号隔开：急救、培训。",
        "“{key}” should be one or more names.",
        "Write [first aid, training], or part them by commas.",
    ),
    "value-invalid/id": _rule(
        "编号“{value}”不能用。",
        "编号里不要有空格，最多 200 个字符，例如 2021-aed。",
        "The id “{value}” cannot be used.",
        "An id has no space and at most 200 characters, for example 2021-aed.",
    ),
    "value-invalid/source": _rule(
        "“{key}”写得不完整，已经略过。",
        "请写名称，或者分两行写 name: 名称 和 url: 网址。",
        "“{key}” is not complete and was passed over.",
        "Write a name, or two lines name: and url: below it.",
    ),
    "value-invalid/picture": _rule(
        "“{key}”没有写明图片文件，已经略过。",
        "请写文件名，例如 photo.jpg；或者在下一级分行写 src、alt、caption、credit。",
        "“{key}” names no picture file and was passed over.",
        "Write a file name such as photo.jpg, or src, alt, caption and credit on lines below it.",
    ),
    "value-invalid/paths": _rule(
        "“{key}”里应当写文章的文件。",
        "请从 content 的最上一级写起，例如 /columns/first-aid/2021/aed.md。",
        "“{key}” should name files of articles.",
        "Name them from the top of the content folder: /columns/first-aid/2021/aed.md.",
    ),
    "value-invalid/ended": _rule(
        "结束日期 {value} 早于开始日期，已经略过。",
        "请核对 started 和 ended 两项。",
        "The end {value} is before the start; it was passed over.",
        "Check started and ended.",
    ),
    # site.toml.
    "site-missing": _rule(
        "content 里没有可用的 site.toml，无法生成网站。",
        "请从示例复制一份 site.toml，放在 content 文件夹里，改成自己的名称和网址。",
        "There is no usable site.toml in the content folder, so no site can be built.",
        "Copy the sample site.toml into the content folder and put your own name and address in it.",
    ),
    "address-missing": _rule(
        "site.toml 没有写网站的地址 base_url。",
        '请写上读者访问的网址，例如 base_url = "https://news.example"；没有它不能发布。',
        "site.toml does not say the site's address, base_url.",
        'Add the address readers use, such as base_url = "https://news.example"; '
        "without it nothing can be published.",
    ),
    "toml-invalid": _rule(
        "设置文件从这里起无法理解：{detail}。",
        "请检查这一行的引号、等号和方括号是否成对、是否是英文半角。",
        "The settings cannot be understood from here on: {detail}.",
        "Check that quotes, equals signs and brackets in this line are complete.",
    ),
    "number-range": _rule(
        "“{key}”应当是 {least} 到 {most} 的整数，“{value}”不是。",
        "请改成这个范围里的数字，不加引号。",
        "“{key}” should be a whole number from {least} to {most}; “{value}” is none.",
        "Write such a number, without quotes.",
    ),
    "value-invalid/table": _rule(
        "“{key}”应当是一组设置，不是单个的值。",
        "请写成单独一行 [{key}]，各项写在下面。",
        "“{key}” should be a group of settings, not a single value.",
        "Write a line [{key}] with its settings below it.",
    ),
    "value-invalid/tables": _rule(
        "“{key}”应当分段写。",
        "每一段以单独一行 [[{key}]] 开头，各项写在下面。",
        "“{key}” should be written in sections.",
        "Begin each section with a line [[{key}]].",
    ),
    "value-invalid/flag": _rule(
        "“{key}”应当是 true 或 false，“{value}”不是。",
        "请写 true（是）或 false（否），不加引号。",
        "“{key}” should be true or false; “{value}” is neither.",
        "Write true or false, without quotes.",
    ),
    "value-invalid/base-url": _rule(
        "网站地址“{value}”不能用。",
        "请写完整的网址，例如 https://news.example.cn，不带问号和井号。",
        "The site's address “{value}” cannot be used.",
        "Write a full address such as https://news.example.org, without ? or #.",
    ),
    "value-invalid/language": _rule(
        "没有“{value}”这种界面语言。",
        "请写 zh-Hans（简体中文）或 en（英文）。",
        "There is no interface in “{value}”.",
        "Write zh-Hans (Chinese) or en (English).",
    ),
    "value-invalid/zone": _rule(
        "没有“{value}”这个时区。",
        "请写 Asia/Shanghai 这样的时区名。",
        "There is no time zone “{value}”.",
        "Write a name such as Asia/Shanghai.",
    ),
    "value-invalid/empty": _rule(
        "“{key}”没有写内容。",
        "请补上内容，或删去这一段。",
        "“{key}” is empty.",
        "Fill it in, or delete the section.",
    ),
    "value-invalid/moment": _rule(
        "“{key}”应当是日期，或者日期和时间，“{value}”不是。",
        '请写 2027-06-30，不加引号；要写时刻，加引号："2027-06-30 08:00"。没有期限的，请删去这一行。',
        "“{key}” should be a date, or a date with a time; “{value}” is neither.",
        'Write 2027-06-30 without quotes, or "2027-06-30 08:00" with them; delete the line where there is no limit.',
    ),
    "value-invalid/name-list": _rule(
        "“{key}”应当是方括号里的一个或几个名字。",
        '请写成 ["first-aid", "humanity"]，每个名字加英文引号，用英文逗号隔开。',
        "“{key}” should be names in brackets.",
        'Write ["first-aid", "humanity"]: each name in quotes, with commas between.',
    ),
    "value-invalid/to": _rule(
        "“{key}”应当是 content 里的文件、本站的页面或完整的网址，“{value}”不是，已经略过。",
        "请写 /pages/about.md、/archive/ 或以 https:// 开头的网址。",
        "“{key}” should be a file of content, a page of this site or a full address; “{value}” was passed over.",
        "Write /pages/about.md, /archive/ or an address that begins with https://.",
    ),
    "bad-zone": _rule(
        "没有“{zone}”这个时区。",
        "请写 Asia/Shanghai 这样的时区名。",
        "There is no time zone “{zone}”.",
        "Write a name such as Asia/Shanghai.",
    ),
    # The text: links and pictures in it.
    "text-too-hard": _rule(
        "正文无法排版，没有收入本站。",
        "请检查正文里有没有大段重复的符号或没有写完的标记。",
        "The text cannot be set; the file was left out.",
        "Look for long runs of signs, or markup that was left open.",
    ),
    "text-too-hard/slow": _rule(
        "正文排版用时太长，已经停止，没有收入本站。",
        "请检查正文里有没有大段重复的符号（如 *、[、> ）；多半是粘贴时带来的，删去即可。",
        "Setting the text took too long and was stopped; the file was left out.",
        "Look for long runs of signs such as *, [ or >, and delete them.",
    ),
    "text-too-hard/deep": _rule(
        "正文里的列表、引用或标签套得太深，没有收入本站。",
        "请减少层数，并检查有没有只有开头、没有结尾的标签。",
        "Lists, quotations or tags in the text are nested too deep; the file was left out.",
        "Use fewer levels, and look for tags that are opened and never closed.",
    ),
    "text-broken": _rule(
        "正文排版时出错（{detail}），没有收入本站。",
        "这多半是程序的问题，请把稿件发给维护人员；删去最近改动的标记也许可以绕开。",
        "Setting the text failed ({detail}); the file was left out.",
        "This is probably a fault of the program: please send the file to its maintainers.",
    ),
    "reader-crashed": _rule(
        "读取这个文件时程序中断，没有收入本站。",
        "请把稿件发给维护人员；其他稿件不受影响。",
        "The program broke off while reading this file, which was left out.",
        "Please send the file to the maintainers; the others are not affected.",
    ),
    "link-missing": _rule(
        "链接指向的“{target}”不存在，已改为普通文字。",
        "请核对路径：从本文件所在的文件夹写起，或以斜线开头从 content 的最上一级写起。",
        "The link leads to “{target}”, which does not exist; its words stay without the link.",
        "Check the path: from this file's folder, or with a leading slash from the top of content.",
    ),
    "link-unpublished": _rule(
        "链接指向的“{target}”还没有发布，暂时只显示文字。",
        "那篇发布以后，链接会自动恢复。",
        "The link leads to “{target}”, which is not published; its words stay without the link.",
        "The link will be there once that text is published.",
    ),
    "link-outside": _rule(
        "链接“{written}”指向 content 文件夹之外，已改为普通文字。",
        "站内链接请写 content 里的文件；站外链接请写完整网址，以 https:// 开头。",
        "The link “{written}” leads out of the content folder; its words stay without the link.",
        "Name a file in the content folder, or write a full address that begins with https://.",
    ),
    "link-scheme": _rule(
        "链接“{written}”的种类不允许使用，已改为普通文字。",
        "可以使用 https://、http://、mailto: 和 tel: 开头的链接。",
        "A link of the kind “{written}” is not allowed; its words stay without the link.",
        "Links may begin with https://, http://, mailto: or tel:.",
    ),
    "fragment-missing": _rule(
        "链接指向“{target}”里的“#{fragment}”，那里没有这个位置。",
        "“#”后面请写那一页里小标题的原文（空格写成连字符）；不需要时请删去。",
        "The link leads to “#{fragment}” in “{target}”, where there is no such place.",
        "Write the words of a heading of that page after #, with hyphens for spaces.",
    ),
    "fragment-missing/own": _rule(
        "链接指向本文的“#{fragment}”，文中没有这个位置。",
        "“#”后面请写文中小标题的原文（空格写成连字符）。",
        "The link leads to “#{fragment}”, which is not in this text.",
        "Write the words of a heading of this text after #, with hyphens for spaces.",
    ),
    "footnote-unused": _rule(
        "脚注“{name}”在正文里没有用到。",
        "请在正文要加注的地方写 [^{name}]，或删去这条脚注。",
        "The footnote “{name}” is not used in the text.",
        "Write [^{name}] where it belongs, or delete it.",
    ),
    "fragment-reserved": _rule(
        "位置名“{fragment}”以 page-- 开头，这样的名字留给网页本身，已经去掉。",
        "请换一个名字。",
        "The id “{fragment}” begins with page--, which is for the page itself; it was removed.",
        "Give it another name.",
    ),
    "fragment-double": _rule(
        "位置名“{fragment}”在文中用了不止一次，只保留第一处。",
        "请给其中一处换个名字。",
        "The id “{fragment}” is used more than once in this text; the first one stays.",
        "Give one of them another name.",
    ),
    "picture-missing": _rule(
        "找不到图片“{target}”。",
        "请核对文件名和大小写，图片放在稿件旁边，或放在 media 文件夹里并写成 /media/文件名。",
        "The picture “{target}” does not exist.",
        "Check the name and its case; put the picture beside the text, or into media and write /media/<name>.",
    ),
    "picture-outside": _rule(
        "图片“{written}”在 content 文件夹之外，没有使用。",
        "请把图片复制到稿件旁边，再写它的文件名。",
        "The picture “{written}” lies outside of the content folder and was not used.",
        "Copy it beside the text and write its file name.",
    ),
    "picture-remote": _rule(
        "图片“{written}”在别的网站上，没有使用。",
        "请先取得使用许可，把图片存到稿件旁边，再写它的文件名。引用外站图片会泄露读者的行踪，对方删图后还会留下空白。",
        "The picture “{written}” is on another site and was not used.",
        "Get permission, save it beside the text and write its file name: a remote picture tells others who reads.",
    ),
    "alt-missing": _rule(
        "图片“{written}”没有替代文字。",
        "请用一句话说明图里有什么，写在 ![ ] 的方括号里，或写在 alt 一项；看不到图的读者靠它了解内容。",
        "The picture “{written}” has no alternative text.",
        "Say in one sentence what it shows, in the brackets of ![ ] or under alt, for readers who cannot see it.",
    ),
    "picture-format": _rule(
        "图片是 {format} 格式，网站不能使用。",
        "请另存为 JPEG（照片）或 PNG（图表）后再用。",
        "The picture is in the format {format}, which cannot be used.",
        "Save it as JPEG (photographs) or PNG (drawings).",
    ),
    "picture-too-large": _rule(
        "图片有 {pixels} 百万像素，超过了上限 {limit} 百万像素。",
        "请缩小后再用，长边 4000 像素已经足够。",
        "The picture has {pixels} megapixels; the most is {limit}.",
        "Make it smaller: 4,000 pixels on the long side are enough.",
    ),
    "picture-unreadable": _rule(
        "图片打不开，可能没有传完或已经损坏。",
        "请从原件重新导出或复制一份。",
        "The picture cannot be opened; it may be cut short or damaged.",
        "Export or copy it anew from the original.",
    ),
    # The edition as a whole.
    "id-duplicate": _rule(
        "编号“{id}”与“{other}”重复，没有收入本站。",
        "每篇的编号必须不同。新稿从旧稿复制而来时，请换一个编号。",
        "The id “{id}” is that of “{other}” too; the file was left out.",
        "Each text needs an id of its own. Give the newer one another.",
    ),
    "url-duplicate": _rule(
        "网址 {url} 与“{other}”重复，没有收入本站。",
        "请给其中一个文件改名。",
        "The address {url} is that of “{other}” too; the file was left out.",
        "Rename one of the two files.",
    ),
    "slug-collision": _rule(
        "“{name}”与“{other}”会得到同一个网址 {url}。",
        "如果是同一个意思，请统一写法；如果不是，请在 tags 或 units 文件夹里为其中一个另定网址。",
        "“{name}” and “{other}” would have one address, {url}.",
        "Where they mean the same, write them alike; if not, give one a file of its own in tags or units.",
    ),
    "column-unknown": _rule(
        "没有“{column}”这个栏目，没有收入本站。",
        "请核对文件夹名，或在 columns/{column}/ 里写一个 _column.md。",
        "There is no column “{column}”; the file was left out.",
        "Check the folder's name, or write columns/{column}/_column.md.",
    ),
    "parent-missing": _rule(
        "没有“{name}”这个上级栏目，已经略过。",
        "您要写的是“{suggestion}”吗？请写栏目文件夹的名字，或栏目名。",
        "There is no column “{name}” to stand under; it was passed over.",
        "Did you mean “{suggestion}”? Write the name of a column's folder, or the column's name.",
    ),
    "parent-missing/plain": _rule(
        "没有“{name}”这个上级栏目，已经略过。",
        "请写栏目文件夹的名字，或栏目名。",
        "There is no column “{name}” to stand under; it was passed over.",
        "Write the name of a column's folder, or the column's name.",
    ),
    "parent-circle": _rule(
        "上级栏目“{name}”绕了一圈又回到这个栏目，已经略过。",
        "一个栏目不能是自己的上级，也不能是自己下级的下级。请改掉其中一个的 parent。",
        "The column above, “{name}”, leads back to this one; it was passed over.",
        "A column stands neither under itself nor under one of its own. Change one parent.",
    ),
    "section-unknown": _rule(
        "没有“{name}”这个频道，已经略过。",
        "您要写的是“{suggestion}”吗？频道在 site.toml 的 [[sections]] 里设置。",
        "There is no section “{name}”; it was passed over.",
        "Did you mean “{suggestion}”? Sections are set in site.toml under [[sections]].",
    ),
    "section-unknown/plain": _rule(
        "没有“{name}”这个频道，已经略过。",
        "频道在 site.toml 的 [[sections]] 里设置，这里写它的 slug 或名称。",
        "There is no section “{name}”; it was passed over.",
        "Sections are set in site.toml under [[sections]]; write the slug or the name of one.",
    ),
    "section-twice": _rule(
        "频道“{name}”写了不止一次，以第一处为准。",
        "每个频道的 slug 和名称都要与别的不同。",
        "The section “{name}” is there more than once; the first counts.",
        "Give each section a slug and a name of its own.",
    ),
    "closing-early": _rule(
        "栏目还在办，结栏的话现在不会出现。",
        "栏目结束后它会自己出现；请在 _column.md 里写结束日期 ended。",
        "The column is not closed, so its closing note does not show yet.",
        "It shows once the column has ended: write the day as ended in _column.md.",
    ),
    "column-empty": _rule(
        "这个栏目还没有一篇文章，读者看到的是空白栏目。",
        "请发一篇文章；还没有开的栏目，请把开栏日期 started 写成将来的日子。",
        "This column has no article yet; readers find it empty.",
        "Publish one, or give a column that is still to come a day in the future as started.",
    ),
    "column-overdue": _rule(
        "这个栏目最近一篇是 {last} 的，应在 {due} 以前更新，已经过了 {days} 天。",
        "请发一篇新的；不再办了的，请写结束日期 ended；频率定高了的，请改 rhythm。",
        "The newest article is of {last}, the next was due by {due}, {days} days ago.",
        "Publish one; or say when the column ended, or that it comes less often (rhythm).",
    ),
    "column-quiet": _rule(
        "这个栏目最近一篇是 {last} 的，已有 {days} 天没有更新；检查政府网站时，动态、要闻类栏目看两周之内。",
        "请发一篇新的；不再办了的，请写结束日期 ended；有固定频率的，请写 rhythm；是通知公告的，请写 kind: notices。",
        "The newest article is of {last}, {days} days ago; inspectors of official sites want news within two weeks.",
        "Publish one; or say when the column ended, how often it comes (rhythm), or that it has notices (kind).",
    ),
    "column-quiet/notices": _rule(
        "这个栏目最近一篇是 {last} 的，已有 {days} 天没有更新；检查政府网站时，通知公告类栏目看六个月之内。",
        "请发一篇新的；不再办了的，请写结束日期 ended。",
        "The newest article is of {last}, {days} days ago; inspectors of official sites want notices within six months.",
        "Publish one, or say when the column ended.",
    ),
    "issue-missing": _rule(
        "这个栏目分期编号，这一篇没有期号。",
        "请写一行 issue: 12；不分期的栏目，请删去 _column.md 里的 numbered。",
        "This column numbers its issues, and this article has no number.",
        "Add a line issue: 12, or take numbered out of _column.md.",
    ),
    "issue-twice": _rule(
        "第 {number} 期有两篇，另一篇是“{other}”。两篇都照常刊出。",
        "请核对期号 issue。",
        "Issue {number} is there twice; the other is “{other}”. Both are published.",
        "Check the number of the issue.",
    ),
    "issue-unused": _rule(
        "写了期号 {number}，可是这个栏目不分期，期号不会出现。",
        "请在 _column.md 里写 numbered: 是，或者删去这一行。",
        "The issue has the number {number}, but its column numbers none, so it does not show.",
        "Write numbered: true in _column.md, or delete the line.",
    ),
    "series-missing": _rule(
        "写了第 {part} 篇，却没有写是哪个系列，已经略过。",
        "请再写一行 series: 系列的名称。",
        "This is part {part}, but of no series; it was passed over.",
        "Add a line series: with the name of the series.",
    ),
    "part-missing": _rule(
        "属于系列“{series}”，却没有写是第几篇，没有列进去。",
        "请再写一行 part: 2。",
        "This belongs to the series “{series}”, but has no part; it was not listed there.",
        "Add a line part: 2.",
    ),
    "part-twice": _rule(
        "系列“{series}”有两个第 {part} 篇，另一个是“{other}”。两篇都列了进去。",
        "请核对 part。",
        "The series “{series}” has part {part} twice; the other is “{other}”. Both are listed.",
        "Check the number of the part.",
    ),
    "part-beyond": _rule(
        "系列“{series}”计划 {parts} 篇，这是第 {part} 篇。",
        "请核对 part，或在 _column.md 里改系列的篇数 parts。",
        "The series “{series}” is to have {parts} parts; this is part {part}.",
        "Check the number of the part, or change parts of the series in _column.md.",
    ),
    "almanac-unknown": _rule(
        "没有“{almanac}”这一部史历，没有收入本站。",
        "请核对文件夹名，或在 on-this-day/{almanac}/ 里写一个 _almanac.md。",
        "There is no almanac “{almanac}”; the file was left out.",
        "Check the folder's name, or write on-this-day/{almanac}/_almanac.md.",
    ),
    "almanac-slug-taken": _rule(
        "史历的文件夹不能叫“{name}”：这个网址是日、月、年的页面或嵌入页的。",
        "请给文件夹改名，例如 history。",
        "An almanac cannot be named “{name}”: that is the address of a day, a month, the years or the small page.",
        "Rename its folder, for example history.",
    ),
    "front-article-missing": _rule(
        "首页要用的“{target}”不是本站收入的文章，已经略过。",
        "请从 content 的最上一级写起，例如 /columns/first-aid/2021/aed.md，并核对大小写；文章本身有错误时，请先改好文章。",
        "“{target}”, wanted on the front page, is no article of this site; it was passed over.",
        "Name its file from the top of content, for example /columns/first-aid/2021/aed.md; if that has an error, mend it first.",
    ),
    "front-article-draft": _rule(
        "首页要用的“{target}”是草稿，或者已经撤下，首页上没有它。",
        "请发布这篇文章，或在 site.toml 里换一篇。",
        "“{target}”, wanted on the front page, is a draft or was withdrawn; the front page is without it.",
        "Publish the article, or name another one in site.toml.",
    ),
    "front-article-waiting": _rule(
        "首页要用的“{target}”要到 {moment} 才发布，在那之前首页上没有它。",
        "不必改：到时自己出现。想从那时排起，可以写 from。",
        "“{target}”, wanted on the front page, is not published before {moment}; until then the page is without it.",
        "Nothing needs to be done; “from” with that time says that it is meant so.",
    ),
    "front-ended": _rule(
        "首页上的“{target}”已于 {until} 到期撤下。",
        "可以从 site.toml 里删去这一段；要继续用，请改 until。",
        "“{target}” stood on the front page until {until}, which is over.",
        "Delete the section from site.toml, or give it a later “until”.",
    ),
    "front-times": _rule(
        "截止（until）{until} 不晚于开始（from）{start}，这一段不会出现。",
        "请核对 from 和 until，先开始，后截止。",
        "“until” ({until}) is not later than “from” ({start}): this section is never shown.",
        "Check the two times.",
    ),
    "front-overlap": _rule(
        "头条“{target}”从 {moment} 起与“{other}”（第 {line} 行）时间重叠；重叠时用写在前面的一篇。",
        "请改 from 或 until，让前一篇撤下以后，后一篇再上。",
        "From {moment} on the lead “{target}” has the same time as “{other}” (line {line}); the one written first stands.",
        "Change “from” or “until”, so that one begins when the other ends.",
    ),
    "front-overlap/always": _rule(
        "头条“{target}”与“{other}”（第 {line} 行）都没有写 from，时间重叠；重叠时用写在前面的一篇。",
        "请给其中一篇写 from，给另一篇写 until。",
        "The leads “{target}” and “{other}” (line {line}) have no “from”, and so the same time; the one written first stands.",
        "Give one of them a “from”, and the other one an “until”.",
    ),
    "front-twice": _rule(
        "“{target}”在首页上同时有两个位置：第 {line} 行的 {other} 里已有它，这里的略过。",
        "请在 site.toml 里删去其中一处，或者错开时间。",
        "“{target}” has two places on the front page at one time: it is in {other} on line {line} already, and was passed over here.",
        "Delete one of the two from site.toml, or give them other times.",
    ),
    "front-lead-stale": _rule(
        "头条“{target}”已经用了 {days} 天，其间有更新的文章。",
        "请在 site.toml 里换头条；确实要长期使用的，请写在 [[front.leads]] 里并写 until。",
        "“{target}” has led the front page for {days} days, and there are newer articles.",
        "Choose another lead in site.toml; one that is to stay goes under [[front.leads]] with an “until”.",
    ),
    "front-column-missing": _rule(
        "首页要用的栏目“{name}”不存在，已经略过。",
        "您要写的是“{suggestion}”吗？请写栏目文件夹的名字。",
        "The front page's column “{name}” does not exist; it was passed over.",
        "Did you mean “{suggestion}”? Write the name of a column's folder.",
    ),
    "front-column-missing/plain": _rule(
        "首页要用的栏目“{name}”不存在，已经略过。",
        "请在 site.toml 里写栏目文件夹的名字。",
        "The front page's column “{name}” does not exist; it was passed over.",
        "Write the name of a column's folder in site.toml.",
    ),
    "front-topic-missing": _rule(
        "首页要用的专题“{name}”不存在，已经略过。",
        "您要写的是“{suggestion}”吗？请写 topics 文件夹里的文件名，不带 .md。",
        "The front page's topic “{name}” does not exist; it was passed over.",
        "Did you mean “{suggestion}”? Write the name of a file in topics, without .md.",
    ),
    "front-topic-missing/plain": _rule(
        "首页要用的专题“{name}”不存在，已经略过。",
        "请写 topics 文件夹里的文件名，不带 .md。",
        "The front page's topic “{name}” does not exist; it was passed over.",
        "Write the name of a file in topics, without .md.",
    ),
    "front-topic-hidden": _rule(
        "首页要用的专题“{name}”还没有发布，首页上没有它。",
        "发布以后自己出现；不用了请从 site.toml 里删去。",
        "The front page's topic “{name}” is not published; the page is without it.",
        "It appears once it is published; else delete it from site.toml.",
    ),
    "front-gallery-missing": _rule(
        "首页要用的图集“{name}”不存在，已经略过。",
        "您要写的是“{suggestion}”吗？请写图集文件夹的名字。",
        "The front page's gallery “{name}” does not exist; it was passed over.",
        "Did you mean “{suggestion}”? Write the name of a gallery's folder.",
    ),
    "front-gallery-missing/plain": _rule(
        "首页要用的图集“{name}”不存在，已经略过。",
        "请写 galleries 文件夹里图集文件夹的名字。",
        "The front page's gallery “{name}” does not exist; it was passed over.",
        "Write the name of a gallery's folder.",
    ),
    "front-gallery-hidden": _rule(
        "首页要用的图集“{name}”还没有发布，首页上没有它。",
        "发布以后自己出现；不用了请从 site.toml 里删去。",
        "The front page's gallery “{name}” is not published; the page is without it.",
        "It appears once it is published; else delete it from site.toml.",
    ),
    "front-block-unknown": _rule(
        "首页没有“{name}”这一块，已经略过。",
        "您要写的是“{suggestion}”吗？可以写 notices、leads、on-this-day、columns、topics、galleries。",
        "The front page has no part “{name}”; it was passed over.",
        "Did you mean “{suggestion}”? There are notices, leads, on-this-day, columns, topics and galleries.",
    ),
    "front-block-unknown/plain": _rule(
        "首页没有“{name}”这一块，已经略过。",
        "可以写 notices（通知）、leads（头条）、on-this-day（史上的今天）、columns（栏目）、topics（专题）、galleries（图集）。",
        "The front page has no part “{name}”; it was passed over.",
        "There are notices, leads, on-this-day, columns, topics and galleries.",
    ),
    "navigation-missing": _rule(
        "导航里的“{target}”不存在，已经略过。",
        "请在 site.toml 里核对这一项的 to。",
        "“{target}” in the navigation does not exist; it was passed over.",
        "Check its “to” in site.toml.",
    ),
    "pinned-ended": _rule(
        "“{target}”的置顶已于 {until} 结束。",
        "可以从 site.toml 里删去这一段；要继续置顶，请改 until 的日期。",
        "“{target}” was pinned until {until}, which is over.",
        "Delete the section from site.toml, or give it a later date.",
    ),
    "related-missing": _rule(
        "相关文章“{target}”不存在，已经略过。",
        "请核对路径，从 content 的最上一级写起。",
        "The related article “{target}” does not exist; it was passed over.",
        "Check the path, from the top of content.",
    ),
    "related-unpublished": _rule(
        "相关文章“{target}”还没有发布，暂时略过。",
        "那篇发布以后，会自动列出。",
        "The related article “{target}” is not published; it was passed over.",
        "It will be listed once it is published.",
    ),
    "related-unfit": _rule(
        "“{target}”不是另外一篇文章，不能列为相关文章，已经略过。",
        "相关文章只能是栏目里别的文章，例如 columns/first-aid/2021/aed.md。",
        "“{target}” is not another article and cannot be a related one; it was passed over.",
        "Name another article of a column, such as columns/first-aid/2021/aed.md.",
    ),
    "topic-article-missing": _rule(
        "专题里的文章“{target}”不存在或还没有发布，已经略过。",
        "请核对路径，从 content 的最上一级写起。",
        "The topic's article “{target}” does not exist or is not published; it was passed over.",
        "Check the path, from the top of content.",
    ),
    "entry-date-mismatch": _rule(
        "文件名写的是“{name}”，日期却是 {date}。",
        "请让文件名开头的“月-日”与 date 一致：改日期，或者把文件名的开头改成 {wanted}。",
        "The file name says “{name}”, but the date is {date}.",
        "Correct the date, or let the file name begin with {wanted}.",
    ),
    "entry-place-taken": _rule(
        "这一条在页面上的位置与 {other} 相同，没有收入本站。",
        "请给其中一个文件改名。",
        "This entry would have the same place on its page as {other}, and was left out.",
        "Rename one of the two files.",
    ),
    "entry-source-missing": _rule(
        "这一条没有写依据。",
        "请在 sources 里写明出处：书名、文献名或网址，便于读者查证。",
        "This entry has no source.",
        "Name a book, a document or an address under sources, so that readers can check it.",
    ),
    "template-failed": _rule(
        "页面 {url} 没有生成：{detail}。",
        "这是模板的问题，请告诉维护人员。",
        "The page {url} could not be made: {detail}.",
        "This is a fault of a template: please tell the maintainers.",
    ),
}
