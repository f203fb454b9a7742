# ruff: noqa: E501 - one sentence a line is how a table of sentences is read and translated.
"""Addresses that are meant to last: old ones that lead on, and the ledger of all of them."""

from .words import Rule, rule

RULES: dict[str, Rule] = {
    "value-invalid/old_paths": rule(
        "“{key}”里有一项不是网址，已经略过。",
        "一项一行，各写一个旧网址，以斜线开头，例如 /columns/aid/2020/aed/。",
        "One of “{key}” is no address; it was passed over.",
        "Write one old address a line, beginning with a slash, such as /columns/aid/2020/aed/.",
    ),
    "alias-unfit": rule(
        "旧网址“{address}”不能用，已经略过。",
        "请写成本站的路径，例如 /columns/aid/2020/aed/。",
        "The old address “{address}” cannot be used; it was passed over.",
        "Write a path of this site, such as /columns/aid/2020/aed/.",
    ),
    "alias-unfit/outside": rule(
        "旧网址“{address}”带有域名，已经略过。",
        "只写域名后面以斜线开头的部分；别的网站的网址不归本站管，不能转到这里。",
        "The old address “{address}” names a host; it was passed over.",
        "Write only what follows the host, from the slash on; this site cannot lead on from another one.",
    ),
    "alias-unfit/slash": rule(
        "旧网址“{address}”没有以斜线开头，已经略过。",
        "请从网站的最上一级写起，例如 /columns/aid/2020/aed/。",
        "The old address “{address}” does not begin with a slash; it was passed over.",
        "Write it from the top of the site, such as /columns/aid/2020/aed/.",
    ),
    "alias-unfit/query": rule(
        "旧网址“{address}”里有 ? 或 #，已经略过。",
        "问号和井号后面的部分静态网站分辨不了；只写它们前面的部分。",
        "There is a ? or # in the old address “{address}”; it was passed over.",
        "A static site cannot tell what follows these signs; write what stands before them.",
    ),
    "alias-unfit/sign": rule(
        "旧网址“{address}”里有不能做文件名的符号，已经略过。",
        "不能用的有反斜线、引号、尖括号、花括号、竖线、星号、冒号、$、^、`，以及解不开的百分号编码。",
        "There is a sign in the old address “{address}” that no file name can have; it was passed over.",
        "Not to be used: backslash, quotation marks, angle brackets, braces, |, *, :, $, ^, `, and percent-encoding that means nothing.",
    ),
    "alias-unfit/shape": rule(
        "旧网址“{address}”里有空的一级，或者有一级以点或空格开头、结尾，已经略过。",
        "请核对斜线和点，例如不要写 //、/../。",
        "A part of the old address “{address}” is empty, or begins or ends with a dot or a space; it was passed over.",
        "Check slashes and dots: no // and no /../ can be in it.",
    ),
    "alias-unfit/long": rule(
        "旧网址“{address}”太长，已经略过。",
        "每一级最多 200 个字节（约 66 个汉字），全长最多 1000 个字节。",
        "The old address “{address}” is too long; it was passed over.",
        "A part of it may have 200 bytes, the whole 1000.",
    ),
    "alias-unfit/reserved": rule(
        "旧网址“{address}”是程序自己要用的，已经略过。",
        "图片、影片、样式、搜索、日历、列表第几页这些地址不能另作他用。",
        "The site needs the address “{address}” for itself; it was passed over.",
        "Addresses of pictures, films, styles, search, days and further pages of lists cannot lead elsewhere.",
    ),
    "alias-own": rule(
        "旧网址“{address}”就是它现在的网址。",
        "可以删去这一项。",
        "The old address “{address}” is the one it has now.",
        "This entry can be deleted.",
    ),
    "alias-live": rule(
        "旧网址“{address}”现在有页面，不会转到这里。",
        "如果要转，请先撤下那个页面，或给它的文件改名；如果不要，请删去这一项。",
        "There is a page at “{address}”; readers are not led here from it.",
        "Take that page away or rename its file; or delete this entry.",
    ),
    "alias-twice": rule(
        "旧网址“{address}”在“{other}”里也写了，转到那一处。",
        "一个旧网址只能转到一处，请删去其中一项。",
        "The old address “{address}” stands in “{other}” too, and leads there.",
        "An old address leads to one place: delete one of the two entries.",
    ),
    "alias-covers": rule(
        "“{address}”下面现在有别的页面，所以只转这一个网址，下面的不跟着转。",
        "如果下面的也要转，请一一写在各篇的旧网址里。",
        "There are pages below “{address}” now; this one address leads here, those below it do not.",
        "Where some below it should lead on too, write them with the texts they lead to.",
    ),
    "address-lost": rule(
        "{address} 发布过，现在打不开，也没有转到别处。",
        "搬到了别处，请运行 lanmu alias {address} 新网址；确实撤下、不再恢复，请运行 lanmu alias --withdrawn {address}。",
        "{address} was published; now nothing is there, and it leads nowhere.",
        "If it moved, run lanmu alias {address} NEW; if it is gone for good, lanmu alias --withdrawn {address}.",
    ),
    "address-lost/moved": rule(
        "{address} 发布过，现在打不开；同一编号的稿件在 {to}。",
        "请运行 lanmu alias {address} {to} ，从旧网址转过去。",
        "{address} was published; now nothing is there. What has its id is at {to}.",
        "Run lanmu alias {address} {to} to lead readers on.",
    ),
    "id-changed": rule(
        "{address} 发布时的编号是“{id}”，现在成了“{other}”，订阅的读者会重复收到。",
        "请在 {file} 里写上 id: {id} 。如果这里已经是另外一篇，请在本行改成新的编号。",
        "{address} was published with the id “{id}”, and now has “{other}”; who follows a feed would get it again.",
        "Write id: {id} in {file}. If it is another text by now, write the new id in this line.",
    ),
    "ledger-line": rule(
        "这一行读不懂，已经略过（共有 {count} 行有问题）。",
        "各项之间用制表符（Tab）隔开：网址、编号、种类、发布日期、撤下日期。合并时留下的记号请删去。",
        "This line cannot be read; it was passed over ({count} lines have faults).",
        "Tabs part the fields: address, id, kind, day of publication, day of withdrawal. Delete what a merge left behind.",
    ),
    "ledger-twice": rule(
        "这个网址前面已有一行，编号不同，以前面的为准（共有 {count} 行有问题）。",
        "请核对哪一行是对的，删去另一行。",
        "This address has a line before, with another id; the first one counts ({count} lines have faults).",
        "See which one is right, and delete the other.",
    ),
}
