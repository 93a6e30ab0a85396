"""The folder is an organisation that is known."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Context, Rule, Spot

_DEPTH = 3  # insights/<organisation>/<name>.yaml


def _text(path: str, _: str, context: Context) -> Iterator[Spot]:
    parts = path.split("/")
    folder = parts[1] if len(parts) == _DEPTH else ""
    if folder and context.registry.get(folder) is None:
        near = context.registry.suggestions(folder)
        message = (
            N_("The folder “{folder}” is no known organisation. Do you mean “{near}”?")
            if near
            else N_(
                "The folder “{folder}” is no known organisation. Add it under “organisationer” in insikt.yaml."
            )
        )
        yield Spot(0, 0, message, {"folder": folder, "near": near[0] if near else ""})


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
    text=_text,
)
