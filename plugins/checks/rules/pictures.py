# ruff: noqa: E501 - one sentence a line is how a table of sentences is read and translated.
"""Pictures: whether they are there and can be read, and what is said of them."""

from .words import Rule, rule

RULES: dict[str, Rule] = {
    "picture-missing": rule(
        "找不到图片“{target}”。",
        "请核对文件名和大小写，图片放在稿件旁边，或放在 media 文件夹里并写成 /media/文件名。",
        "The picture “{target}” does not exist.",
        "Check the name and its case; put the picture beside the text, or into media and write /media/<name>.",
    ),
    "picture-outside": rule(
        "图片“{written}”在 content 文件夹之外，没有使用。",
        "请把图片复制到稿件旁边，再写它的文件名。",
        "The picture “{written}” lies outside of the content folder and was not used.",
        "Copy it beside the text and write its file name.",
    ),
    "picture-remote": rule(
        "图片“{written}”在别的网站上，没有使用。",
        "请先取得使用许可，把图片存到稿件旁边，再写它的文件名。引用外站图片会泄露读者的行踪，对方删图后还会留下空白。",
        "The picture “{written}” is on another site and was not used.",
        "Get permission, save it beside the text and write its file name: a remote picture tells others who reads.",
    ),
    "picture-withheld": rule(
        "图片“{target}”注明被拍摄者不同意公开，没有使用。",
        "如果已经取得同意，请把 consent 改成 true；否则请从稿件里去掉这张图片。",
        "The picture “{target}” is not to be shown: the people in it do not agree.",
        "If they do agree by now, write consent: true; otherwise take the picture out of the text.",
    ),
    "sidecar-alone": rule(
        "这是图片“{picture}”的说明文件，但没有这张图片。",
        "请核对文件名：说明文件的名字是图片的全名加 .toml，例如 photo.jpg.toml，放在图片旁边。",
        "This says something of the picture “{picture}”, which does not exist.",
        "Check its name: the picture's whole name and .toml, as photo.jpg.toml, beside the picture.",
    ),
    "sidecar-empty": rule(
        "图片的说明文件是空的，图片暂不使用。",
        '请写上至少一项，例如 credit = "通讯员"，或删去这个文件。',
        "The file about a picture is empty; the picture is kept back.",
        'Write at least one thing, such as credit = "…", or delete the file.',
    ),
    "alt-missing": rule(
        "图片“{target}”没有替代文字。",
        "请用一句话说明图里有什么，写在 ![ ] 的方括号里，或写在 alt 一项；看不到图的读者靠它了解内容。",
        "The picture “{target}” has no alternative text.",
        "Say in one sentence what it shows, in the brackets of ![ ] or under alt, for readers who cannot see it.",
    ),
    "credit-missing": rule(
        "图片“{target}”没有署名。",
        '请在用到它的稿件里写 credit，或在图片旁边的 {target}.toml 里写 credit = "谁拍的"。',
        "The picture “{target}” has no credit.",
        'Write credit where it is used, or credit = "…" in {target}.toml beside the picture.',
    ),
    "consent-missing": rule(
        "图片“{target}”没有写明被拍摄者是否同意公开。",
        "请写 consent: true（同意）、false（不同意）或 n/a（不适用），写在稿件里或 {target}.toml 里。",
        "Of the picture “{target}” it is not said whether the people in it agree.",
        "Write consent: true, false or n/a where it is used, or in {target}.toml beside the picture.",
    ),
    "acquire-missing": rule(
        "site.toml 的 acquire 指向的“{target}”不存在或没有发布，没有使用。",
        "请核对文件名，例如 pages/reuse.md，或写完整的网址。",
        "The place “{target}” named under acquire does not exist or is not published; it was not used.",
        "Check the file's name, such as pages/reuse.md, or write a full address.",
    ),
    "picture-format": rule(
        "图片是 {format} 格式，网站不能使用。",
        "请另存为 JPEG（照片）或 PNG（图表）后再用。",
        "The picture is in the format {format}, which cannot be used.",
        "Save it as JPEG (photographs) or PNG (drawings).",
    ),
    "picture-too-large": rule(
        "图片有 {pixels} 百万像素，超过了上限 {limit} 百万像素。",
        "请缩小后再用，长边 4000 像素已经足够。",
        "The picture has {pixels} megapixels; the most is {limit}.",
        "Make it smaller: 4,000 pixels on the long side are enough.",
    ),
    "picture-too-long": rule(
        "图片有一边长 {pixels} 像素，超过了上限 {limit} 像素。",
        "请检查文件是不是弄错了；长图请裁成几张。",
        "The picture is {pixels} pixels long in one direction; the most is {limit}.",
        "See whether it is the right file; cut a long picture into several.",
    ),
    "picture-file-large": rule(
        "图片文件有 {megabytes} MB，超过了上限 {limit} MB，没有打开。",
        "请另存为 JPEG 后再用，长边 4000 像素已经足够。",
        "The picture's file has {megabytes} MB; the most is {limit}. It was not opened.",
        "Save it as JPEG: 4,000 pixels on the long side are enough.",
    ),
    "picture-too-hard": rule(
        "这张图片处理不了，已经停下。",
        "请在看图软件里打开，另存为 JPEG 后再用。",
        "The picture could not be worked on and was given up.",
        "Open it in a program for pictures and save it as JPEG.",
    ),
    "picture-too-hard/time": rule(
        "这张图片处理了 20 秒还没有完成，已经停下。",
        "请在看图软件里打开，另存为 JPEG 后再用。",
        "The picture was given up after 20 seconds of work.",
        "Open it in a program for pictures and save it as JPEG.",
    ),
    "picture-too-hard/memory": rule(
        "处理这张图片要用 1 GB 以上的内存，已经停下。",
        "请在看图软件里缩小，另存为 JPEG 后再用，长边 4000 像素已经足够。",
        "The picture takes more than 1 GiB of memory and was given up.",
        "Make it smaller and save it as JPEG: 4,000 pixels on the long side are enough.",
    ),
    "picture-too-hard/crash": rule(
        "这张图片让解码的程序出错退出，可能已经损坏。",
        "请从原件重新导出，另存为 JPEG 后再用。",
        "The program that decodes the picture died of it; it may be damaged.",
        "Export it anew from the original, as JPEG.",
    ),
    "picture-mislabelled": rule(
        "文件名写的是 .{suffix}，里面其实是 {format} 图片。图片照样使用。",
        "请把文件名的后缀改对，别的程序可能打不开它。",
        "The file is named .{suffix} but holds a {format} picture. It is used all the same.",
        "Correct the name's ending: other programs may fail to open it.",
    ),
    "heic-unread": rule(
        "这是苹果手机的 HEIC 图片，这台电脑上没有装读它的程序。",
        "请在网站的文件夹里运行 .venv/bin/python -m pip install pillow-heif，或者在手机上选“设置 → 相机 → 格式 → 兼容性最佳”，或者另存为 JPEG。",
        "The picture is an iPhone's HEIC, and what reads it is not installed here.",
        "Run .venv/bin/python -m pip install pillow-heif, or save the picture as JPEG.",
    ),
    "animation-long": rule(
        "动图太长，只显示第一帧。",
        "请剪短，或者改用视频。",
        "The animation is too long: only the first frame is shown.",
        "Cut it short, or use a film.",
    ),
    "animation-long/frames": rule(
        "动图超过 100 帧，只显示第一帧。",
        "请剪短，或者改用视频。",
        "The animation has more than 100 frames: only the first is shown.",
        "Cut it short, or use a film.",
    ),
    "animation-long/seconds": rule(
        "动图超过 5 秒，只显示第一帧：自己动个不停的画面妨碍阅读。",
        "请剪短到 5 秒以内，或者改用视频。",
        "The animation takes more than 5 seconds: only the first frame is shown, for what moves on and on disturbs reading.",
        "Cut it to 5 seconds, or use a film.",
    ),
    "animation-long/bytes": rule(
        "动图文件超过 8 MB，只显示第一帧。",
        "请缩小或者剪短，或者改用视频。",
        "The animation's file has more than 8 MB: only the first frame is shown.",
        "Make it smaller or shorter, or use a film.",
    ),
    "animation-long/pixels": rule(
        "动图太大，只显示第一帧：所有帧加起来超过 6000 万像素。",
        "请缩小或者剪短，或者改用视频。",
        "The animation is too large: only the first frame is shown. All frames have more than 60 megapixels.",
        "Make it smaller or shorter, or use a film.",
    ),
    "picture-unreadable": rule(
        "图片打不开，可能没有传完或已经损坏。",
        "请从原件重新导出或复制一份。",
        "The picture cannot be opened; it may be cut short or damaged.",
        "Export or copy it anew from the original.",
    ),
}
