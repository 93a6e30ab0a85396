"""Questions to the person at the terminal, with numbered choices."""

from collections.abc import Sequence

from insiktskarta.cli import console
from insiktskarta.cli.answer import Answer
from insiktskarta.cli.draft import Draft
from insiktskarta.cli.questions import REQUIRED
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language
from insiktskarta.model.masking import BULLET, masked
from insiktskarta.show.hanging import hanging


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


def chosen(question: str, titles: Sequence[str], language: Language) -> list[int]:
    """The places in a list that the person chooses, from 0; none for Enter or a no."""
    no = language.text("n no").split()
    while True:
        console.write("\n" + console.wrapped(question))
        for number, title in enumerate(titles, 1):
            console.write(hanging(f"  {number:2}  ", title, console.width()))
        typed = console.ask("> ").strip()
        if not typed or typed.casefold() in no:
            return []
        numbers = typed.replace(",", " ").split()
        if all(each.isdecimal() and 0 < int(each) <= len(titles) for each in numbers):
            return [int(each) - 1 for each in dict.fromkeys(numbers)]
        tell(InsiktError(N_("Choose a number from 1 to {most}."), most=len(titles)), language)


def until_it_fits(draft: Draft, answer: Answer, question: str, language: Language) -> Draft:
    """The draft with the answer to a question, which is asked again until it can be taken."""
    known = draft.fields.get(answer.key, "")
    typed = known if isinstance(known, str) and (answer.keeps or answer.key in REQUIRED) else ""
    mended = hidden = ""
    console.write("\n" + console.wrapped(question))
    choices = _choices(draft, answer.facet, language) if answer.facet else ()
    while True:
        # A long text is mended where it stands; a name or a number is written again.
        typed = console.ask("> ", typed if answer.is_long else "").strip()
        if mended and typed.casefold() in language.text("y yes").split():
            typed = mended
        try:
            _refuse_hidden(typed, hidden)
            answered = answer.taken(draft, typed, choices)
            personal = _personal(draft, answered)
        except InsiktError as error:
            mended = _mended(typed, error)
            typed = hidden = _without_personal(typed)
            tell(error, language)
            if mended:
                console.say(language.text("Answer y if it is so, or write another answer."))
        else:
            if personal is None:
                return answered
            tell(personal, language)
            typed = hidden = _without_personal(typed, found=True)
            mended = ""


def _mended(typed: str, error: InsiktError) -> str:
    """What was typed with the nearest word in place of the one that means nothing; empty where there is none near."""
    word, near = str(error.values.get("word", "")), str(error.values.get("near", ""))
    return typed.replace(word, near, 1) if near and word and word in typed else near


def tell(error: InsiktError, language: Language) -> None:
    """Say why an answer cannot be taken."""
    console.say(masked(error.text(language)))


def _personal(before: Draft, after: Draft) -> InsiktError | None:
    """What lint calls an error of personal data in an answer, told while its text is at hand."""
    known = {key for key, _ in before.personal()}
    return next((error for key, error in after.personal() if key not in known), None)


def _refuse_hidden(typed: str, hidden: str) -> None:
    """Refuse a text that still has the signs in it that stand for what was hidden."""
    if BULLET in hidden and BULLET in typed:
        raise InsiktError(
            N_("What stands as {sign} has been hidden. Write something else there."), sign=BULLET * 4
        )


def _without_personal(typed: str, *, found: bool = False) -> str:
    """What the next prompt may show of an answer: what looks personal is hidden, in the lines to step back to as well."""
    hidden = masked(typed)
    if hidden != typed or found:
        console.forget_line()
    return "" if found and hidden == typed else hidden


def _choices(draft: Draft, facet: str, language: Language) -> tuple[str, ...]:
    """The terms that can be chosen, after they have been shown by number."""
    known = draft.vocabulary[facet]
    terms = [term for term in known.terms.values() if term.replaced_by is None]
    for number, term in enumerate(terms, 1):
        depth = "  " * (len(known.lineage(term.id)) - 1)
        console.write(hanging(f"  {number:2}  {depth}", term.label[language.code], console.width()))
    return tuple(term.id for term in terms)
