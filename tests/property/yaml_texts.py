"""Strategies for YAML texts: structured ones, that are nearly right, and raw ones."""

from hypothesis import strategies as st

from insiktskarta.model.record import TYPES, keys

REQUIRED = {
    "insikt": {"rubrik": "x", "insikt": "y", "perspektiv": "[invånare]", "röst": "egen"},
    "insiktsarbete": {"rubrik": "x", "metoder": "[workshop]", "status": "planerat"},
    "fråga": {"rubrik": "x", "fråga": "Hur?"},
    "test": {"rubrik": "x", "hypotes": "y", "status": "planerat"},
    "lärdom": {"rubrik": "x", "lärdom": "y"},
}

LETTERS = st.sampled_from("abcåäöÅÉxyz🙂 ")
ODD = st.sampled_from(list("abå0127 -:#,[]{}'\"|>?&*!%@`~=+._/\\\n\r\t🙂"))
SCALARS = st.sampled_from(
    [
        *(
            "0",
            "-0",
            "+0",
            "00",
            "0180",
            "-0180",
            "+0180",
            "180",
            "+180",
            "1_000",
            "1,000",
            "_1",
            "1_",
            "0_1",
        ),
        *(
            "0x1F",
            "0X1f",
            "0o17",
            "0O17",
            "0b11",
            "017",
            "1e3",
            "1E3",
            "1e+3",
            "1.10",
            ".5",
            "5.",
            "-.5",
            "+.5",
        ),
        *(".", "..", "...", "---", "-", "--", "+", "1.2.3", "1:30", "12:30:45", "190:20:30", "2024-01-15"),
        *("2024-01-15T10:00:00Z", "2024-01-15 10:00:00", "2024-08/2024-12", "2024", "9007199254740993"),
        *(
            "18446744073709551616",
            "1" * 40,
            "1" * 5000,
            "1e400",
            "-1e400",
            "1e-400",
            ".inf",
            "-.Inf",
            "+.INF",
        ),
        *(
            ".nan",
            ".NaN",
            "-.nan",
            "inf",
            "nan",
            "null",
            "Null",
            "NULL",
            "nUll",
            "~",
            "~~",
            "none",
            "",
            "true",
        ),
        *(
            "True",
            "TRUE",
            "tRue",
            "false",
            "False",
            "yes",
            "Yes",
            "no",
            "NO",
            "on",
            "off",
            "y",
            "n",
            "<<",
            "=",
            "!",
        ),
        *(
            "å",
            "röst",
            "egen",
            "två ord",
            "a:b",
            "a: b",
            "a #b",
            "a#b",
            "#b",
            "a, b",
            "a]b",
            "[a",
            "a}",
            "http://x.se/",
        ),
        *(
            "'x'",
            '"x"',
            "'it''s'",
            '"a\\nb"',
            '"a\\\\"',
            "''",
            '""',
            "'0180'",
            '"2024"',
            "'a: b'",
            '"# nej"',
            "a'b",
        ),
        *(
            'a"b',
            "@a",
            "`a`",
            "%a",
            "a%",
            "&a",
            "&a b",
            "*a",
            "!t a",
            "!!str 1",
            "a&b",
            "a*b",
            "a!",
            "- a",
            "? a",
            ": a",
            "? : a: b",
            "? ? a",
            "? - a",
            ": : a",
            "|",
            ">",
            "|x",
            ">y",
            "| x",
            ">-",
        ),
        *(
            "a -b",
            "a - b",
            "-a",
            "?a",
            ":a",
            "a?",
            "a:",
            "\u00a0a",
            "a\u00a0",
            "é",
            "e\u0301",
            "🙂",
            "１２",
            "٠١",
        ),
    ]
)
KEYS = st.one_of(
    st.sampled_from(
        [
            "typ",
            "rubrik",
            "röst",
            "a",
            "b",
            "c d",
            "'q'",
            '"q"',
            "1",
            "0180",
            "true",
            "null",
            "~",
            "<<",
            "a#",
            "-a",
        ]
    ),
    st.text(LETTERS, min_size=1, max_size=6),
    SCALARS,
)
GAPS = st.sampled_from([", ", ",", " , ", ",\n    ", ", # kommentar\n  ", ",\n", ",,"])
ENDS = st.sampled_from(["", "", "", ",", ", ", "\n", "\n  ", " # slut\n  "])
FLOW = st.recursive(
    st.one_of(SCALARS, st.text(LETTERS, max_size=8)),
    lambda inner: st.one_of(
        st.builds(
            lambda items, gap, end: "[" + gap.join(items) + end + "]", st.lists(inner, max_size=4), GAPS, ENDS
        ),
        st.builds(
            lambda pairs, gap, end: "{" + gap.join(f"{k}{c}{v}" for k, c, v in pairs) + end + "}",
            st.lists(st.tuples(KEYS, st.sampled_from([": ", ":", " : ", ":\n  "]), inner), max_size=3),
            GAPS,
            ENDS,
        ),
    ),
    max_leaves=6,
)
HEADERS = st.sampled_from(
    [
        "|",
        ">",
        "|-",
        ">-",
        "|+",
        ">+",
        "|2",
        ">2",
        "|2-",
        "|-2",
        ">+1",
        "|1",
        "|4",
        "|9",
        "|0",
        "| # k",
        ">- # k",
        "| x",
    ]
)
BLOCK_LINES = st.lists(
    st.one_of(
        st.text(LETTERS, max_size=10),
        st.sampled_from(["", " ", "  ", "# inte", "a: b", "- c", "---", "    x"]),
    ),
    max_size=5,
)


def indented(text: str, by: int) -> str:
    return "\n".join(" " * by + line if line else line for line in text.split("\n"))


@st.composite
def block_scalars(draw: st.DrawFn) -> str:
    lines = draw(BLOCK_LINES)
    by = draw(st.sampled_from([0, 1, 2, 2, 2, 4]))
    return draw(HEADERS) + "\n" + "\n".join(" " * by + line for line in lines)


@st.composite
def lists(draw: st.DrawFn) -> str:
    by = draw(st.sampled_from([0, 1, 2, 2, 4]))
    items = draw(st.lists(st.one_of(SCALARS, FLOW, st.just("a: 1\n  b: 2")), min_size=1, max_size=4))
    dash = draw(st.sampled_from(["- ", "-  ", "-\n    "]))
    return "\n" + "\n".join(" " * by + dash + item for item in items)


@st.composite
def maps(draw: st.DrawFn) -> str:
    by = draw(st.sampled_from([1, 2, 2, 2, 4]))
    pairs = draw(st.lists(st.tuples(KEYS, st.one_of(SCALARS, FLOW, lists())), min_size=1, max_size=3))
    return "\n" + "\n".join(indented(f"{key}: {value}", by) for key, value in pairs)


@st.composite
def plain_lines(draw: st.DrawFn) -> str:
    """A plain or quoted text over several lines."""
    quote = draw(st.sampled_from(["", "", "'", '"']))
    lines = draw(st.lists(st.text(LETTERS, min_size=1, max_size=8), min_size=1, max_size=4))
    gap = draw(st.sampled_from(["\n  ", "\n\n  ", " \n    ", "\n", "\n \n  "]))
    return f"{quote}{gap.join(lines)}{quote}"


@st.composite
def structured(draw: st.DrawFn) -> str:
    """A text that looks like a record: keys with values of all kinds, comments, odd ends of lines."""
    value = st.one_of(
        SCALARS, FLOW, block_scalars(), lists(), maps(), plain_lines(), st.text(ODD, max_size=12)
    )
    pairs = draw(st.lists(st.tuples(KEYS, value), max_size=6))
    parts = []
    for key, content in pairs:
        gap = "" if content.startswith("\n") else draw(st.sampled_from([" ", " ", " ", "  ", "", "\n  "]))
        colon = draw(st.sampled_from([":", ":", ":", ":", " :"]))
        comment = draw(st.sampled_from(["", "", "", " # kommentar", "#", " #"]))
        before = draw(st.sampled_from(["", "", "", "# rad\n", "\n", "  # in\n", "   \n"]))
        parts.append(f"{before}{key}{colon}{gap}{content}{comment}")
    start = draw(
        st.sampled_from(["", "", "", "", "# yaml-language-server: $schema=x\n", "---\n", "\n", "--- # x\n"])
    )
    end = draw(st.sampled_from(["\n", "\n", "\n", "", "\n\n", "\n...\n", "\n# slut", "\n  "]))
    text = start + "\n".join(parts) + end
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])))


TAME_KEYS = st.sampled_from(
    ["typ", "rubrik", "röst", "insikt", "perspektiv", "a", "b", "källa", "'q'", '"q"']
)
WORDS = st.text(LETTERS, min_size=1, max_size=8)
TAME_FLOW = st.builds(
    lambda items, gap, end: "[" + gap.join(items) + end + "]",
    st.lists(st.one_of(SCALARS, WORDS), max_size=3),
    st.sampled_from([", ", ",", " , ", ",\n    ", ", # kommentar\n  "]),
    st.sampled_from(["", "", ",", "\n  "]),
)
TAME_MAP = st.builds(
    lambda pairs: "\n" + "\n".join(f"  {key}: {value}" for key, value in pairs),
    st.lists(
        st.tuples(TAME_KEYS, SCALARS), min_size=1, max_size=2, unique_by=lambda pair: pair[0].strip("'\"")
    ),
)
TAME_LIST = st.builds(
    lambda items, by: "\n" + "\n".join(" " * by + "- " + item for item in items),
    st.lists(SCALARS, min_size=1, max_size=3),
    st.sampled_from([0, 2]),
)


@st.composite
def tame_blocks(draw: st.DrawFn) -> str:
    header = draw(st.sampled_from(["|", ">", "|-", ">-", "|+", ">+", "|2", ">2-", ">- # k"]))
    lines = draw(
        st.lists(st.one_of(WORDS, st.sampled_from(["", "  ", "   x", "# inte", "a: b", "- c"])), max_size=5)
    )
    return header + "\n  x" + "".join(f"\n  {line}" if line.strip() else f"\n{line}" for line in lines)


@st.composite
def tame(draw: st.DrawFn) -> str:
    """A text that most readers accept, with little that is odd in it."""
    value = st.one_of(SCALARS, SCALARS, WORDS, TAME_FLOW, TAME_MAP, TAME_LIST, tame_blocks(), plain_lines())
    pairs = draw(
        st.lists(
            st.tuples(TAME_KEYS, value), min_size=1, max_size=3, unique_by=lambda pair: pair[0].strip("'\"")
        )
    )
    end = draw(st.sampled_from(["\n", "\n", "\n\n", " # k\n", "\n# k\n"]))
    text = (
        "\n".join(f"{key}:{'' if content[:1] == chr(10) else ' '}{content}" for key, content in pairs) + end
    )
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n"])))


RECORD_VALUES = st.one_of(
    SCALARS,
    WORDS,
    TAME_FLOW,
    TAME_MAP,
    TAME_LIST,
    tame_blocks(),
    plain_lines(),
    st.sampled_from(
        [
            "insikt",
            "test",
            "lärdom",
            "[invånare]",
            "egen",
            "planerat",
            "{status: given}",
            '"\\0"',
        ]
    ),
)


@st.composite
def odd_records(draw: st.DrawFn) -> str:
    """A record of any type, with the right keys and odd values."""
    type_ = draw(st.sampled_from(sorted(TYPES)))
    some = draw(st.lists(st.sampled_from(keys(TYPES[type_])), max_size=4, unique=True))
    fields = (
        dict.fromkeys(keys(TYPES[type_])[:1], type_)
        | REQUIRED[type_]
        | {key: draw(RECORD_VALUES) for key in some}
    )
    return (
        "\n".join(f"{key}:{'' if str(value)[:1] == chr(10) else ' '}{value}" for key, value in fields.items())
        + "\n"
    )


RAW = st.one_of(st.text(ODD, max_size=60), st.text(max_size=40))
TEXTS = st.one_of(tame(), tame(), structured(), RAW)
