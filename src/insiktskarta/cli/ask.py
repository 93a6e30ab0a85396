"""Questions to the person at the terminal, with numbered choices."""

from insiktskarta.cli import console
from insiktskarta.cli.draft import Draft
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language

_QUESTIONS = {
    "organisation": N_("Whose record is it? Write the municipality's or organisation's name."),
    "rubrik": N_("Heading: one line that says the most important, as on a card."),
    "insikt": N_("The insight, in a few sentences: what do people live through or need, and why?"),
    "fråga": N_("The question: How can we …?"),
    "beskrivning": N_("What is done, or has been done?"),
    "lärdom": N_("The lesson, in a few sentences."),
    "perspektiv": N_("Which perspectives does it concern? Several numbers are fine."),
    "grupper": N_("Which life stages does it come from? Several numbers are fine; Enter skips."),
    "röst": N_("Whose words does it rest on?"),
    "förflyttningar": N_("Which shift does it ask for? Several numbers are fine; Enter skips."),
    "metoder": N_("How was the material gathered? Several numbers are fine."),
    "status": N_("How far has it come?"),
}
# Asked for beside what is required, since the map shows them.
_WELCOME = {"insikt": ("grupper", "förflyttningar")}
_LISTS = {"perspektiv", "grupper", "förflyttningar", "metoder"}
_MAY_BE_EMPTY = {"grupper", "förflyttningar"}


def completed(draft: Draft, language: Language) -> Draft:
    """The draft with everything that it lacked, asked for until it fits."""
    for key in _order(draft):
        draft = _until_it_fits(draft, key, language)
    return _mended(draft, language)


def agreed(message: str, language: Language) -> bool:
    """Whether the person says yes; Enter is yes."""
    choice = language.text("[Y/n]")
    while True:
        answer = console.ask(f"{language.text(message)} {choice} ").strip().casefold()
        if answer in ("", *language.text("y yes").split()):
            return True
        if answer in language.text("n no").split():
            return False


def _order(draft: Draft) -> list[str]:
    missing = draft.missing()
    welcome = [key for key in _WELCOME.get(draft.type, ()) if key not in draft.fields]
    wanted = [*missing, *welcome]
    return [key for key in _QUESTIONS if key in wanted]


def _asked(draft: Draft, key: str, language: Language) -> Draft:
    console.write(f"\n{language.text(_QUESTIONS[key])}\n")
    if key == "organisation":
        return draft.of(console.ask("> ").strip())
    if key in ("röst", "status", *_LISTS):
        return _chosen(draft, key, language)
    return draft.having(key, console.ask("> ").strip())


def _chosen(draft: Draft, key: str, language: Language) -> Draft:
    facet = draft.vocabulary[key]
    terms = [term for term in facet.terms.values() if term.replaced_by is None]
    for number, term in enumerate(terms, 1):
        depth = "  " * (len(facet.lineage(term.id)) - 1)
        console.write(f"  {number:2}  {depth}{term.label[language.code]}\n")
    words = console.ask("> ").replace(",", " ").split() if key in _LISTS else [console.ask("> ").strip()]
    ids = [
        terms[int(word) - 1].id if word.isdecimal() and 0 < int(word) <= len(terms) else word
        for word in words
    ]
    if key not in _LISTS:
        return draft.having(key, ids[0])
    if not ids and key in _MAY_BE_EMPTY:
        return draft
    return draft.having(key, ids)


def _mended(draft: Draft, language: Language) -> Draft:
    """The draft once what does not go together has been asked for again."""
    while True:
        try:
            return draft.checked()
        except InsiktError as error:
            console.say(language.text(error.message, **error.values))
            key = str(error.values.get("key", ""))
            draft = _until_it_fits(draft, key if key in _QUESTIONS else "perspektiv", language)


def _until_it_fits(draft: Draft, key: str, language: Language) -> Draft:
    while True:
        try:
            return _asked(draft, key, language)
        except InsiktError as error:
            console.say(language.text(error.message, **error.values))
