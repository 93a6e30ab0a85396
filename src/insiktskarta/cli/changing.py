"""What is to be changed in a record that the person does not want saved as it is."""

from collections.abc import Callable

from insiktskarta.cli.ask import chosen
from insiktskarta.cli.draft import Draft
from insiktskarta.cli.interview import mended
from insiktskarta.cli.more import filled, with_more
from insiktskarta.cli.questions import offered, title
from insiktskarta.model.language import N_, Language

QUESTION = N_("What is to be changed? Write one or several numbers; Enter ends without saving.")
_MORE = N_("Something that is not there yet.")


def changed(draft: Draft, language: Language, link: Callable[[str], str]) -> Draft | None:
    """The draft with what the person wanted otherwise; None where it is not to be saved at all.

    Args:
        draft: that may be saved as it is.
        language: that the person is addressed in.
        link: from an id as people write it to that of the record.
    """
    there = ["organisation", *(key for key in draft.data() if key in draft.fields)]
    titles = [title(draft, key, language) for key in there]
    if offered(draft):
        titles.append(language.text(_MORE))
    places = chosen(language.text(QUESTION), titles, language)
    for place in places:
        if place < len(there):
            draft = filled(draft, there[place], language, link, keeps=True)
        else:
            draft = with_more(draft, language, link)
    return mended(draft, language) if places else None
