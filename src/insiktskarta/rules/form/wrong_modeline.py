"""The schema that a comment names is that of the record's type."""

import re
from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import TYPES
from insiktskarta.model.schema import file_name, modeline
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.fix import Edit, Source, TextFix
from insiktskarta.rules.form.missing_modeline import NAMED, type_of
from insiktskarta.rules.rule import Context, Hit, Rule, Spot

_OURS = {file_name(type_) for type_ in TYPES}
_USUAL = tuple(f"{modeline(type_)}\ntyp: {type_}\n" for type_ in TYPES)
_TWO_FOLDERS = re.compile(r"insights/[^/]+/[^/]+")
# From insights/<organisation>/, a way that goes up less than twice ends among the records.
_AMONG_RECORDS = re.compile(r"(?:\./)*(?:\.\./)?(?!\.\./)(?:[^/:]+/)*[^/:]+")


def _text(path: str, text: str, _: Context) -> Iterator[Spot]:
    if text.startswith(_USUAL):
        return
    named = NAMED.search(text) if "$schema" in text else None
    type_ = type_of(text) if named is not None else None
    if named is None or type_ is None:
        return
    schema, right = named["schema"], file_name(type_)
    name = schema.rpartition("/")[2]
    among_records = _TWO_FOLDERS.fullmatch(path) and _AMONG_RECORDS.fullmatch(schema)
    if name in _OURS and name != right:
        message = N_("This is the schema of another record type: the record is of the type “{type}”.")
    elif name == right and among_records:
        message = N_("There is no schema there. From here, the way to it is “{schema}”.")
    else:
        return
    better = f"../../schemas/{right}" if among_records else schema.removesuffix(name) + right
    yield Spot(named.start("schema"), named.end("schema"), message, {"schema": better, "type": type_})


def _edits(_: Source, spot: Hit | Spot) -> Iterator[Edit]:
    if isinstance(spot, Spot) and spot.start is not None:
        yield Edit(spot.start, spot.end, str(spot.values["schema"]))


RULE = Rule(
    code="FO111",
    name="wrong-modeline",
    severity="warning",
    summary=N_("The schema that a comment names is that of the record's type."),
    why=N_(
        "When a file is copied to a new record of another type, the comment comes along, and the editor underlines what is right and suggests what is wrong. Schemas of your own are left alone."
    ),
    bad=f"{modeline('test')}\n{GOOD}",
    good=f"{modeline('insikt')}\n{GOOD}",
    text=_text,
    beside={
        f"insights/exempelkoping/{name}.yaml": f"{line}\n# Från samtalen i våras\n"
        + GOOD.replace("en kort väg in", "bli lyssnade på").replace("telefonkö", place)
        for name, line, place in (
            ("ratt", modeline("insikt"), "stängd dörr"),
            ("eget", modeline("insikt").replace("../../schemas/insikt", "egen"), "tom reception"),
        )
    },
    fix=TextFix(_edits, comments=True),
)
