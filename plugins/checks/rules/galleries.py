"""Galleries, and lines of a text that ask for one."""

from .words import Rule, rule

RULES: dict[str, Rule] = {
    "gallery-empty": rule(
        "这个图集里没有可以显示的照片。",
        "请把照片放在 index.md 旁边，或者写在 photos 或 sections 里。",
        "This gallery has no photograph that can be shown.",
        "Put photographs beside index.md, or list them under photos or sections.",
    ),
    "photo-twice": rule(
        "照片“{target}”在图集里列了两次，以第一次为准。",
        "请删去多写的一处。",
        "The photograph “{target}” is listed twice; the first counts.",
        "Remove one of the two.",
    ),
    "order-unlisted": rule(
        "照片的次序要照列出的（listed），却没有列出照片，已按文件名排。",
        "请在 photos 里列出照片，或者把 order 改成 name 或 time。",
        "The photographs are to be in the order listed, and none is; they stand by name.",
        "List them under photos, or set order to name or time.",
    ),
    "original-format": rule(
        "“{target}”的原图不能提供下载，网页上照常显示。",
        "能提供下载的是完好的 JPEG（.jpg）和 PNG（.png）文件；请把这一张另存成其中一种。",
        "The original of “{target}” cannot be offered; the page shows the picture as ever.",
        "Sound JPEG (.jpg) and PNG (.png) files can be; save this one as one of them.",
    ),
    "gallery-missing": rule(
        "没有名叫“{name}”的图集，这一行已经略过。",
        "您要写的是“{suggestion}”吗？请写 galleries 文件夹里图集文件夹的名字。",
        "There is no gallery “{name}”; the line was passed over.",
        "Did you mean “{suggestion}”? Write the name of a gallery's folder.",
    ),
    "gallery-missing/plain": rule(
        "没有名叫“{name}”的图集，这一行已经略过。",
        "请写 galleries 文件夹里图集文件夹的名字。",
        "There is no gallery “{name}”; the line was passed over.",
        "Write the name of a gallery's folder.",
    ),
    "gallery-unpublished": rule(
        "图集“{name}”还没有发布，发布的页面上没有它。",
        "发布以后自己出现；不用了请删去这一行。",
        "The gallery “{name}” is not published; the published page is without it.",
        "It appears once it is published; else delete the line.",
    ),
    "gallery-twice": rule(
        "同一个图集在正文里放了两次，第二次已经略过。",
        "请删去多写的一行。",
        "One gallery stands in the text twice; the second was passed over.",
        "Remove one of the two lines.",
    ),
    "gallery-misplaced": rule(
        "这里不能放图集，这一行已经略过。",
        "图集可以放在文章和 pages 文件夹的页面里。",
        "A gallery cannot stand here; the line was passed over.",
        "Galleries can stand in articles, and in pages of the folder pages.",
    ),
    "gallery-folder": rule(
        "这篇稿件没有自己的文件夹，[gallery] 找不到照片，已经略过。",
        "请把稿件改成文件夹里的 index.md，照片放在同一个文件夹；或者写 [gallery: 图集名]。",
        "This text has no folder of its own for [gallery] to show; the line was passed over.",
        "Make it index.md of a folder with its photographs, or write [gallery: name].",
    ),
    "gallery-folder-empty": rule(
        "文件夹里没有正文还没用过的照片，[gallery] 已经略过。",
        "请把照片放在 index.md 旁边；题图和正文里已有的图片不再进图集。",
        "Its folder holds no photograph that is not shown already; [gallery] was passed over.",
        "Put photographs beside index.md; the lead picture and those in the text do not count.",
    ),
}
