"""All questions of `insikt add`, until the record may be saved."""

from collections.abc import Callable

from insiktskarta.cli.answer import Answer
from insiktskarta.cli.ask import tell, until_it_fits
from insiktskarta.cli.draft import Draft
from insiktskarta.cli.more import with_more
from insiktskarta.cli.questions import REQUIRED, question, wanted
from insiktskarta.model.language import Language


def completed(draft: Draft, language: Language, link: Callable[[str], str], *, more: bool) -> Draft:
    """The draft with everything that it lacked, asked for until it fits.

    Args:
        draft: with what was given.
        language: that the person is addressed in.
        link: from an id as people write it to that of the record.
        more: whether what may be left out is offered at the end.
    """
    for key in wanted(draft):
        draft = until_it_fits(draft, Answer(key), question(draft, key, language), language)
    draft = mended(draft, language)
    return mended(with_more(draft, language, link), language) if more else draft


def mended(draft: Draft, language: Language) -> Draft:
    """The draft once what does not go together has been asked for again.

    Raises:
        InsiktError: what is wrong is nothing that is asked for.
    """
    while faults := draft.faults():
        key, error = faults[0]
        if key not in REQUIRED:
            raise error
        tell(error, language)
        draft = until_it_fits(draft, Answer(key), question(draft, key, language), language)
    return draft
