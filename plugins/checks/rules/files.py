# ruff: noqa: E501 - one sentence a line is how a table of sentences is read and translated.
"""Files: their places, their names, their bytes; and pages that could not be made."""

from .words import Rule, rule

RULES: dict[str, Rule] = {
    "place-unknown": rule(
        "这个文件不在任何栏目、专题或页面的位置上，没有收入本站。",
        "文章请放在 columns/栏目/年份/文件名.md，例如 columns/first-aid/2021/aed.md；其他内容的位置见《编辑手册》。",
        "This file is in no place where the site looks for texts, and was left out.",
        "Put an article at columns/<column>/<year>/<name>.md, for example columns/first-aid/2021/aed.md.",
    ),
    "slug-invalid": rule(
        "路径里的名字“{name}”不能用作网址。",
        "请改名，只用小写英文字母、数字和连字符，例如“{suggestion}”。",
        "The name “{name}” in the path cannot be part of an address.",
        "Rename it with lower-case letters a to z, digits and hyphens, for example “{suggestion}”.",
    ),
    "slug-invalid/plain": rule(
        "路径里的名字“{name}”不能用作网址。",
        "请改名，只用小写英文字母、数字和连字符，例如用拼音或英文：first-aid。",
        "The name “{name}” in the path cannot be part of an address.",
        "Rename it with lower-case letters a to z, digits and hyphens, for example first-aid.",
    ),
    "day-invalid": rule(
        "文件名开头的“{name}”不是一年里的一天。",
        "请写成“月-日”，都用两位数，例如 05-08-名字.md；只知道月份的写 05-00，只知道年份的写 00-00。",
        "“{name}” at the start of the file name is no day of the year.",
        "Write month and day with two digits each, for example 05-08-name.md; 05-00 where only the month is known, 00-00 where only the year is.",
    ),
    "name-collision": rule(
        "这个文件名与“{other}”只差大小写或字符形式，在别的电脑上会变成同一个文件。",
        "请把其中一个改成别的名字。",
        "This name differs from “{other}” only in case or in Unicode form; elsewhere the two are one file.",
        "Rename one of the two.",
    ),
    "name-undecodable": rule(
        "文件名的编码有误，无法读取。",
        "请给文件重新起名，只用小写英文字母、数字和连字符。",
        "The file's name is not valid UTF-8 and cannot be read.",
        "Rename the file with lower-case letters, digits and hyphens.",
    ),
    "link-outside-content": rule(
        "这是一个指向 content 文件夹之外（或指向空处）的快捷链接，没有读取。",
        "请把文件本身复制到 content 里，再删去这个链接。",
        "This symbolic link leads out of the content folder, or nowhere, and was not followed.",
        "Copy the file itself into the content folder and delete the link.",
    ),
    "link-to-folder": rule(
        "这是一个指向文件夹的快捷链接，没有读取。",
        "请直接使用原来的文件夹，或把文件复制过来。",
        "This symbolic link leads to a folder and was not followed.",
        "Use the folder itself, or copy its files.",
    ),
    "not-a-file": rule(
        "这不是普通文件，没有读取。",
        "请从 content 文件夹里移走。",
        "This is not a regular file and was not read.",
        "Remove it from the content folder.",
    ),
    "file-unreadable": rule(
        "无法读取：{detail}。",
        "请检查文件的权限，或重新复制一份。",
        "It cannot be read: {detail}.",
        "Check the permissions of the file, or copy it anew.",
    ),
    "file-unused": rule(
        "网站用不到这个文件，已经略过。",
        "文章是 .md 文件；图片请用 JPEG、PNG、WebP、GIF、AVIF 或 TIFF。用不到的文件请移出 content 文件夹。",
        "The site has no use for this file; it was passed over.",
        "Texts end in .md; pictures are JPEG, PNG, WebP, GIF, AVIF or TIFF. Move other files elsewhere.",
    ),
    "file-too-large": rule(
        "文件有 {size} MB，超过了文字稿件的上限 {limit} MB，没有读取。",
        "文字稿件通常只有几十 KB。请检查是否把图片或整份文档粘贴进来了；确实很长的，请分成几篇。",
        "The file has {size} MB; the most for a text is {limit} MB. It was not read.",
        "A text is seldom larger than some 10 KB. Check that no picture was pasted into it, or split it.",
    ),
    "encoding": rule(
        "文件的编码像是 {encoding}，不是 UTF-8，没有读取。",
        "请用编辑器打开后另存为 UTF-8：记事本在“另存为”窗口的“编码”一栏选 UTF-8；VS Code 点右下角的编码，选“通过编码重新打开”，再选“通过编码保存”为 UTF-8。",
        "The file seems to be in {encoding}, not in UTF-8, and was not read.",
        "Open it in an editor and save it as UTF-8: Notepad asks for the encoding under “Save as”; in VS Code click the encoding at the bottom right.",
    ),
    "encoding/unknown": rule(
        "从这里起不是 UTF-8 文字，没有读取。",
        "请用编辑器打开后另存为 UTF-8；如果打开是乱码，这可能不是文字文件，或者文件已经损坏。",
        "From here on this is no UTF-8 text, and was not read.",
        "Save it as UTF-8 from an editor; where it looks garbled there, it may be no text, or damaged.",
    ),
    "control-character": rule(
        "这里有一个看不见的控制字符（{code}），已经去掉。",
        "多半是从别处粘贴带来的。删去它前后的一两个字再重新输入即可。",
        "There is an invisible control character here ({code}); it was taken out.",
        "It was probably pasted in. Delete the characters around it and type them again.",
    ),
    "template-failed": rule(
        "页面 {url} 没有生成：{detail}。",
        "这是模板的问题，请告诉维护人员。",
        "The page {url} could not be made: {detail}.",
        "This is a fault of a template: please tell the maintainers.",
    ),
}
