"""An insight says what people need, not only how many they are."""

import re
from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.model.sieve import sieve
from insiktskarta.rules.gates import is_insight
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Context, Hit, Rule

_COUNTS = re.compile(
    r"procent|hälften|andelen|majoritet|tredjedel|medelvärde| av (?:tio|fem|hundra)"
    r"|(?:^|[^\w])var(?:t|je)? (?:tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|\d+:[ae] )",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"%|\d\s*(?:av\s+\d|svar|respondent|person|ärende|anmäl|besök|deltagare|hushåll|elever|barn\b)"
    r"|\b(?:\w*index|snitt\w*|betyg\w*)\b\D{0,40}\d",
    re.IGNORECASE,
)
_may_count = sieve(rf"(?i)[\d%]|{_COUNTS.pattern}")
_NEED = re.compile(
    r"\b(?:vill|ville|behöv\w+|behov\w*|önska\w*|sakna\w*|orka\w*|våga\w*|vet|visste|förstå\w*|undvik\w+"
    r"|avstår|hoppa\w*|litar?|rädda?|svårt|lättare|eftersom|därför|så att|för att|ger upp|drar sig|längtar?"
    r"|väntar|slipp\w+)\b",
    re.IGNORECASE,
)


def _record(record: Record, _: Context) -> Iterator[Hit]:
    content = record.content
    if content.type != "insikt":
        return
    text = content.statement
    if _may_count(text) and (_COUNTED.search(text) or _COUNTS.search(text)) and not _NEED.search(text):
        message = N_(
            "The text counts people but does not say what they need or why. Write what lies behind the numbers, in their own terms; the numbers themselves can stand under “känt”."
        )
        yield Hit(("insikt",), message, {})


RULE = Rule(
    code="IN101",
    name="only-numbers",
    severity="hint",
    summary=N_("An insight says what people need, not only how many they are."),
    why=N_(
        "A percentage tells that something is so, and leaves the reader to guess why. An insight is a synthesis of what people have lived through: what they need, what stands in the way and what would be worth something to them. A questionnaire may well give insights, in its open answers."
    ),
    bad=QUOTED.replace(
        "Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.",
        "72 procent av de unga är missnöjda med väntetiden i telefon.",
    ),
    good=QUOTED,
    beside={
        "insights/exempelkoping/varfor.yaml": QUOTED.replace(
            "Unga orkar söka hjälp en gång.", "Hela 72 procent av de unga orkar inte söka hjälp en gång till."
        ).replace("en kort väg in", "slippa frågan en gång till"),
    },
    record=_record,
    gate=is_insight,
)
