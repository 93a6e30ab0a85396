"""An insight is about people, not about the organisation."""

import re
from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.gates import is_insight
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Context, Hit, Rule

_LIVED = frozenset({"egen", "företrädare"})  # who meets the organisation may well begin with it
_ORGANISATION = re.compile(
    r"(?:vi|vår|våra|vårt|kommunen|regionen|förvaltningen|förvaltningarna|socialtjänsten|verksamheten|"
    r"verksamheterna|organisationen|organisationerna|enheten|enheterna|avdelningen|nämnden|myndigheten|"
    r"myndigheterna|ledningen|chefer|cheferna|medarbetare|medarbetarna|personalen|handläggare|"
    r"handläggarna|socialsekreterare|socialsekreterarna|rutiner|rutinerna|processen|bemanningen|"
    r"budgeten|samverkan|samordningen)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:unga|ungdom\w*|barn\w*|elev\w*|förälder\w*|föräldra\w*|äldre\w*|anhörig\w*|närstående|invånar\w*"
    r"|brukar\w*|klient\w*|patient\w*|boende|människ\w*|person|personen|personer|personerna|familj\w*|kvinn\w*"
    r"|män|flick\w*|pojk\w*|vårdnadshavar\w*|vuxn\w*|deltagar\w*|besökar\w*|ensamma|den som|de som|dem som|folk)\b",
    re.IGNORECASE,
)


def _record(record: Record, _: Context) -> Iterator[Hit]:
    content = record.content
    if content.type != "insikt" or content.voice in _LIVED:
        return
    if (
        _ORGANISATION.match(content.statement)
        and not _PEOPLE.search(content.statement)
        and not _PEOPLE.search(content.heading)
    ):
        message = N_(
            "The text is about the organisation; no resident is in it. Say what it means to those who seek support, or make it a record of “typ: lärdom”."
        )
        yield Hit(("insikt",), message, {})


RULE = Rule(
    code="IN102",
    name="about-the-organisation",
    severity="hint",
    summary=N_("An insight is about people, not about the organisation."),
    why=N_(
        "How work is shared, staffed and led is worth knowing, and a “lärdom” is the place for it. Among the insights it would look as if residents had been asked. An insight says what those who seek support live through and need."
    ),
    bad=QUOTED.replace(
        "Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.",
        "Förvaltningen saknar en gemensam rutin för hur samtal kopplas vidare mellan enheterna.",
    )
    .replace("Unga vill ha en kort väg in", "Rutinen för samtal är inte gemensam")
    .replace("[invånare]", "[]")
    .replace("egen", "medarbetare"),
    good=QUOTED,
    beside={
        "insights/exempelkoping/egna-ord.yaml": QUOTED.replace(
            "Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.",
            "Förvaltningen hänvisar vidare till nästa telefonkö, och den till nästa.",
        ).replace("Unga vill ha en kort väg in", "Alltid en telefonkö till före svaret"),
        "insights/exempelkoping/om-unga.yaml": QUOTED.replace(
            "Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.",
            "Förvaltningen svarar sent, och då har unga redan gett upp och söker inte igen.",
        )
        .replace("Unga vill ha en kort väg in", "Unga ger upp innan svaret kommer")
        .replace("[invånare]", "[]")
        .replace("egen", "medarbetare"),
    },
    record=_record,
    gate=is_insight,
)
