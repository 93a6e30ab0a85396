"""The fields stand in the usual order."""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise

from insiktskarta.model.language import N_
from insiktskarta.model.record import Content, Record, keys
from insiktskarta.model.suppression import suppressions
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import Edit, Source, TextFix
from insiktskarta.rules.form.line_ends import usual_end
from insiktskarta.rules.rule import Context, Hit, Rule, Spot

_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BESIDE = re.compile("#|[\r\n]")
_KEY = re.compile("""["']?([^\\W\\d_][\\w-]*)["']? *:(?=[ \r\n]|\\Z)""")


@cache
def _places(content: type[Content]) -> Mapping[str, int]:
    return {key: place for place, key in enumerate(keys(content))}


@lru_cache(maxsize=1024)  # many records have the same fields
def _in_order(content: type[Content], written: tuple[str, ...]) -> bool:
    places = _places(content)
    order = [places[key] for key in written]
    return order == sorted(order)


def _record(record: Record, _: Context) -> Iterator[Hit]:
    if _in_order(type(record.content), record.keys):
        return
    places = _places(type(record.content))
    for last, key in pairwise(record.keys):
        if places[key] < places[last]:
            message = N_("“{key}” usually stands before “{other}”, and then every record reads alike.")
            yield Hit((key,), message, {"key": key, "other": last}, key=True)
            return


def _edits(source: Source, _: Hit | Spot) -> Iterator[Edit]:
    if source.record is None:
        return
    places = _places(type(source.record.content))
    start, blocks, end = _blocks(source.text)
    if sorted(key for key, _ in blocks) != sorted(source.record.keys):
        return  # written in a way that lines do not show, such as {a: b}
    ordered = sorted(blocks, key=lambda block: places[block[0]])
    text = "".join(_closed(block, source.text) for _, block in ordered)
    if not source.text[start:end].endswith(("\r", "\n")):
        text = text.removesuffix(usual_end(source.text))
    yield Edit(start, end, text)


def _closed(block: str, text: str) -> str:
    return block if block.endswith(("\r", "\n")) else block + usual_end(text)


def _blocks(text: str) -> tuple[int, list[tuple[str, str]], int]:
    """Each key with its lines and the comments right above it; where the first begins and the last ends.

    What stands at the top is about the file, and so are the comments at its end: both stay where they are.
    """
    lines = [found.group() for found in _LINE.finditer(text)]
    starts = [place for place, line in enumerate(lines) if _KEY.match(line)]
    if not starts:
        return 0, [], 0
    last = len(lines)
    while last > starts[-1] + 1 and _BESIDE.match(lines[last - 1]):
        last -= 1
    first = _first(lines, starts[0])
    heads = [first, *(_head(lines, each, starts[0]) for each in starts[1:])]
    spans = zip(starts, heads, [*heads[1:], last], strict=True)
    blocks = [(_key(lines[each]), "".join(lines[head:after])) for each, head, after in spans]
    start = sum(len(line) for line in lines[:first])
    return start, blocks, sum(len(line) for line in lines[:last])


def _first(lines: list[str], start: int) -> int:
    """Where the first key begins with its comments: below a blank line, where that parts them from others above it."""
    head = _head(lines, start, 0)
    parted = any(line.startswith("#") for line in lines[:head])
    # What excuses the whole file would excuse its key alone below another one.
    return head if parted and not suppressions("", "".join(lines[head:start])) else start


def _head(lines: list[str], start: int, first: int) -> int:
    while start > first and lines[start - 1].startswith("#"):
        start -= 1
    return start


def _key(line: str) -> str:
    found = _KEY.match(line)
    return found.group(1) if found else ""


_ROWS = GOOD.splitlines(keepends=True)
_ABOUT, _END = "# Från samtalen i våras\n", "\n# Mer kommer i höst\n# och i vinter\n"
_VOICE = "# fyra av dem\n"
_SAID = """\
# enligt dem själva
insikt: >-
  Unga orkar söka hjälp en gång.
  Möter de en telefonkö ger de upp.
"""

RULE = Rule(
    code="FO109",
    name="key-order",
    severity="hint",
    summary=N_("The fields stand in the usual order."),
    why=N_(
        "Those who read many records find what they look for in the same place. The order is that of “insikt add”. The fix moves each field with all its lines and the comments right above it."
    ),
    bad="".join([_ABOUT, _ROWS[0], _VOICE, _ROWS[5], _ROWS[1], *_ROWS[3:5], _SAID, _END]),
    good="".join([_ABOUT, *_ROWS[:2], _SAID, *_ROWS[3:5], _VOICE, _ROWS[5], _END]),
    record=_record,
    fix=TextFix(_edits),
)
