"""Generated Markdown: well formed, half formed and not formed at all."""

from hypothesis import strategies as st

WORDS = st.sampled_from(
    ["甲乙丙", "丁，戊。", "“己”——庚", "（辛）", "a", "Two words", "AED", "x_y_z", "１２", "3.",
     "3)", "é", "HTML", "　缩进", "\u00a0", "e.g. this", "...", "--", "'q'", '"q"', "AT&T",
     "CamelCase", "1. 数"]
)  # fmt: skip
SIGNS = list("`\\[]()!<>&*_{}:#+-=|~^\"'./;%@$")
CONTROLS = [
    "\x02",
    "\x03",
    "\x00",
    "\x0b",
    "\x0c",
    "\x1c",
    "\x85",
    "\u2028",
    "\ufeff",
    "\r",
    "\r\n",
]
PLACEHOLDERS = [
    "\x02klzzwxh:0000\x03",
    "\x02wzxhzdk:0\x03",
    "\x02amp\x03",
    "\x0242\x03",
    "klzzwxh:",
]
SPACES = ["", " ", "  ", "    ", "\t", "\n", "  \n", "\n\n"]
ADDRESSES = st.sampled_from(
    ["/a/b.md", "<x y.md>", "#甲", "https://e.org/?a=1&b=2", "", "a(b)c", "x 'y"]
)


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Put inline markup around inline markup."""
    return st.one_of(
        st.builds(
            "{0}{1}{0}".format, st.sampled_from("* ** *** _ __ ___ ` `` ~~ ==".split()), inner
        ),
        st.builds("[{}]({})".format, inner, ADDRESSES),
        st.builds('[{}]({} "{}")'.format, inner, ADDRESSES, inner),
        st.builds("![{}]({})".format, inner, ADDRESSES),
        st.builds("[{}][{}]".format, inner, st.sampled_from(["", "r", "甲"])),
        st.builds("<b>{}</b>".format, inner),
        st.builds("{}{{: .k #i}}".format, inner),
        st.lists(inner, min_size=2, max_size=4).map(" ".join),
        st.lists(inner, min_size=2, max_size=4).map("".join),
    )


BITS = st.one_of(
    WORDS,
    st.sampled_from(SIGNS),
    st.sampled_from(
        [r"\*", r"\\", r"\[", "&amp;", "&#42;", "&#x4e00;", "&nope", "<https://e.org/a*b*>"]
    ),
    st.sampled_from(
        ["<a@e.org>", "[^1]", "[^注]", "[r]", "![r]", "<br>", "<!-- * -->", "<i x='*'>"]
    ),
    st.sampled_from(
        ["[[Wiki]]", "[TOC]", "{: .x }", "{#y}", "  \n", "\n", "///Footnotes Go Here///"]
    ),
    st.sampled_from(PLACEHOLDERS),
)
INLINE = st.recursive(st.one_of(WORDS, WORDS, BITS), _wrapped, max_leaves=6)
LINES = st.lists(INLINE, min_size=1, max_size=3).map("\n".join)

BLOCKS = st.one_of(
    LINES,
    LINES,
    st.builds("{} {}".format, st.sampled_from(["#", "##", "###", "#######"]), INLINE),
    st.builds("##{}##".format, INLINE),
    st.builds("{}\n{}".format, INLINE, st.sampled_from(["===", "---", "-", "=  "])),
    st.lists(INLINE.map("- {}".format), min_size=1, max_size=4).map("\n".join),
    st.lists(st.builds("{} {}".format, st.sampled_from("- * + 1. 2. １.".split()), INLINE),
             min_size=1, max_size=5).map("\n".join),
    st.builds("- {}\n\n    {}\n    - {}".format, INLINE, INLINE, INLINE),
    st.builds("> {}\n> {}".format, INLINE, INLINE),
    st.builds("    {}\n\t{}".format, INLINE, INLINE),
    st.builds("```{}\n{}\n```".format, st.sampled_from(["", "py", " {.a}"]), INLINE),
    st.builds("```{}\n{} ｜ {}\n```".format, st.sampled_from(["数据", "大事记"]), INLINE, INLINE),
    st.builds("| {} | {} |\n|:-:|--:|\n| {} | {} |".format, INLINE, INLINE, INLINE, INLINE),
    st.builds("{} | {}\n--- | ---\n{} | ".format, INLINE, INLINE, INLINE),
    st.builds("{}\n:   {}".format, INLINE, INLINE),
    st.builds('!!! note "{}"\n    {}'.format, INLINE, INLINE),
    st.builds("[{}]: {} '{}'".format, st.sampled_from(["r", "甲", "^1", "^注"]), ADDRESSES, WORDS),
    st.builds("*[{}]: {}".format, st.sampled_from(["HTML", "甲", "a"]), WORDS),
    st.builds('<div markdown="1">\n{}\n</div>'.format, INLINE),
    st.builds("<p>{}</p>\n{}".format, INLINE, INLINE),
    st.sampled_from(["---", "* * *", "___", "-", "+", "1.", "#", "\n", "   ", "<!--\n*\n-->"]),
    st.just("key: value"),
)  # fmt: skip
STARTS = st.sampled_from(["", "", "", " ", "   ", "    ", "> ", "- "])
ENDS = st.sampled_from(["\n\n", "\n\n", "\n", "\n\n\n", "  \n", "\n \n", " \n\n", "\t\n\n"])
GRAMMAR = st.lists(
    st.builds("{}{}{}".format, STARTS, BLOCKS, ENDS),
    max_size=7,
).map("".join)
NOISE = st.lists(
    st.one_of(
        WORDS,
        st.sampled_from(SIGNS + SPACES),
        st.sampled_from(CONTROLS + PLACEHOLDERS),
        st.characters(),
    ),
    max_size=40,
).map("".join)
STARS = st.lists(
    st.sampled_from(["*", "**", "甲", "乙", " ", "_", "　", "\n", "`", "x"]), max_size=14
).map("".join)
PROSE = st.lists(
    st.one_of(
        WORDS,
        st.lists(WORDS, min_size=1, max_size=3).map("".join),
        st.builds("{0}**{1}**{2}".format, WORDS, WORDS, WORDS),
        st.builds("## {}".format, WORDS),
        st.lists(WORDS.map("- {}".format), min_size=1, max_size=4).map("\n".join),
        st.builds("{}\n{}".format, WORDS, WORDS),
    ),
    min_size=1,
    max_size=8,
).map("\n\n".join)
TEXTS = st.one_of(GRAMMAR, NOISE, STARS, PROSE)
