"""The read-only handle on everything that a workspace holds: a question in, rows out."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from insiktskarta.model.finding import Finding
from insiktskarta.model.masking import masked
from insiktskarta.model.organisation import Organisation
from insiktskarta.model.vocabulary import Vocabulary, vocabulary_from

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class At:
    """The commit that records were read from, when they are not those on the disk.

    Attributes:
        name: short hash of the latest commit that had changed the records.
        date: its day, ISO 8601.
        whole: full name of the commit that was read.
    """

    name: str
    date: str
    whole: str


@dataclass(frozen=True)
class Corpus:
    """Records, terms, links and findings in SQLite; its tables and views are described in docs/index.md.

    Attributes:
        connection: open on the index, or on the same in memory.
        asked_about: organisations that have no records and are not expected to have any, by slug, once somebody has
            asked about them.
    """

    connection: sqlite3.Connection
    asked_about: dict[str, Organisation] = field(default_factory=dict)

    def close(self) -> None:
        """Let go of the index: while it is held, others wait to write to it."""
        self.connection.close()

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """The rows of a query."""
        return self._asked(sql, parameters).fetchall()

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or None where there is none."""
        row = self._asked(sql, parameters).fetchone()
        return row[0] if row else None

    def _asked(self, sql: str, parameters: Sequence[Any]) -> sqlite3.Cursor:
        try:
            return self.connection.execute(sql, parameters)
        except UnicodeEncodeError:  # a word that is no text, as a terminal may send it: no record holds it
            words = (_legible(each) if isinstance(each, str) else each for each in parameters)
            return self.connection.execute(sql, tuple(words))

    @cached_property
    def _workspace(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.value("SELECT value FROM meta WHERE key = 'workspace'"))
        return found

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The common vocabulary with the workspace's own terms."""
        return vocabulary_from(self._workspace["vocabulary"], self._workspace["local"])

    @property
    def at(self) -> At | None:
        """The commit that the records were read from; None where they are those on the disk."""
        text = self.value("SELECT value FROM meta WHERE key = 'at'")
        return At(**json.loads(text)) if text is not None else None

    def read_with(self, other: "Corpus") -> "Corpus":
        """The same records, sorted by another corpus's vocabulary and organisations, so that both can be compared."""
        found = Corpus(self.connection)
        found.__dict__.update(vocabulary=other.vocabulary, organisations=other.organisations)
        return found

    @property
    def participants(self) -> tuple[str, ...]:
        """The slugs of the organisations that are expected to contribute."""
        return tuple(self._workspace["participants"])

    @property
    def language(self) -> str | None:
        """The language that the workspace asks for."""
        code: str | None = self._workspace["language"]
        return code

    @property
    def lint(self) -> dict[str, Any]:
        """The workspace's settings of the linter: `select`, `ignore` and `per_path`."""
        settings: dict[str, Any] = self._workspace["lint"]
        return settings

    @property
    def unlooked(self) -> frozenset[str]:
        """The codes of the rules that were not asked in this run, since they take their time."""
        left_out = self.value("SELECT 1 FROM sqlite_temp_master WHERE name = 'finding'")
        return frozenset(self._workspace["slow"]) if left_out else frozenset()

    def unread(self) -> list[str]:
        """The paths of the files in their places that are no records."""
        return [row[0] for row in self.rows("SELECT path FROM file EXCEPT SELECT path FROM record")]

    @property
    def fields(self) -> frozenset[str]:
        """The highest keys that a record of any type, or `insikt.yaml`, may have."""
        return frozenset(self._workspace["fields"])

    @property
    def smallest(self) -> int | None:
        """The least number of people that may be shown; None where the workspace sets none."""
        number: int | None = self._workspace["smallest"]
        return number

    @property
    def review_required(self) -> bool:
        """Whether the text of a record may leave the workspace only when somebody has read it for personal data."""
        asked: bool = self._workspace["review_required"]
        return asked

    @property
    def similar_from(self) -> float:
        """The share of trigrams from which two records are said to be alike."""
        share: float = self._workspace["similar_from"]
        return share

    @cached_property
    def organisations(self) -> dict[str, Organisation]:
        """The organisations that have records or are expected to have them, by slug, in Swedish order."""
        sql = "SELECT slug, name, kind, code, county, part_of FROM organisation ORDER BY position"
        return {row[0]: Organisation(*row) for row in self.rows(sql)}

    def organisation(self, slug: str) -> Organisation | None:
        """An organisation that has records, is expected to have some, or was asked about."""
        return self.organisations.get(slug) or self.asked_about.get(slug)

    def organisation_name(self, slug: str) -> str:
        """The name as it is written, or the slug, masked, of an unknown organisation."""
        known = self.organisation(slug)
        return known.name if known else masked(slug)

    def findings(self, paths: Sequence[str] = (), *, hints: bool = True) -> Iterator[Finding]:
        """The findings of all files, or of those below the given paths, sorted by path and place; hints or not."""
        which = "" if hints else "WHERE severity <> 'hint' "
        sql = f'SELECT path, line, "column", code, severity, message, "values" FROM finding {which}ORDER BY path, line, "column", code'
        for row in self.rows(sql):
            if not paths or any(row[0] == path or row[0].startswith(f"{path}/") for path in paths):
                values = tuple((name, value) for name, value in json.loads(row[6]))
                path, line, column, code, severity, message = row[:6]
                yield Finding(path, line, column, code, severity, message, values)

    def data(self, record_id: str) -> dict[str, Any] | None:
        """A record's content as in its file, keys in Swedish."""
        text = self.value("SELECT data FROM content JOIN record USING (nr) WHERE id = ?", (record_id,))
        return json.loads(text) if text is not None else None

    def current_id(self, record_id: str) -> str | None:
        """The id itself, or the id of the record that had it before; None when there is neither."""
        sql = "SELECT id FROM record WHERE id = ?1 UNION ALL SELECT record.id FROM former JOIN record USING (nr) WHERE former.id = ?1"
        found: str | None = self.value(sql, (record_id,))
        return found


def _legible(word: str) -> str:
    return word.encode("utf-8", "replace").decode()
