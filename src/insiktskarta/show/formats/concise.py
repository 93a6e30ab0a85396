"""For editors and `grep`: one finding a line."""

from collections.abc import Sequence

from insiktskarta.model.finding import Finding
from insiktskarta.model.language import Language
from insiktskarta.show.formats import Sources
from insiktskarta.show.formats.place import in_workspace
from insiktskarta.show.formats.plain import plain


def render(findings: Sequence[Finding], language: Language, _sources: Sources) -> str:
    """One finding a line: `path:line:column CODE message`."""
    return "".join(f"{in_workspace(f)} {f.code} {plain(f.text(language))}\n" for f in findings)
