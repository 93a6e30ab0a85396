"""Words that a text has when it may have something about one person; the searches are loaded for those only."""

from insiktskarta.model.personal.number_words import NUMBER_WORDS
from insiktskarta.model.personal.vocabulary import spelt
from insiktskarta.model.personal.word_set import word_set

_AGED = ("åring", "åringen", "åringens", "årig", "åriga")
AGE_SIGNS = spelt(
    frozenset({"år", "fyllde", "fyller", *_AGED, *(word + end for word in NUMBER_WORDS for end in _AGED)})
)
ONE_SIGNS = spelt(
    word_set(
        "hon han hen jag pojken flickan kvinnan mannen kvinna man flicka pojke tjej kille mamma pappa änka änkling klient elev"
        " brukare patient"
    )
)
RARE_ROLES = word_set(
    "präst prästen imam imamen rabbin rabbinen kyrkoherde kyrkoherden komminister komministern polischef polischefen"
    " brandchef brandchefen veterinär veterinären renskötare renskötaren kommunalrådet"
)
ROLE_SIGNS = spelt(word_set("enda ende") | RARE_ROLES)
PARENTS = ("mamma", "mamman", "mor", "modern", "pappa", "pappan", "far", "fadern")
LIFE_SIGNS = spelt(
    word_set(
        "mamma mor pappa far förälder mamman pappan modern fadern adopterad änka änkling föräldralös familjehemsplacerad"
        " tvillingbror tvillingsyster adhd autism autistisk autistiskt asperger aspergers schizofreni schizofren bipolär"
        " epilepsi epileptisk down downs cp als ms parkinson parkinsons alzheimer alzheimers demens demenssjuk hiv cancer"
        " bröstcancer lungcancer prostatacancer anorexi bulimi ptsd tourette tourettes borderline huntington huntingtons"
        " demenssjukdom autister autistiska autismdiagnos autismspektrum autismspektrumtillstånd epileptiker schizofrena bipolärt"
        " bipolära hudcancer tarmcancer magcancer levercancer njurcancer blodcancer hjärncancer skelettcancer livmodercancer"
        " äggstockscancer testikelcancer sköldkörtelcancer strupcancer bukspottkörtelcancer anorexia bulimia bulimiker"
        " psykos hjärntumör stroke leukemi fibros muskeldystrofi"
    )
    | {f"{word}barns{parent}" for word in NUMBER_WORDS for parent in PARENTS}
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

SIGNS = AGE_SIGNS | ONE_SIGNS | ROLE_SIGNS | LIFE_SIGNS
"""All of them."""
