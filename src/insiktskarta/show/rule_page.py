"""A rule as it is read: in the terminal and as a page, from the same words."""

import textwrap
from collections.abc import Iterable, Sequence

from insiktskarta.model.language import N_, Language
from insiktskarta.model.masking import masked_numbers
from insiktskarta.rules.rule import Rule
from insiktskarta.show.formats.severity import WORDS
from insiktskarta.show.hanging import hanging

FAMILIES = {
    "YA": N_("Reading: can the file be read at all?"),
    "SC": N_("Fields: is everything there, in the right form?"),
    "VO": N_("Vocabulary: are the terms those that all use?"),
    "LI": N_("Links: do they lead somewhere?"),
    "FO": N_("Form: does the file lie and read as it should?"),
    "IN": N_("Is it an insight?"),
    "DU": N_("Duplicates: is it said elsewhere already?"),
    "UP": N_("Upkeep: does it need a new look?"),
    "PD": N_("Personal data: does it point out somebody?"),
    "SU": N_("Excuses: do they say why, and are they needed?"),
    "BA": N_("The list of known findings: does it hold?"),
}
"""Family letters to what its rules ask, in the order of the list."""

_ALREADY = N_("The workspace already has:")


def listing(rules: Sequence[Rule], language: Language, width: int | None = None) -> str:
    """All rules by family: code, severity and what each asks, broken for a terminal of that width."""
    lines: list[str] = []
    for family, title in FAMILIES.items():
        shown = [each for each in rules if each.code.startswith(family)]
        lines += ["\n", f"{language.text(title)}\n"] if shown else []
        for rule in shown:
            severity = language.text(WORDS[rule.severity])
            lines.append(hanging(f"  {rule.code}  {severity:7}  ", language.text(rule.summary), width))
    return "".join(lines[1:])


def page(rule: Rule, language: Language, width: int = 80) -> str:
    """One rule: what it asks, why, and the example that breaks it beside the one that does not."""
    head = f"{rule.code} {rule.name} ({language.text(WORDS[rule.severity])})"
    parts = [head, _wrapped(language.text(rule.summary), width), _wrapped(language.text(rule.why), width)]
    if rule.settings:
        parts += [language.text("Asked only where insikt.yaml says:"), _indented(rule.settings)]
    if rule.fix is not None:
        parts.append(_wrapped(language.text(rule.fix.when), width))
    for path in rule.shown:
        parts += [_headed(language.text(_ALREADY), path), _indented(rule.beside[path])]
    if rule.bad:
        bad, good = _places(rule)
        parts += [_headed(language.text("Breaks the rule:"), bad), _indented(rule.bad)]
        parts += [_headed(language.text("Keeps the rule:"), good), _indented(rule.good)]
    return "\n\n".join(parts) + "\n"


def markdown(rules: Iterable[Rule], language: Language) -> str:
    """All rules as one page, by family."""
    rules = list(rules)
    parts = []
    for family, title in FAMILIES.items():
        parts.append(f"## {language.text(title)}")
        for rule in (each for each in rules if each.code.startswith(family)):
            parts += _entry(rule, language)
    return "\n\n".join(parts) + "\n"


def _entry(rule: Rule, language: Language) -> list[str]:
    severity = language.text(WORDS[rule.severity])
    mends = f" {language.text(rule.fix.when)}" if rule.fix is not None else ""
    parts = [
        f"### {rule.code} {rule.name}",
        f"*{severity}* – **{language.text(rule.summary)}** {language.text(rule.why)}{mends}",
    ]
    if rule.settings:
        parts += [language.text("Asked only where insikt.yaml says:"), _fenced("yaml", rule.settings)]
    for path in rule.shown:
        parts += [_headed(language.text(_ALREADY), f"`{path}`"), _fenced("yaml", rule.beside[path])]
    if rule.bad:
        place = _places(rule)[0]
        parts.append(_headed(language.text("Breaks the rule:"), f"`{place}`" if place else ""))
        parts.append(_fenced("yaml" if rule.place.endswith(".yaml") else "text", rule.bad))
    return parts


def _places(rule: Rule) -> tuple[str, str]:
    """The paths of the two examples, where nothing else tells them apart or says what they are, or another file names them."""
    if rule.good_place is not None and rule.good_place != rule.place:
        return rule.place, rule.good_place
    if rule.shown:
        return rule.place, rule.place
    return ("", "") if rule.place.startswith("insights/") else (rule.place, rule.place)


def _headed(heading: str, place: str) -> str:
    return f"{heading} {place}".rstrip()


def _fenced(kind: str, text: str) -> str:
    return f"```{kind}\n{_shown(text)}```"


def _wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


def _indented(text: str) -> str:
    return textwrap.indent(_shown(text).rstrip("\n"), "    ")


def _shown(text: str) -> str:
    # The example of an invisible character shows where it is, and not even a made-up number stands in full.
    return "".join(sign if sign == "\n" or sign.isprintable() else "␦" for sign in masked_numbers(text))
