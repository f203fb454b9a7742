# ruff: noqa: E501 - one sentence a line is how a table of sentences is read and translated.
"""Films and sound, their posters, captions and transcripts."""

from .words import Rule, rule

RULES: dict[str, Rule] = {
    "media-missing": rule(
        "找不到影片或录音“{target}”。",
        "请核对文件名和大小写，文件放在稿件旁边，或放在 media 文件夹里并写成 /media/文件名。",
        "The film or sound “{target}” does not exist.",
        "Check the name and its case; put the file beside the text, or into media and write /media/<name>.",
    ),
    "media-missing/outside": rule(
        "“{target}”在 content 文件夹之外，没有使用。",
        "请把文件复制到稿件旁边，再写它的文件名。",
        "“{target}” lies outside of the content folder and was not used.",
        "Copy the file beside the text and write its name.",
    ),
    "media-not-alone": rule(
        "“{written}”没有独占一行，没有变成播放器。",
        "请让它单独成一行，行首行尾都不要有别的字，也不要放在列表或引文里。",
        "“{written}” is not on a line of its own and was not made into a player.",
        "Put it on a line of its own, outside of lists and quotations.",
    ),
    "media-kind": rule(
        "“{target}”写错了种类：影片写 video，只有声音的写 audio。",
        "请把 video 和 audio 对调；文件里没有画面时，请检查是不是导出错了。",
        "“{target}” is of the other kind: films are named by video, sound alone by audio.",
        "Exchange video and audio; where the film has no picture, look how it was exported.",
    ),
    "media-unreadable": rule(
        "影片或录音打不开，没有使用。",
        "请重新导出：影片用 MP4（H.264 和 AAC），录音用 MP3。",
        "The film or sound cannot be read and was not used.",
        "Export it anew: films as MP4 (H.264 and AAC), sound as MP3.",
    ),
    "media-unreadable/empty": rule(
        "文件是空的，没有使用。",
        "请重新复制一份。",
        "The file is empty and was not used.",
        "Copy it anew.",
    ),
    "media-unreadable/damaged": rule(
        "影片或录音已经损坏，没有使用。",
        "请在自己的电脑上试播一遍，再重新导出：影片用 MP4（H.264 和 AAC），录音用 MP3。",
        "The film or sound is damaged and was not used.",
        "Try to play it, then export it anew: films as MP4 (H.264 and AAC), sound as MP3.",
    ),
    "media-unreadable/truncated": rule(
        "影片或录音不完整，文件在中间断了，没有使用。",
        "多半是没有传完，请重新复制一份。",
        "The film or sound ends in the middle and was not used.",
        "It was probably not copied to its end: copy it anew.",
    ),
    "media-unreadable/mislabelled": rule(
        "文件的内容与后缀不符，没有使用。",
        "改后缀不能改变格式：请用剪辑软件导出 MP4（H.264 和 AAC）、WebM 或 MP3。",
        "The file is not what its name says and was not used.",
        "Another ending makes no other format: export it as MP4 (H.264 and AAC), WebM or MP3.",
    ),
    "media-codec": rule(
        "文件用了 {codec} 编码，许多浏览器放不出来，没有使用。",
        "请在剪辑软件里重新导出：影片选 H.264（也叫 AVC），声音选 AAC；手机上拍的，先在相机设置里选“兼容性最佳”。",
        "The file is in {codec}, which many browsers do not play; it was not used.",
        "Export it with H.264 (AVC) for pictures and AAC for sound; on a phone choose “most compatible” in the camera's settings.",
    ),
    "media-location": rule(
        "影片里记着拍摄地点的经纬度，为免泄露，没有使用。",
        "请用剪辑软件导出一份，或者在命令行里运行 ffmpeg -i 原片.mp4 -map_metadata -1 -c copy 新片.mp4，画面和声音都不会变；以后拍摄前请关掉相机的定位。",
        "The film tells where it was taken; it was not used, for that may be somebody's home.",
        "Export it from a video editor, or run ffmpeg -i old.mp4 -map_metadata -1 -c copy new.mp4, which changes neither picture nor sound.",
    ),
    "media-too-large": rule(
        "文件有 {size} MB，超过了本站的上限 {limit} MB，没有使用。",
        "请把影片上传到哔哩哔哩、腾讯视频等平台，在稿件里写它的网址；或者压缩后再用。上限由总编辑在 site.toml 的 [media] 里设定。",
        "The file has {size} MB; the most on this site is {limit} MB. It was not used.",
        "Put the film on a platform and write its address in the text, or compress it; the limit stands in site.toml under [media].",
    ),
    "media-format": rule(
        "影片或录音是 {format} 格式，浏览器放不出来，已经略过。",
        "请导出为 MP4（H.264 和 AAC）或 WebM，录音导出为 MP3、M4A 或 Ogg。",
        "The film or sound is in the format {format}, which browsers do not play; it was passed over.",
        "Export films as MP4 (H.264 and AAC) or WebM, sound as MP3, M4A or Ogg.",
    ),
    "poster-missing": rule(
        "影片“{target}”没有封面。",
        "请在旁边放一张同名的图片（film.mp4 配 film.jpg），或用 poster 写一张；自己的影片，装了 ffmpeg 会自动截取一帧。",
        "The film “{target}” has no poster.",
        "Put a picture of the same name beside it (film.jpg for film.mp4) or name one under poster; with ffmpeg installed a frame of our own films is taken.",
    ),
    "captions-missing": rule(
        "影片“{target}”没有字幕。",
        "请在旁边放一个同名的 WebVTT 文件（film.mp4 配 film.vtt），或用 captions 写一个。听不见的读者和静音观看的读者都靠它。",
        "The film “{target}” has no captions.",
        "Put a WebVTT file of the same name beside it (film.vtt for film.mp4) or name one under captions, for readers who do not hear it.",
    ),
    "captions-file-missing": rule(
        "找不到字幕文件“{target}”。",
        "请核对文件名；字幕要用 WebVTT 格式，文件名以 .vtt 结尾。",
        "The captions “{target}” do not exist.",
        "Check the name; captions are WebVTT files, which end in .vtt.",
    ),
    "captions-invalid": rule(
        "这个字幕文件浏览器读不出来，没有使用。",
        "请用字幕软件导出 WebVTT。",
        "Browsers cannot read these captions; they were not used.",
        "Export them as WebVTT.",
    ),
    "captions-invalid/head": rule(
        "字幕文件的第一行不是 WEBVTT，浏览器读不出来，没有使用。",
        "请把第一行写成 WEBVTT，第二行空着，从第三行起写字幕。",
        "The first line of the captions is not WEBVTT: browsers cannot read them, and they were not used.",
        "Write WEBVTT in the first line, leave the second one empty, and begin in the third.",
    ),
    "captions-invalid/srt": rule(
        "这是 SRT 字幕，浏览器读不出来，没有使用。",
        "请用字幕软件另存为 WebVTT；或者在最前面加一行 WEBVTT 和一个空行，再把时间里的逗号都改成句点（00:00:01.000）。",
        "These are SRT captions, which browsers cannot read; they were not used.",
        "Save them as WebVTT; or write WEBVTT and an empty line before them, and in the times points for commas (00:00:01.000).",
    ),
    "captions-invalid/empty": rule(
        "字幕文件里没有一条字幕，没有使用。",
        "每条字幕先写一行时间，例如 00:00:01.000 --> 00:00:04.000，再写文字，然后空一行。",
        "There is no caption in this file; it was not used.",
        "Each begins with a line of times such as 00:00:01.000 --> 00:00:04.000; its text follows, then an empty line.",
    ),
    "captions-time": rule(
        "这一行时间写得不对：“{written}”，这条字幕不会出现。",
        "请写成 00:00:01.000 --> 00:00:04.000，毫秒前面是句点，前面空一行。",
        "These times are not right: “{written}”. The caption will not be shown.",
        "Write 00:00:01.000 --> 00:00:04.000, with a point before the milliseconds, and an empty line above.",
    ),
    "captions-time/end": rule(
        "这条字幕的结束时间不晚于开始时间：“{written}”。",
        "请核对两个时间。",
        "This caption ends no later than it begins: “{written}”.",
        "Check the two times.",
    ),
    "captions-time/order": rule(
        "这条字幕比前一条开始得早：“{written}”。",
        "字幕要按开始的时间排列，请核对。",
        "This caption begins before the one above it: “{written}”.",
        "Captions stand in the order in which they begin: check the times.",
    ),
    "captions-encoding": rule(
        "文件的编码是 {encoding}，不是 UTF-8，已经自动转换。",
        "请抽查几句有没有乱码；下次导出时请选 UTF-8。",
        "The file is in {encoding}, not in UTF-8; it was converted.",
        "Look whether some lines are garbled, and choose UTF-8 next time.",
    ),
    "transcript-missing": rule(
        "录音“{target}”没有文字稿。",
        "请在旁边放一个同名的 .txt 文件（talk.mp3 配 talk.txt），或写在 transcript 一项里。听不见的读者和搜索引擎都靠它。",
        "The sound “{target}” has no transcript.",
        "Put a .txt file of the same name beside it (talk.txt for talk.mp3) or write it under transcript, for readers who do not hear it.",
    ),
    "transcript-file-missing": rule(
        "找不到文字稿“{target}”。",
        "请核对文件名；文字稿是纯文本文件，文件名以 .txt 结尾。",
        "The transcript “{target}” does not exist.",
        "Check the name; a transcript is a plain text file, which ends in .txt.",
    ),
    "duration-missing": rule(
        "看不出“{target}”有多长。",
        "请在 duration 一项里写明时长，例如 3:25。",
        "How long “{target}” is cannot be told.",
        "Say it under duration, for example 3:25.",
    ),
}
