"""One record, as it is read."""

import textwrap
from collections.abc import Mapping
from typing import Any

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_, Language
from insiktskarta.model.masking import masked_numbers
from insiktskarta.show.hanging import hanging

_STATEMENTS = (
    "insikt",
    "fråga",
    "hypotes",
    "beskrivning",
    "lärdom",
    "nytt",
    "känt",
    "utmaning",
    "värdeskapande",
)
_LINKS = {
    "bygger-på": (N_("Builds on"), N_("Is the ground for")),
    "motsäger": (N_("Speaks against"), N_("Is spoken against by")),
    "lika": (N_("The same elsewhere"), N_("The same elsewhere")),
}
_PLAIN = {
    "hypotes": N_("Hypothesis"),
    "nytt": N_("New"),
    "känt": N_("Known before"),
    "utmaning": N_("Challenge"),
    "värdeskapande": N_("Of value"),
    "antal": N_("Participants"),
    "insamlad": N_("Gathered"),
    "gäller-under": N_("Holds under"),
    "underlag": N_("Kept material"),
    "källa": N_("Source"),
    "osäkert": N_("Uncertain"),
    "återkoppling": N_("Feedback"),
    "granskad": N_("Reviewed"),
    "giltig-till": N_("Valid until"),
    "tidigare-id": N_("Former ids"),
    "anteckning": N_("Note"),
}
"""What the fields that hold no terms are called, by key."""
_INDENT = "  "


def record(
    corpus: Corpus, record_id: str, data: Mapping[str, Any], language: Language, width: int = 80
) -> str:
    """A record as text: heading, what it says, its terms in words, its links both ways, source and doubts."""
    code = language.code
    type_ = corpus.vocabulary.label("typ", data["typ"], code)
    organisation = corpus.organisation_name(record_id.partition("/")[0])
    about = _wrapped(f"{type_} · {organisation} · {record_id}", width)
    lines = [*_wrapped(data["rubrik"], width), *about, ""]
    statements = [key for key in _STATEMENTS if key in data]
    for key in statements:
        plain = key in ("insikt", "fråga", "lärdom", "beskrivning")
        lines += _wrapped(data[key] if plain else f"{_called(key, language)}: {data[key]}", width)
        lines.append("")
    lines += [
        line
        for quote in data.get("citat", ())
        for line in _wrapped(f"– {quote}", width, _INDENT, 2 * _INDENT)
    ]
    for facet in corpus.vocabulary:
        if facet.id in data and facet.id != "typ":
            terms = data[facet.id] if isinstance(data[facet.id], list) else [data[facet.id]]
            words = ", ".join(facet.label_of(str(term), code) for term in terms)
            lines += _wrapped(f"{facet.label[code]}: {words or '–'}", width, rest=_INDENT)
    lines += _plain_fields(corpus, data, language, width)
    lines += _links(corpus, record_id, language, width)
    return masked_numbers("\n".join(lines).rstrip()) + "\n"


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        " ".join(str(text).split()),
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _plain_fields(corpus: Corpus, data: Mapping[str, Any], language: Language, width: int) -> list[str]:
    shown = {
        "typ",
        "rubrik",
        "citat",
        "bygger-på",
        "motsäger",
        "lika",
        *_STATEMENTS,
        *(f.id for f in corpus.vocabulary),
    }
    lines = []
    for key, value in data.items():
        if key in shown:
            continue
        if key == "antal" and corpus.smallest is not None and value < corpus.smallest:
            value = language.text("fewer than {smallest}", smallest=corpus.smallest)  # noqa: PLW2901
        if isinstance(value, Mapping):
            facet = f"{key}-status"
            parts = [corpus.vocabulary.label(facet, str(each), language.code) for each in value.values()]
            value = ", ".join(parts)  # noqa: PLW2901 - one line whatever the kind
        elif isinstance(value, list):
            value = ", ".join(map(str, value))  # noqa: PLW2901
        lines += _wrapped(f"{_called(key, language)}: {value}", width, rest=_INDENT)
    return lines


def _called(key: str, language: Language) -> str:
    return language.text(_PLAIN[key]) if key in _PLAIN else key.capitalize()


def _links(corpus: Corpus, record_id: str, language: Language, width: int) -> list[str]:
    lines = []
    for key, (out, back) in _LINKS.items():
        goals = corpus.rows(
            "SELECT link.target, goal.heading FROM link JOIN record AS source USING (nr) "
            "LEFT JOIN record AS goal ON goal.id = link.target WHERE source.id = ? AND key = ? ORDER BY link.position",
            (record_id, key),
        )
        sources = corpus.rows(
            "SELECT source.id, source.heading FROM link JOIN record AS source USING (nr) "
            "WHERE link.target = ? AND key = ? ORDER BY source.id",
            (record_id, key),
        )
        for title, rows in ((out, goals), (back, sources)):
            if rows:
                lines += ["", f"{language.text(title)}:"]
                missing = language.text("(is missing)")
                shown = (hanging(f"{_INDENT}{id_}  ", heading or missing, width) for id_, heading in rows)
                lines += [each.removesuffix("\n") for each in shown]
    return lines
