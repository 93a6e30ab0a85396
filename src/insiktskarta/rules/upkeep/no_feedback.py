"""Those who took part are told what came of it within a year."""

from collections.abc import Iterator

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.rules.rule import Hit, Rule

ENDED = """(substr(record.gathered, instr(record.gathered, '/') + 1)
|| CASE length(substr(record.gathered, instr(record.gathered, '/') + 1)) WHEN 4 THEN '-12-31' WHEN 7 THEN '-31' ELSE '' END)"""
"""The last day of gathering, in SQL: the end of a period, the 31st of any month, the last day of a year."""

# What a study owes is not asked of each insight that rests on it.
_SQL = f"""
SELECT record.id, record.feedback FROM record
WHERE record.type IN ('insikt', 'insiktsarbete') AND record.gathered IS NOT NULL
AND (record.feedback IS NULL OR record.feedback = 'planerad') AND {ENDED} < ?
AND (record.type = 'insiktsarbete' OR NOT EXISTS (
    SELECT 1 FROM link WHERE link.nr = record.nr AND link.key = 'bygger-på'
    AND +link.target IN (SELECT study.id FROM record AS study WHERE study.type = 'insiktsarbete')
)) ORDER BY record.id
"""


def _dated(corpus: Corpus, today: str) -> Iterator[Hit]:
    for record, status in corpus.rows(_SQL, (years_before(today, 1),)):
        if status is None:
            message = N_(
                "It is more than a year since this was gathered, and nothing says whether those who took part have been told what came of it. Tell them, and note it under “återkoppling”."
            )
            yield Hit(("insamlad",), message, {}, record=record)
        else:
            message = N_(
                "It is more than a year since this was gathered, and feedback is still only planned. Give it and write “given”, or write “ej-given” or “ej-möjlig”."
            )
            yield Hit(("återkoppling", "status"), message, {}, record=record)


def years_before(today: str, years: int) -> str:
    """The same day so many years ago, to compare other days with."""
    return f"{int(today[:4]) - years:04}{today[4:]}"


RULE = Rule(
    code="UP101",
    name="no-feedback",
    severity="hint",
    summary=N_("Those who took part are told what came of it within a year."),
    why=N_(
        "Who gives their experience and hears nothing back stops giving: then the same questions are asked again, and people tire of answering. Feedback is to insights what payment is to a supplier. It is a hint and never more, so that no check fails because a day has passed."
    ),
    bad="""\
typ: insiktsarbete
rubrik: Samtal om hur unga når stödet
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
metoder: [djupintervju]
insamlad: 2024-12
status: pågående
återkoppling:
  status: planerad
""",
    good="""\
typ: insiktsarbete
rubrik: Samtal om hur unga når stödet
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
metoder: [djupintervju]
insamlad: 2024-12
status: genomfört
underlag:
  finns: diariet
återkoppling:
  status: given
  hur: möte på fritidsgården
""",
    beside={
        "insights/exempelkoping/nyss.yaml": """\
typ: insiktsarbete
rubrik: Samtal om hur äldre når stödet
perspektiv: [invånare]
grupper: [äldre]
röst: egen
metoder: [djupintervju]
insamlad: 2025-12
status: pågående
""",
    },
    dated=_dated,
)
