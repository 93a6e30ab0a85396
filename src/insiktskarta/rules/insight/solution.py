"""An insight says what people need, not what should be done."""

import re
from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.model.sieve import sieve
from insiktskarta.rules.gates import is_insight
from insiktskarta.rules.insight.unfounded_voice import QUOTED
from insiktskarta.rules.rule import Context, Hit, Rule

_DO = (
    r"(?:införas?|inrättas?|startas?|skapas?|anställas?|erbjudas?|byggas?|köpas?|upphandlas?|digitaliseras?"
    r"|utbildas?|utvecklas?|ta fram|tas fram|satsa|avsätta)"
)
_PATTERN = (
    rf"\b(?:borde|bör|måste)\s+(?:\w+\s+)?{_DO}\b"
    r"|\b(?:vi|kommunen|regionen|förvaltningen|socialtjänsten|verksamheten|verksamheterna|skolan)"
    rf"\s+(?:ska|skulle|behöver)\s+{_DO}\b"
    r"|\bförslag\w*\s+är\s+att\b|\blösningen\s+är\b"
    r"|\bdet\s+(?:behövs|saknas)\s+(?:en|ett|fler)\s+(?:\w+\s+)?"
    r"(?:app|chatt|webbplats|hemsida|portal|e-tjänst|kampanj|broschyr|handlingsplan)(?:ar|er|or)?\b"
    r"|(?:^|[.!]\s+)(?:skapa|starta|anställ|utveckla|inrätta|bygg|erbjud|satsa|ta\s+fram)\s"
)
# “Inför kvällsöppet”, but not “Inför ett möte är många oroliga”.
_INTRODUCE = r"|(?:^|[.!]\s+)inför\s"
_NO_VERB = r"(?![^.\n]*\b(?:är|blir|har|kan|ska|får|vill|\w+(?:ar|er|de))\b)"
_SOLUTION = re.compile(_PATTERN + _INTRODUCE + _NO_VERB, re.IGNORECASE | re.MULTILINE)
# Rust has other ideas of where a word ends.
_may_be = sieve("(?im)" + (_PATTERN + _INTRODUCE).replace(r"\b", "").replace(r"\w", r"[\w\p{N}]"))


def _record(record: Record, _: Context) -> Iterator[Hit]:
    content = record.content
    if content.type != "insikt":
        return
    text = f"{content.heading}\n{content.statement}"
    if _may_be(text) and (found := _SOLUTION.search(text)):
        message = N_(
            "“{words}” sounds like a solution. Write the need behind it: what is hard for whom, and why? The solution can become a record of “typ: test” that builds on this one."
        )
        key = "rubrik" if found.end() <= len(content.heading) else "insikt"
        yield Hit((key,), message, {"words": " ".join(found.group().lstrip(".! \n").split())})


RULE = Rule(
    code="IN105",
    name="solution",
    severity="hint",
    summary=N_("An insight says what people need, not what should be done."),
    why=N_(
        "A solution closes the question before it has been asked, and fits one place only. The need behind it can be met in many ways, and others can recognise it as their own. Many needs first come as a wish for something: ask what it would make possible."
    ),
    bad=QUOTED.replace("Unga vill ha en kort väg in", "En chatt för unga måste införas"),
    good=QUOTED,
    record=_record,
    gate=is_insight,
)
