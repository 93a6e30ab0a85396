"""What a capitalised word is: a first name, a last name, an ordinary word that is also a name, an institution."""

import re
from functools import cache

from insiktskarta.model.personal.name_list import FIRST, LAST
from insiktskarta.model.personal.word_set import word_set
from insiktskarta.model.swedish import folded

# What a sentence begins with, whoever it is about.
_FUNCTION_WORDS = word_set(
    "Alla Allt Andra Att Av Bara Bland Bortom Bredvid Både Dels Den Denna Det Detta Dessa De Dem Där Därför Därefter Då Därmed Efter Eftersom"
    " En Enligt Ett Fast Fler Flera Fru Fråga Frågade Från Fram För Före Förra Genom Han Herr Hen Hon Hos Hur I Ibland Idag Igår Inför Ingen"
    " Innan Inte Inom Ja Jag Just Kan Kanske Känner Likt Men Med Medan Mellan Mot När Nej Nu Ni Och Om Oavsett Också På Redan Runt Sa"
    " Sade Samma Samt Sedan Ser Ska Skriver Som Så Såväl Säger Till Trots Ur Utan Utom Under Ute Vad Var Varför Vem Vi Via Vid"
    " Vilken Vår Vårt Åt Än Är Även Över"
)
# Names that are also words of everyday Swedish, months, flowers or parts of other names.
_ORDINARY_FIRST = word_set(
    "Alf Bo Björn Bror Dan Ester Frank Folke Gun Inge Iris Jack Kent Kim Liv Love Maj Max Moa My Nova Ola Ove Per Robin"
    " Rune Rut Saga Sam Sten Stella Stig Svea Tage Tim Tom Tore Ulf Urban Vera Viola"
)
_ORDINARY_LAST = word_set(
    "Ali Alm Asp Berg Björk Blom Bodin Borg Brandt Bäck Dahl Ek Falk Fors Frank Frisk Green Hall Hammar Hanna Holm"
    " Hult Hägg Khan Lilja Lind Linde Ljung Lund Lundin Malm Nord Norman Palm Roos Said Skog Sköld Stark Storm Strand"
    " Ström Ståhl Svärd Wall Westin Omar"
)
_ENDING = re.compile(
    r"[a-zåäöéü-]{2,}(?:sson|sdotter|[qk]vist|ström|gren|berg|lund|dahl|stedt|blad|mark|holm|blom|rén|dén|lén|rth|zon"
    r"|ov|ova|ski|ska|vić|vic|zadeh|oğlu|oglu)"
)
# "Karin Andersson hem" is on the way home, and her house is no institution.
_INSTITUTION = re.compile(
    r"\s+(?!hem\b|hus\b|gård\b)(?:AB|HB|KB|Aktiebolag|&|(?:[A-ZÅÄÖ]?[\wåäöé]*)(?:stiftelse|fond|skola|gymnasi|sjukhus|gata|gatan|väg|vägen|plats"
    r"|torg|park|universitet|institut|pris|centrum|center|gård|hus|hem|kyrka|församling|förening|kommun|stad)(?:n|en|et|um|ets)?)\b"
)
_UNNAMED = re.compile(
    r"(?:och|i|på|Ungdom|Center|Centrum|Kommun|Region|Stad|Socialtjänst|Skola|Förening|Gymnasium|Församling|[A-ZÅÄÖ]{2,}\d*)s?"
    r"|(?:\w+-)?\w*(?:rapporten|priset|fonden|stiftelsen|stipendiet|sällskapet|utredningen|institutet|biblioteket"
    r"|enheten|gruppen|teamet|mottagningen|omsorgen|omsorg|tjänsten|tjänst|jouren|stöd|stödet|skolan|gården|hemmet|centrum|kommun|gatan|vägen|torget|huset|kyrkan|dagen|veckan|projektet|metoden|modellen)"
)


def is_first(word: str) -> bool:
    """Whether a word is a common first name, alone or joined as in “Anna-Karin”."""
    return _cased(word).partition("-")[0] in FIRST


def small(text: str) -> str:
    """A text of the same length in small letters without marks, as the names of files are."""
    lower = text.lower()
    return (lower if len(lower) == len(text) else text).translate(_UNMARKED)


def has_first(words: list[str]) -> bool:
    """Whether one of the words of a file's name, small and without marks, is a common first name."""
    return not FOLDED_FIRST.isdisjoint(words)


def is_last(word: str, *, marks: bool = True) -> bool:
    """Whether a word is a common last name, ends like one, or is one in the genitive."""
    if not marks:
        name = folded(word)
        return name not in _folded(_ORDINARY_LAST) and (name in _folded(LAST) or name.endswith("sson"))
    return any(
        part in LAST or (_ENDING.fullmatch(part.lower()) is not None)
        for name in _with_and_without_genitive(_cased(word))
        for part in (name, name.rpartition("-")[2].capitalize())
    )


def is_common_last(word: str) -> bool:
    """Whether a word is a last name that is nothing else, whatever stands before it."""
    names = _with_and_without_genitive(_cased(word))
    return any(name in LAST or name.endswith("sson") for name in names) and not is_ordinary_last(word)


def is_ordinary_first(word: str) -> bool:
    """Whether a first name is also an ordinary word."""
    return _cased(word) in _ORDINARY_FIRST


def is_ordinary_last(word: str) -> bool:
    """Whether a last name is also an ordinary word."""
    return any(name in _ORDINARY_LAST for name in _with_and_without_genitive(_cased(word)))


def is_unnamed(word: str) -> bool:
    """Whether a capitalised word after a name is no last name: an abbreviation, an institution."""
    return _UNNAMED.fullmatch(word) is not None


def is_function_word(word: str) -> bool:
    """Whether a capitalised word before a last name only begins a sentence, or is no name in any place."""
    return word in _FUNCTION_WORDS or is_unnamed(word)


def followed_by_institution(text: str, end: int) -> bool:
    """Whether something named after somebody follows: a school, a street, a company."""
    return _INSTITUTION.match(text, end) is not None


def _cased(word: str) -> str:
    return word.capitalize() if word.isupper() or word.islower() else word


def _with_and_without_genitive(word: str) -> tuple[str, ...]:
    return (word, word[:-1]) if word.endswith("s") else (word,)


@cache
def _folded(names: frozenset[str]) -> frozenset[str]:
    return frozenset(folded(name) for name in names)


_UNMARKED = str.maketrans(
    {sign: plain for sign in map(chr, range(0xDF, 0x180)) if len(plain := folded(sign)) == 1}
)
FOLDED_FIRST = _folded(FIRST)
"""The common first names, small and without marks."""
