"""Where a finding is, in the way that compilers write it."""

from insiktskarta.model.finding import Finding
from insiktskarta.show.formats.plain import plain


def in_file(finding: Finding) -> str:
    """`5:11`; `5` where the whole line is meant, nothing where the file is."""
    return ":".join(str(number) for number in (finding.line, finding.column) if number)


def in_workspace(finding: Finding) -> str:
    """`path:5:11`."""
    return ":".join(part for part in (plain(finding.path), in_file(finding)) if part)
