"""The last question of `insikt add`: whether something more is to be filled in."""

from collections.abc import Callable

from insiktskarta.cli.answer import Answer
from insiktskarta.cli.ask import chosen, tell, until_it_fits
from insiktskarta.cli.draft import Draft
from insiktskarta.cli.field_value import whole
from insiktskarta.cli.option_places import parts
from insiktskarta.cli.questions import kept, offered, optional, title
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language

_QUESTION = N_("Would you like to add anything more? Write one or several numbers; Enter if it is done.")


def with_more(draft: Draft, language: Language, link: Callable[[str], str]) -> Draft:
    """The draft with what the person chose to fill in of what may be left out."""
    while keys := offered(draft):
        places = chosen(language.text(_QUESTION), [title(draft, key, language) for key in keys], language)
        if not places:
            break
        for place in places:
            draft = filled(draft, keys[place], language, link)
    return draft


def filled(
    draft: Draft, key: str, language: Language, link: Callable[[str], str], *, keeps: bool = False
) -> Draft:
    """The draft with one field as the person answers.

    Args:
        draft: before the answer.
        key: of the field, or `organisation`.
        language: that the person is addressed in.
        link: from an id as people write it to that of the record.
        keeps: whether it may be there already, which Enter then leaves as it is.
    """
    if parts(key):
        return _mapping(draft, key, language, keeps=keeps)
    answer = Answer(key, may_be_left=True, link=link, keeps=keeps)
    before = None
    while before is not draft:
        before = draft
        draft = until_it_fits(draft, answer, _asked(draft, answer, language), language)
        if key != "citat":  # of which there may be several, each a text of its own
            break
    return draft


def _mapping(draft: Draft, key: str, language: Language, *, keeps: bool) -> Draft:
    """The draft with the parts of a field, each asked for once, and those that must be there once more."""
    known = draft.fields.get(key, {}) if keeps else {}
    for part in parts(key):
        if (
            part in draft.fields.get(key, {}) and part not in known
        ):  # a web address that was written for the document
            continue
        draft = _part(draft, Answer(key, part, may_be_left=True, keeps=part in known), language)
    while key in draft.fields:
        try:
            whole(draft.type, key, draft.fields[key])
        except InsiktError as error:
            tell(error, language)
            lacking = Answer(key, str(error.values["part"]), may_be_left=True)
            mended = _part(draft, lacking, language)
            if mended is draft:
                return draft.without(key)
            draft = mended
        else:
            break
    return draft


def _part(draft: Draft, answer: Answer, language: Language) -> Draft:
    return until_it_fits(draft, answer, _asked(draft, answer, language), language)


def _asked(draft: Draft, answer: Answer, language: Language) -> str:
    ask = kept if answer.keeps else optional
    return ask(draft, answer.key, language, answer.part)
