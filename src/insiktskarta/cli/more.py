"""The last question of `insikt add`: whether something more is to be filled in."""

from collections.abc import Callable
from dataclasses import replace

from insiktskarta.cli import console
from insiktskarta.cli.answer import Answer
from insiktskarta.cli.ask import tell, until_it_fits
from insiktskarta.cli.draft import Draft
from insiktskarta.cli.field_value import whole
from insiktskarta.cli.option_places import parts
from insiktskarta.cli.questions import offered, optional, title
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language
from insiktskarta.show.hanging import hanging

_QUESTION = N_("Would you like to add anything more? Write one or several numbers; Enter if it is done.")


def with_more(draft: Draft, language: Language, link: Callable[[str], str]) -> Draft:
    """The draft with what the person chose to fill in of what may be left out."""
    no = language.text("n no").split()
    while keys := offered(draft):
        console.write("\n" + console.wrapped(language.text(_QUESTION)))
        for number, key in enumerate(keys, 1):
            console.write(hanging(f"  {number:2}  ", title(draft, key, language), console.width()))
        typed = console.ask("> ").strip()
        if not typed or typed.casefold() in no:
            break
        try:
            chosen = _chosen(typed, keys)
        except InsiktError as error:
            tell(error, language)
            continue
        for key in chosen:
            draft = _filled(draft, key, language, link)
    return draft


def _chosen(typed: str, keys: list[str]) -> list[str]:
    numbers = typed.replace(",", " ").split()
    if not all(each.isdecimal() and 0 < int(each) <= len(keys) for each in numbers):
        raise InsiktError(N_("Choose a number from 1 to {most}."), most=len(keys))
    return [keys[int(each) - 1] for each in dict.fromkeys(numbers)]


def _filled(draft: Draft, key: str, language: Language, link: Callable[[str], str]) -> Draft:
    if parts(key):
        return _mapping(draft, key, language)
    answer = Answer(key, may_be_left=True, link=link)
    before = None
    while before is not draft:
        before = draft
        draft = until_it_fits(draft, answer, optional(draft, key, language), language)
        if key != "citat":  # of which there may be several, each a text of its own
            break
    return draft


def _mapping(draft: Draft, key: str, language: Language) -> Draft:
    """The draft with the parts of a field, each asked for once, and those that must be there once more."""
    for part in parts(key):
        if part in draft.fields.get(key, {}):  # a web address that was written for the document
            continue
        draft = _part(draft, key, part, language)
    while key in draft.fields:
        try:
            whole(draft.type, key, draft.fields[key])
        except InsiktError as error:
            tell(error, language)
            part = str(error.values["part"])
            mended = _part(draft, key, part, language)
            if mended is draft:
                return replace(
                    draft, fields={name: each for name, each in draft.fields.items() if name != key}
                )
            draft = mended
        else:
            break
    return draft


def _part(draft: Draft, key: str, part: str, language: Language) -> Draft:
    answer = Answer(key, part, may_be_left=True)
    return until_it_fits(draft, answer, optional(draft, key, language, part), language)
