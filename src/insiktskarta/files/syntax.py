"""Faults of YAML grammar, in words that say what to do."""

import re
from typing import Any

from insiktskarta.files.decode import place
from insiktskarta.files.problem import Problem
from insiktskarta.model.language import N_

# What the parser says (libyaml and PyYAML word it differently) → what a person can do about it.
_WORDS: tuple[tuple[str, str], ...] = (
    (
        r"escape|hexd?a?decimal",
        N_("A backslash in double quotation marks means something else in YAML. Use single ones: '…'."),
    ),
    (
        r"mapping values are not allowed",
        N_("There is a colon in the text here. Put the whole text in quotation marks."),
    ),
    (
        r"quoted scalar",
        N_("A quotation mark that starts here is never closed. Close it, or remove it."),
    ),
    (
        r"cannot start any token",
        N_("A text cannot start with {character} here. Put the whole text in quotation marks."),
    ),
    (
        r"flow (sequence|mapping)",
        N_("A bracket that opens here is never closed, or a comma is missing in it."),
    ),
    (
        r"undefined alias|alias|anchor",
        N_("A text that starts with * or & means something else in YAML. Put it in quotation marks."),
    ),
    (
        r"could not (find|found) expected ':'|simple key",
        N_(
            "There is text here that is neither a key nor indented. Indent it two spaces, or put “key:” before it."
        ),
    ),
    (
        r"block (mapping|collection|sequence)|expected key|'-' indicator|sequence entries",
        N_(
            "The indentation does not fit with the lines above. Lines on the same level start in the same column."
        ),
    ),
    (
        r"directive|document",
        N_("A line here starts with %, ... or --- and means something else in YAML. Remove it."),
    ),
    (r"tag", N_("A text that starts with ! means something else in YAML. Put it in quotation marks.")),
    (
        r"block scalar|indentation",
        N_("The text after | or > is not indented as it should be. Indent it two spaces."),
    ),
)
_GOES_ON = N_("The text goes on after its quotation marks. Put the whole text in quotation marks.")
_OTHER = N_("The file cannot be read from here on. Check quotation marks, colons and indentation.")
_ODD_SPACE = N_(
    "There is a space here that is no ordinary one ({character}), and YAML takes it for text. Delete it, or type the space again."
)
# All but the ordinary one, where YAML wants a space: before a line's text, after “key:” and after a closing sign.
_NO_SPACE = re.compile(
    r"(?:^ *(?:- +)*|^ *(?:- +)*[^\W\d_][\w-]*:|[\]}\"'] *)(?P<space>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])"
)
_BREAK = re.compile("\r\n|\r|\n")
_STARTS_EARLIER = re.compile(r"quoted scalar|flow (sequence|mapping)")
_HAPPENS_HERE = re.compile(r"escape|hexd?a?decimal")
_AFTER_QUOTES = re.compile(r"""(["']).*\1 *""")


def syntax_problem(text: str, error: Any) -> Problem:
    """The problem of a parser's error, at the place where a person would mend it."""
    context, problem = error.context or "", error.problem or ""
    said = f"{context} {problem}"
    early = _STARTS_EARLIER.search(context) and error.context_mark and not _HAPPENS_HERE.search(problem)
    mark = error.context_mark if early else error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
    odd = _odd_space(text, line)
    if odd is not None:
        return odd
    message = next((words for pattern, words in _WORDS if re.search(pattern, said)), _OTHER)
    if "block mapping" in context and _goes_on(text, line, column):
        message = _GOES_ON
    return Problem(
        "YA106", *_within(text, line, column), message, {"character": _character(text, line, column)}
    )


def _odd_space(text: str, line: int) -> Problem | None:
    """The space of another kind that a fault may come from: on its line, or on the one above it that says something."""
    lines = _BREAK.split(text)[:line]
    said = [number for number, each in enumerate(lines, 1) if each.strip(" ")]
    for number in reversed(said[-2:]):
        found = _NO_SPACE.search(lines[number - 1])
        if found is not None:
            character = f"U+{ord(found['space']):04X}"
            return Problem("YA106", number, found.start("space") + 1, _ODD_SPACE, {"character": character})
    return None


def _within(text: str, line: int, column: int) -> tuple[int, int]:
    # The parser points past the end for what is missing there; a person looks at the last line.
    last, width = place(text.rstrip(), len(text.rstrip()))
    return (line, column) if line <= last else (last, width)


def _goes_on(text: str, line: int, column: int) -> bool:
    before = text.splitlines()[line - 1][: column - 1] if 0 < line <= len(text.splitlines()) else ""
    return _AFTER_QUOTES.fullmatch(before.partition(": ")[2]) is not None


def _character(text: str, line: int, column: int) -> str:
    lines = text.splitlines()
    in_text = 0 < line <= len(lines) and 0 < column <= len(lines[line - 1])
    return lines[line - 1][column - 1] if in_text else ""
