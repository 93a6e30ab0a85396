"""Words that a text has when it may have something about one person; the searches are loaded for those only."""

from insiktskarta.model.personal.number_words import NUMBER_WORDS
from insiktskarta.model.personal.vocabulary import spelt
from insiktskarta.model.personal.word_set import word_set

_AGED = ("åring", "åringen", "åringens", "årig", "åriga")
AGE_SIGNS = spelt(
    frozenset({"år", "fyllde", "fyller", *_AGED, *(word + end for word in NUMBER_WORDS for end in _AGED)})
)
ROLE_SIGNS = spelt(word_set("enda ende"))
LIFE_SIGNS = spelt(
    word_set(
        "mamma mor pappa far förälder mamman pappan modern fadern adopterad änka änkling föräldralös familjehemsplacerad"
        " tvillingbror tvillingsyster adhd autism autistisk autistiskt asperger aspergers schizofreni schizofren bipolär"
        " epilepsi epileptisk down downs cp als ms parkinson parkinsons alzheimer alzheimers demens demenssjuk hiv cancer"
        " bröstcancer lungcancer prostatacancer anorexi bulimi ptsd tourette tourettes borderline huntington huntingtons"
        " psykos hjärntumör stroke leukemi fibros muskeldystrofi"
    )
    | {f"{word}barns{parent}" for word in NUMBER_WORDS for parent in ("mamma", "mor", "pappa", "far")}
)
OWNERS = "|".join(
    word_set(
        "kommunens byns ortens skolans enhetens länets stadens församlingens socknens boendets avdelningens områdets klassens"
    )
)
"""Whose only one somebody may be."""

HERE_PLACES = "|".join(
    word_set("byn orten kommunen skolan klassen huset boendet enheten familjen staden trappan avdelningen")
)
"""Where somebody may be the only one."""

SIGNS = AGE_SIGNS | ROLE_SIGNS | LIFE_SIGNS
"""All of them."""
