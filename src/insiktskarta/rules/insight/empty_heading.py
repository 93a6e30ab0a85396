"""A heading says what was learnt."""

import re
from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Context, Hit, Rule

_WORD = re.compile(r"\w+")
_TWO = re.compile(r"\w+ och \w+")
_EMPTY = frozenset({
    "insikt", "insikter", "insiktsarbete", "resultat", "resultatet", "sammanfattning", "rapport",
    "slutrapport", "delrapport", "workshop", "workshops", "workshopen", "intervju", "intervjuer",
    "intervjun", "enkät", "enkäten", "enkätsvar", "dialog", "möte", "mötet", "minnesanteckningar",
    "anteckningar", "rubrik", "rubriken", "titel", "test", "testet", "fråga", "frågan", "frågor", "lärdom",
    "lärdomar", "studie", "studien", "kartläggning", "utvärdering", "uppföljning", "projekt", "projektet",
    "namnlös", "utkast", "ny", "nya", "nytt", "utan", "från", "om", "med", "och", "för", "av", "i", "på",
    "nr", "nummer", "del",
})  # fmt: skip
_FEWEST = 3  # words of a sentence: who, does, what
_FEW = 3  # more words than that narrow it down, as in “Kartläggning med 44 workshops”


def _record(record: Record, _: Context) -> Iterator[Hit]:
    heading = record.content.heading
    if heading.count(" ") >= _FEW:
        return
    words = _WORD.findall(heading.lower())
    if all(word in _EMPTY or word.isdecimal() for word in words):
        message = N_(
            "The heading “{heading}” fits any record. Say in one line what this one is about: who, what and where."
        )
        yield Hit(("rubrik",), message, {"heading": heading})
    elif record.content.type == "insikt" and (len(words) < _FEWEST or _TWO.fullmatch(heading)):
        message = N_(
            "The heading “{heading}” names a subject but does not say what was learnt. Write it as a short sentence, such as “Unga vill ha en kort väg in”."
        )
        yield Hit(("rubrik",), message, {"heading": heading})


_TRIAL = """\
typ: test
rubrik: Unga vill ha en kort väg in
beskrivning: Två kvällar i veckan.
status: pågående
"""

RULE = Rule(
    code="IN106",
    name="empty-heading",
    severity="hint",
    summary=N_("A heading says what was learnt."),
    why=N_(
        "On the map, in lists and in reports the heading is often all that is seen. “Bemötande” or “Insikt 3” tells nobody anything; a short sentence about who needs what can be understood, remembered and passed on."
    ),
    bad=QUOTED.replace("Unga vill ha en kort väg in", "Insikt 3"),
    good=QUOTED,
    beside={
        f"insights/exempelkoping/{name}.yaml": text.replace("Unga vill ha en kort väg in", heading)
        for name, heading, text in (
            ("tre-ord", "Telefonkön stjäl ork", QUOTED.replace("upp.", "upp och hör aldrig av sig mer.")),
            ("fyra-ord", "Rapport från workshop 2", QUOTED.replace("en telefonkö", "flera köer i rad")),
            (
                "test",
                "Kvällsöppet",
                _TRIAL,
            ),
        )
    },
    record=_record,
)
