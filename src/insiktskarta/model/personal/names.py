"""Names of people: a first and a last name together, or a name after a word that says who it is."""

import re
from collections.abc import Iterator
from itertools import pairwise

from insiktskarta.model.personal.match import Match, mask
from insiktskarta.model.personal.name_kinds import (
    followed_by_institution,
    has_first,
    is_common_last,
    is_first,
    is_function_word,
    is_last,
    is_ordinary_first,
    is_ordinary_last,
    is_unnamed,
    small,
)
from insiktskarta.model.personal.named import has_age, is_said_to_be_somebody

FULL_NAME, NAME = "PD401", "PD402"

_CAPITALISED = re.compile(r"[A-ZÅÄÖÉÜ][\w'-]+(?<!-)")
_INITIAL = re.compile(r"(?<![\w.])(?:[A-ZÅÄÖ]\. ?(?:[A-ZÅÄÖ]\. ?)?|(?:[DdHhFf]r|[Pp]rof)\.? ?)$")
# “Anna S sa”, “Lisa B., 34 år”; but not “Karl X Gustav” or “Gustav V:s”.
_LETTER = re.compile(r"(?: |\n +)[A-ZÅÄÖ](?:\.(?! ?[A-ZÅÄÖ])|(?![\w.:'-])(?! [A-ZÅÄÖ]))")
# “/Maria”, as one signs a note.
_SIGNED = re.compile(r"(?<=[\s(]/)[A-ZÅÄÖÉÜ][\w'-]+(?=[ .)]*(?:\n|\Z))")
_INITIALS = 6
_BEFORE_LAST = frozenset(".rf")  # “M.”, “dr”, “prof”
_PATH_WORD = re.compile(r"[^\W\d_]+")
_PARTED = ("-", "_", " ", ".")
# What clean text is asked: capitals side by side, and a capital inside a sentence or a broken line of it.
_WORTH = re.compile(
    r"[A-ZÅÄÖÉÜ](?<!\w.)(?:(?<=[^.!?:\"'(\[#|>\s-] .)|(?<=[^.!?:>|\s-]\n  .)"
    r"|(?<=[dhf]r\. .)|(?<=prof\. .)|(?<=[\s(]/.)|r\. ?(?=[A-ZÅÄÖÉÜ])|rof\. ?(?=[A-ZÅÄÖÉÜ])"
    r"|(?<=person: .)|(?<=läggare: .)|(?<=kreterare: .)|(?<=amn: .)|(?<=rator: .)|(?<=läkare: .)|(?<=lärare: .)"
    r"|[\w'-]{1,40}(?:, | \()[1-9][0-9](?: år)?[,)]"
    r"|\. ?(?:[A-ZÅÄÖ]\. ?)?(?=[A-ZÅÄÖÉÜ])|[\w'-]{1,40}(?:,? {1,3}|\n +)(?:(?:von|af|de|al|el|[A-ZÅÄÖ]\.) +)?(?=[A-ZÅÄÖÉÜ]))"
)
_BETWEEN = re.compile(r"(?: +|\n +)(?:(?:von|af|de|al|el|[A-ZÅÄÖ]\.) +)?")
_REVERSED = re.compile(r", ?")
_FURTHEST, _SHORT = 12, 3
_STARTS = ".!?:\"'([-#|>"
_BREAKS = _STARTS.replace(":", "")


def names(text: str) -> Iterator[Match]:
    """Full names and named people in a normalised text."""
    if _WORTH.search(text) is None:
        return
    words = list(_CAPITALISED.finditer(text))
    taken = 0
    for place, one in enumerate(words):
        start, end = one.span()
        if start < taken:
            continue
        match = None
        if place + 1 < len(words) and words[place + 1].start() - end < _FURTHEST:
            match = _pair(text, one, words[place + 1])
        if match is None:
            match = _after_initial(text, one)
        if match is None and _is_sure_first(one.group()):
            match = _sure(text, one)
        # After a colon only a word such as “handläggare” makes it a name, as it does inside a sentence.
        if match is None and text[start - 1 : start] == " " and text[start - 2 : start - 1] not in _BREAKS:
            match = _single(text, one)
        if match is not None:
            taken = match.end
            yield match


def file_names(path: str) -> Iterator[Match]:
    """A first and a last name side by side in a path, in capitals or not, and in either order."""
    plain = small(path)
    if not has_first(_PATH_WORD.findall(plain)):
        return
    for one, other in pairwise(_PATH_WORD.finditer(plain)):
        if plain[one.end() : other.start()] in _PARTED:
            names = one.group(), other.group()
            if _is_both(*names) or _is_both(*reversed(names)):
                yield Match(one.start(), other.end(), FULL_NAME, mask(path[one.start() : other.end()], 1))


def _is_both(first: str, last: str) -> bool:
    return has_first([first]) and not is_ordinary_first(first) and is_last(last, marks=False)


def _pair(text: str, one: re.Match[str], other: re.Match[str]) -> Match | None:
    between = text[one.end() : other.start()]
    if _REVERSED.fullmatch(between):
        sure = _is_sure_last(one.group()) and _is_sure_first(other.group())
        return _match(text, one.start(), other.end(), FULL_NAME) if sure else None
    if not _BETWEEN.fullmatch(between):
        return None
    end = _whole_end(text, other)
    last = text[other.start() : end].rsplit(maxsplit=1)[-1]
    if followed_by_institution(text, end) or text[end : end + 1] == ":":
        return None
    start = is_sentence_start(text, one.start())
    if start and not is_first(one.group()) and is_first(other.group()):
        return None  # "Handläggaren Karin Berg" begins with a word
    code = _kind(one.group(), last, start=start)
    return _match(text, one.start(), end, code) if code else None


def _kind(first: str, last: str, *, start: bool) -> str:
    ordinary = is_ordinary_first(first)
    if not is_first(first):
        # "Fatima Hassan", but not "Enligt Hassan" at the start of a sentence.
        unknown = is_function_word(first) if start else is_unnamed(first)
        return NAME if is_common_last(last) and not unknown else ""
    if is_last(last):
        return "" if start and ordinary and is_ordinary_last(last) else FULL_NAME
    return "" if ordinary or is_unnamed(last) else NAME


def _after_initial(text: str, one: re.Match[str]) -> Match | None:
    """“M. Karlsson”, “dr Svensson”, whose last name is no other word."""
    if text[max(0, one.start() - 3) : one.start()].rstrip()[-1:] not in _BEFORE_LAST:
        return None  # as nearly every word of a text, which is no reason to search
    initial = _INITIAL.search(text, max(0, one.start() - _INITIALS), one.start())
    if initial is None or not is_common_last(one.group()) or followed_by_institution(text, one.end()):
        return None
    return _match(text, initial.start(), one.end(), NAME)


def _sure(text: str, one: re.Match[str]) -> Match | None:
    """A first name that is nothing else, with a letter or an age after it, or as a signature."""
    if letter := _LETTER.match(text, one.end()):
        return _match(text, one.start(), letter.end(), NAME)
    if has_age(text, one.end()) or _SIGNED.match(text, one.start()):
        return _match(text, *one.span(), NAME)
    return None


def _single(text: str, one: re.Match[str]) -> Match | None:
    if not is_said_to_be_somebody(text, one.start(), one.group()) or followed_by_institution(text, one.end()):
        return None
    end = one.end()
    if len(one.group()) < _SHORT and (rest := _CAPITALISED.match(text, end + 1)):
        end = rest.end()  # “familjen Al Rashid”
    return _match(text, one.start(), end, NAME)


def _whole_end(text: str, other: re.Match[str]) -> int:
    # "Anna Karin Berg" ends with its last name, and "Anna Berg Holm" with its second one.
    end = other.end()
    while (between := _BETWEEN.match(text, end)) and (word := _CAPITALISED.match(text, between.end())):
        if not is_last(word.group()):
            break
        end = word.end()
    return end


def is_sentence_start(text: str, start: int) -> bool:
    """Whether a capital is what any word would have there."""
    ahead = text[max(0, start - 80) : start].rstrip()
    return not ahead or ahead[-1] in _STARTS


def _is_sure_first(word: str) -> bool:
    return is_first(word) and not is_ordinary_first(word)


def _is_sure_last(word: str) -> bool:
    return is_last(word) and not is_ordinary_last(word)


def _match(text: str, start: int, end: int, code: str) -> Match:
    written = text[start:end]
    return Match(start, end, code, mask(written, 1), " ".join(written.split()).casefold())
