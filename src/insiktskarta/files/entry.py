"""What the index keeps of one file, as plain rows: they pass between processes."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from zlib import crc32

from pydantic_core import to_json

from insiktskarta.files.content import blob_hash
from insiktskarta.files.decode import LARGEST
from insiktskarta.files.parse import findings, parse
from insiktskarta.files.problem import Problem
from insiktskarta.files.scan import Stat
from insiktskarta.model.finding import Finding
from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.model.suppression import Suppression
from insiktskarta.model.vocabulary import CIRCLES, Facet
from insiktskarta.query.similar import normal
from insiktskarta.rules.rule import Context

Row = tuple[Any, ...]
_JSON = json.JSONEncoder(ensure_ascii=False)  # json.dumps would make one for every finding


class Entry(NamedTuple):
    """The rows of one file.

    Attributes:
        file: path, size, mtime, change time, inode and blob hash; the mtime of what could not be opened is one that no file has.
        record: the columns of `record` after `nr`, or None where the file is no record.
        content: the columns of `content` after `nr`, or None.
        links: key, position and target.
        former: ids that the record had before.
        findings: the columns of `finding` before `corpus`.
        excuses: the columns of `suppression`.
    """

    file: Row
    record: Row | None
    content: Row | None
    links: list[Row]
    former: list[str]
    findings: list[Row]
    excuses: list[Row]


def entry(path: str, stat: Stat, raw: bytes | None, context: Context) -> Entry:
    """Everything that the index keeps of a file."""
    if raw is None:
        problem = Problem(
            "YA117", 0, 0, N_("The file cannot be opened. Is it open in another program, or protected?")
        )
        return Entry(
            (path, stat[0], -1, *stat[2:], ""),
            None,
            None,
            [],
            [],
            [finding_row(each) for each in findings(path, [problem])],
            [],
        )
    parsed = parse(path, raw, context)
    file, found = (
        (path, *stat, blob_hash(raw) if len(raw) <= LARGEST else ""),
        [finding_row(each) for each in parsed.findings],
    )
    excuses = [excuse_row(each) for each in parsed.excuses]
    record = parsed.record
    if record is None:
        return Entry(file, None, None, [], [], found, excuses)
    return Entry(
        file,
        _record_row(record, context),
        _content_row(record, parsed.data),
        list(record.links()),
        list(record.content.former_ids),
        found,
        excuses,
    )


def finding_row(finding: Finding) -> Row:
    """The columns of `finding` before `corpus`."""
    f = finding
    return f.path, f.line, f.column, f.code, f.severity, f.message, values_text(f.values)


def excuse_row(excuse: Suppression) -> Row:
    """The columns of `suppression`."""
    e = excuse
    return e.path, e.line, e.column, e.first, e.last, e.code, e.reason


def values_text(values: tuple[tuple[str, str], ...]) -> str:
    """The values of a finding as its row has them."""
    return _JSON.encode(values)


def alike(heading: str) -> int:
    """The same number for headings of the same words, and seldom for others: records worth comparing share it."""
    return crc32(normal(heading).encode("utf-8", "surrogatepass"))


def _circles(perspectives: Sequence[str], facet: Facet) -> list[str]:
    """The circles in their order; a term of the workspace's own lies in the one that it counts as, if in any."""
    counted = {facet.counted(term) for term in perspectives}
    return [circle for circle in CIRCLES if circle in counted and circle in facet.terms]


def _record_row(record: Record, context: Context) -> Row:
    content = record.content
    fields = vars(content)  # pydantic takes 2 µs to say that a type has no such field
    gathered, feedback = fields.get("gathered"), fields.get("feedback")
    statement = content.statement or fields.get("hypothesis") or ""
    circles = _circles(content.perspectives, context.vocabulary["perspektiv"])
    year = int(gathered[:4]) if gathered else None
    return (
        record.id,
        record.organisation,
        content.type,
        content.heading,
        statement,
        "+".join(circles),
        gathered,
        year,
        fields.get("valid_until"),
        alike(content.heading),
        fields.get("status"),
        feedback.status if feedback else None,
    )


def _content_row(record: Record, data: Mapping[str, Any]) -> Row:
    # A year alone is a number in the file and a text in the record.
    gathered = vars(record.content).get("gathered")
    as_read = data if data.get("insamlad") == gathered else {**data, "insamlad": gathered}
    return to_json(record.terms).decode(), to_json(as_read).decode()
