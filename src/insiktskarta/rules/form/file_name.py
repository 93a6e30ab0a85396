"""File names are lower-case ASCII words joined by hyphens."""

import re
from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.masking import masked
from insiktskarta.model.swedish import is_reserved, slug
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Context, Rule, Spot

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEADING = re.compile(r"^rubrik:[ \t]*(?P<heading>\w.*)", re.MULTILINE)
_LONGEST = 80  # Windows counts the whole path, and 260 characters are soon used up


def _text(path: str, text: str, _: Context) -> Iterator[Spot]:
    name = path.rpartition("/")[2].removesuffix(".yaml")
    if _NAME.fullmatch(name) is None or len(name) > _LONGEST or is_reserved(name):
        message = N_("The file name “{name}” does not work on all computers. Rename it to “{better}.yaml”.")
        # What is personal in a name is so with hyphens too.
        kept = slug(name) if masked(name) == name else ""
        heading = _HEADING.search(text)
        better = kept or (slug(masked(heading["heading"])) if heading is not None else "") or "insikt"
        yield Spot(0, 0, message, {"name": name, "better": better})


RULE = Rule(
    code="FO102",
    name="file-name",
    severity="error",
    summary=N_("File names are lower-case ASCII words joined by hyphens."),
    why=N_(
        "Windows, macOS and Linux disagree about capitals, å, ä and ö in file names, and the name is the record's id."
    ),
    bad=GOOD,
    good=GOOD,
    place="insights/exempelkoping/Kort väg in.yaml",
    good_place="insights/exempelkoping/kort-vag-in.yaml",
    text=_text,
)
