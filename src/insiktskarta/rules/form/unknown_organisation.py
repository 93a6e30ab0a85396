"""The folder is an organisation that is known."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Context, Hit, Rule


def _record(record: Record, context: Context) -> Iterator[Hit]:
    if context.registry.get(record.organisation) is None:
        near = context.registry.suggestions(record.organisation)
        message = (
            N_("The folder “{folder}” is no known organisation. Do you mean “{near}”?")
            if near
            else N_(
                "The folder “{folder}” is no known organisation. Add it under “organisationer” in insikt.yaml."
            )
        )
        yield Hit((), message, {"folder": record.organisation, "near": near[0] if near else ""})


RULE = Rule(
    code="FO101",
    name="unknown-organisation",
    severity="error",
    summary=N_("The folder is an organisation that is known."),
    why=N_(
        "All municipalities and regions are known. A city district, an authority or an association is added in insikt.yaml, so that counts per organisation are right."
    ),
    bad=GOOD,
    good=GOOD,
    place="insights/karlskronna/kort-vag-in.yaml",
    good_place="insights/karlskrona/kort-vag-in.yaml",
    record=_record,
)
