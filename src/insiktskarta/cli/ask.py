"""Questions to the person at the terminal, with numbered choices."""

from insiktskarta.cli import console
from insiktskarta.cli.draft import Draft
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language
from insiktskarta.model.masking import masked

_QUESTIONS = {
    "organisation": N_("Whose record is it? Write the municipality's or organisation's name."),
    "rubrik": N_("Heading: one line that says the most important, as on a card."),
    "insikt": N_("The insight, in a few sentences: what do people live through or need, and why?"),
    "fråga": N_("The question: How can we …?"),
    "beskrivning": N_("What is done, or has been done?"),
    "lärdom": N_("The lesson, in a few sentences."),
    "perspektiv": N_(
        "Which perspectives does it concern? Several numbers are fine; Enter if it is none of them."
    ),
    "grupper": N_("Which life stages does it come from? Several numbers are fine; Enter skips."),
    "röst": N_("Whose words does it rest on?"),
    "förflyttningar": N_("Which shift does it ask for? Several numbers are fine; Enter skips."),
    "metoder": N_("How was the material gathered? Several numbers are fine."),
    "status": N_("How far has it come?"),
}
# Asked for beside what is required, since the map shows them.
_WELCOME = {"insikt": ("perspektiv", "grupper", "förflyttningar")}
_ONE = {"röst", "status"}
_LISTS = {"perspektiv", "grupper", "förflyttningar", "metoder"}
_LONG = {"rubrik", "insikt", "fråga", "beskrivning", "lärdom"}
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
        console.say(language.text("Answer {choice}.", choice=choice))


def _order(draft: Draft) -> list[str]:
    missing = draft.missing()
    welcome = [key for key in _WELCOME.get(draft.type, ()) if key not in draft.fields]
    wanted = [*missing, *welcome]
    return [key for key in _QUESTIONS if key in wanted]


def _until_it_fits(draft: Draft, key: str, language: Language) -> Draft:
    known = draft.fields.get(key, "")
    typed = known if isinstance(known, str) else ""
    near = ""
    while True:
        console.write("\n" + console.wrapped(language.text(_QUESTIONS[key])))
        choices = _choices(draft, key, language) if key in (*_ONE, *_LISTS) else ()
        # A long text is mended where it stands; a name or a number is written again.
        typed = console.ask("> ", typed if key in _LONG else "").strip()
        if near and typed.casefold() in language.text("y yes").split():
            typed = near
        try:
            answered = _answered(draft, key, typed, choices)
            _refuse_personal(draft, answered)
        except InsiktError as error:
            near = str(error.values.get("near", ""))
            console.say(masked(error.text(language)))
        else:
            return answered


def _refuse_personal(before: Draft, after: Draft) -> None:
    """Refuse an answer that holds what lint calls an error of personal data, while its text is at hand."""
    known = {each.code for each in before.findings()}
    for finding in after.findings():
        if finding.code.startswith("PD") and finding.severity == "error" and finding.code not in known:
            raise InsiktError(finding.message, **dict(finding.values))


def _choices(draft: Draft, key: str, language: Language) -> tuple[str, ...]:
    """The terms that can be chosen, after they have been shown by number."""
    facet = draft.vocabulary[key]
    terms = [term for term in facet.terms.values() if term.replaced_by is None]
    for number, term in enumerate(terms, 1):
        depth = "  " * (len(facet.lineage(term.id)) - 1)
        console.write(f"  {number:2}  {depth}{term.label[language.code]}\n")
    return tuple(term.id for term in terms)


def _answered(draft: Draft, key: str, typed: str, choices: tuple[str, ...]) -> Draft:
    if key == "organisation" and typed:
        return draft.of(typed)
    if key in _ONE:
        return draft.having(key, _numbered(typed, choices))
    if key not in _LISTS and not typed:
        raise InsiktError(N_("An answer is needed here. Ctrl-C ends without saving anything."))
    if key not in _LISTS:
        return draft.having(key, typed)
    words = [each for part in typed.split(",") for each in _words(draft, key, part.strip())]
    if not words and key in _MAY_BE_EMPTY:
        return draft
    return draft.having(key, [_numbered(word, choices) for word in words])


def _words(draft: Draft, key: str, part: str) -> list[str]:
    # A term may be several words, as "barn och unga" is; numbers may be parted by spaces alone.
    return [part] if draft.vocabulary[key].find(part) else part.split()


def _numbered(word: str, choices: tuple[str, ...]) -> str:
    if not word or (word.isdecimal() and not 0 < int(word) <= len(choices)):
        raise InsiktError(N_("Choose a number from 1 to {most}."), most=len(choices))
    return choices[int(word) - 1] if word.isdecimal() else word


def _mended(draft: Draft, language: Language) -> Draft:
    """The draft once what does not go together has been asked for again."""
    while True:
        try:
            return draft.checked()
        except InsiktError as error:
            key = str(error.values.get("key", ""))
            if key not in _QUESTIONS:
                raise
            console.say(masked(error.text(language)))
            draft = _until_it_fits(draft, key, language)
