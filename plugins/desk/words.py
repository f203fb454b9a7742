"""What the command line says, in the site's language."""

from collections.abc import Mapping

_WORDS: Mapping[str, Mapping[str, str]] = {
    "zh-Hans": {
        "articles": "稿件：读入 {total} 篇，刊出 {out} 篇，"
        "未刊 {held} 篇（草稿或未到时间），剔除 {left} 篇。",
        "left_out": "  剔除：{path}",
        "pages": "页面：共 {pages} 个文件，新排 {rendered} 个，"
        "写入 {written} 个，删去 {removed} 个。",
        "nothing": "页面：共 {pages} 个文件，没有变化，一个也没有重排。",
        "done": "用时 {seconds:.2f} 秒。网站在 {output}",
        "findings": "问题：错误 {error} 个，警告 {warning} 个，提示 {notice} 个。",
        "none": "没有发现问题。",
        "serving": "预览（含草稿）在 http://127.0.0.1:{port}/ ，按 Ctrl+C 结束。",
        "failed": "没有建成，原有网站未动：{detail}",
        "settings": "设置有误，没有开始：{detail}",
        "unexpected": "程序出错，原有网站未动：{detail}（设 LANMU_DEBUG=1 再运行可看详情）",
        "no_conf": "这里没有 {file}，请在新闻网站的文件夹里运行。",
        "port": "端口 {port} 用不了：{detail}。可用 --port 另选一个。",
        "read": "读稿",
        "paint": "排版",
    },
    "en": {
        "articles": "Articles: {total} read, {out} published, "
        "{held} held back (drafts or not yet due), {left} left out.",
        "left_out": "  left out: {path}",
        "pages": "Pages: {pages} files, {rendered} rendered, {written} written, {removed} removed.",
        "nothing": "Pages: {pages} files, nothing changed, nothing rendered.",
        "done": "{seconds:.2f} seconds. The site is in {output}",
        "findings": "Findings: {error} errors, {warning} warnings, {notice} notices.",
        "none": "Nothing was found wrong.",
        "serving": "Preview (with drafts) at http://127.0.0.1:{port}/ – Ctrl+C ends it.",
        "failed": "Not built; the site is as it was: {detail}",
        "settings": "The settings are wrong, nothing was begun: {detail}",
        "unexpected": "The program failed; the site is as it was: {detail} "
        "(LANMU_DEBUG=1 shows more)",
        "no_conf": "There is no {file} here; run this in the newsroom's folder.",
        "port": "Port {port} cannot be used: {detail}. Choose another with --port.",
        "read": "Reading",
        "paint": "Setting pages",
    },
}


def say(language: str, key: str, **values: object) -> str:
    """One line for the terminal; an unknown language is said in Chinese."""
    return _WORDS.get(language, _WORDS["zh-Hans"])[key].format(**values)


def keys() -> Mapping[str, frozenset[str]]:
    """The keys that each language has."""
    return {language: frozenset(words) for language, words in _WORDS.items()}
