"""The index's tables and views; docs/index.md describes the public ones."""

import re

VERSION = 10
"""Counts up when the tables change; part of the key that an old index is thrown away by."""

SLOW = 3
"""The value of `finding.corpus` for what only a thorough run looks for."""
TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
    changed INTEGER NOT NULL, inode INTEGER NOT NULL, blob TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE stray (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime INTEGER NOT NULL,
    changed INTEGER NOT NULL, inode INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE record (
    nr INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    path TEXT GENERATED ALWAYS AS ('insights/' || id || '.yaml') VIRTUAL, organisation TEXT NOT NULL, type TEXT NOT NULL, heading TEXT NOT NULL, statement TEXT NOT NULL,
    region TEXT NOT NULL, gathered TEXT, year INTEGER, valid TEXT, alike INTEGER NOT NULL,
    status TEXT, feedback TEXT
);
CREATE TABLE content (
    nr INTEGER PRIMARY KEY REFERENCES record (nr), terms TEXT NOT NULL, data TEXT NOT NULL
);
CREATE TABLE term (
    nr INTEGER NOT NULL REFERENCES record (nr), facet TEXT NOT NULL, term TEXT NOT NULL, position INTEGER,
    PRIMARY KEY (nr, facet, term)
) WITHOUT ROWID;
CREATE TABLE link (
    nr INTEGER NOT NULL REFERENCES record (nr), key TEXT NOT NULL, position INTEGER NOT NULL, target TEXT NOT NULL,
    PRIMARY KEY (nr, key, position)
) WITHOUT ROWID;
CREATE TABLE former (
    id TEXT NOT NULL, nr INTEGER NOT NULL REFERENCES record (nr), PRIMARY KEY (id, nr)
) WITHOUT ROWID;
CREATE TABLE organisation (
    slug TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, code TEXT, county TEXT, part_of TEXT,
    county_name TEXT, position INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE finding (
    path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL, code TEXT NOT NULL, severity TEXT NOT NULL,
    message TEXT NOT NULL, "values" TEXT NOT NULL, corpus INTEGER NOT NULL
);
CREATE TABLE suppression (
    path TEXT NOT NULL, line INTEGER NOT NULL, "column" INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
    code TEXT NOT NULL, reason TEXT NOT NULL
);
CREATE VIRTUAL TABLE fulltext USING fts5 (heading, body, tokenize = "unicode61 remove_diacritics 0");
CREATE VIEW records AS
    SELECT id, organisation, type, heading, statement, region, gathered, year, path FROM record;
CREATE VIEW term_of_record AS
    SELECT nr, json_extract(value, '$[0]') AS facet, json_extract(value, '$[2]') AS term,
        max(json_extract(value, '$[1]')) AS position
    FROM content, json_each(terms) GROUP BY nr, facet, term;
CREATE VIEW terms AS SELECT record.id, facet, term FROM term_of_record JOIN record USING (nr);
CREATE VIEW links AS SELECT record.id AS source, key, target FROM link JOIN record USING (nr);
CREATE VIEW findings AS SELECT path, line, "column", code, severity, message FROM finding;
CREATE VIEW counts AS
    SELECT organisation, type, region, count(*) AS n FROM record GROUP BY organisation, type, region;
"""

INDEXES = """
CREATE INDEX record_by_alike ON record (alike);
CREATE INDEX record_by_time ON record (type, gathered, valid, feedback, status, id);
CREATE INDEX record_by_organisation ON record (organisation, type);
CREATE INDEX term_by_term ON term (facet, term);
CREATE INDEX link_by_target ON link (target);
CREATE INDEX former_by_record ON former (nr);
CREATE INDEX finding_by_path ON finding (path);
"""
"""Made once the tables are filled: one sort takes half as long as finding the place of every row."""

PAGE = 16384
"""Bytes. A record's content takes 2 kB, so of SQLite's usual pages of 4 kB a third would stay empty."""

NAMES = frozenset(re.findall(r"CREATE (?:VIRTUAL )?\w+ (\w+)", TABLES + INDEXES))
"""All that an index holds; one that lacks any of it is damaged."""
