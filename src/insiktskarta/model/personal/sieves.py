"""What a text has to hold for any detector to have something to say; most texts hold none of it.

Each pattern lets through all that its detector could find, and little more; a text that none of them lets through
costs 3 µs where the detectors would cost 45. A new detector needs its signs here: the tests compare what is found
with and without these patterns.
"""

from insiktskarta.model.personal.email import EMAIL_SIGNS
from insiktskarta.model.personal.indirect_signs import HERE_PLACES, LIFE_SIGNS, OWNERS, PARENTS, RARE_ROLES
from insiktskarta.model.personal.name_kinds import FOLDED_FIRST
from insiktskarta.model.personal.number_words import LONGEST_FIRST
from insiktskarta.model.sieve import joint_sieve, sieve

# Before the first digit of a run: no digit, or hyphens that follow none, or more than a run may have.
_START = r"(?:^|[^0-9-]|[0-9]-{3}-)-*"
_NO_YEAR = r"(?:[03-9][0-9]{3}|1[0-8][0-9]{2}|2[1-9][0-9]{2})"
_NO_DIGIT = r"(?:[^0-9]|$)"
_STREETS = (
    "gata|gatan|väg|vägen|gränd|gränden|torg|torget|stig|stigen|allé|allén|esplanad|esplanaden|backe|backen"
)
_NUMBERS = "|".join(
    (
        # Five digits or more that are no date as 2024-08, 2024-08-31 or 2024/2024-08, the commonest numbers …
        r"[0-9]{5}",
        r"[0-9](?:[ \t()./+-]{0,3}\n +|[ \t().+][ \t()./+-]{0,2}|[/-][ \t()./+-]{1,2})[0-9]",
        rf"{_START}(?:[0-9]{{3}}-[0-9]{{2}}|[0-9]{{2}}-[0-9]{{3}}|[0-9]-[0-9]{{4}}|[0-9]{{1,3}}-[0-9]{{1,4}}[/-][0-9])",
        rf"{_START}(?:{_NO_YEAR}[/-]|[0-9]{{1,3}}/)[0-9]",
        rf"{_START}[0-9]{{4}}-(?:[2-9]|[01](?:{_NO_DIGIT}|[0-9]{{2}}))",
        rf"{_START}[0-9]{{4}}-[0-9]{{2}}-(?:[4-9]|[0-3](?:{_NO_DIGIT}|[0-9]{{2}})|[0-9]{{2}}-[0-9])",
        rf"[0-9]/(?:[03-9]|1(?:[0-8]|{_NO_DIGIT})|2(?:[1-9]|{_NO_DIGIT}))",
        rf"[0-9]/[0-9]{{2}}(?:{_NO_DIGIT}|[0-9](?:{_NO_DIGIT}|[0-9](?:[^-]|$|-{_NO_DIGIT})))",
        r"/[0-9][0-9-]*/[0-9]",
        # … or fewer after the letters of a board or a plate, after a word for a case, or after a street.
        r"[A-ZÅÄÖ][ /-]?\n?[0-9]",
        r"(?i:nr|mer|kt|ten|id)[\s\x1c-\x1f.:#-]*(?:[A-ZÅÄÖa-zåäö]{1,6}[ /-]?)?\n?[0-9]",
        rf"(?i:{_STREETS}|nr\.)[\s\x1c-\x1f]*[0-9]",
    )
)
# An address with a letter in brackets for its sign.
_SIGN = r"[\[({](?i:a)[)\]}] ?[0-9A-Za-zÅÄÖåäö_]"
# A network's address, or its name with something after it.
_ACCOUNTS = (
    r"(?i:(?:facebook|fb|instagram|tiktok|snapchat|linkedin|twitter|discord|(?:^|[^0-9A-Za-z])[xt])\.(?:com|me|gg)/"
    r"|(?:snap|snapchat|insta|instagram|skype|discord|kik|tik ?tok|telegram|messenger|whatsapp|facebook|fb|twitter|linkedin)"
    r"(?:[ :-]|\n +)(?:[ :-]*|\n +)(?:(?:som|namn|namnet|konto|kontot|kallad|heter|är)[ :]+)*(?:live:|[\w-]+[.\d_]))"
)
# Capitals side by side, and a capital inside a sentence or a broken line of it.
_NAMES = (
    r"[^.!?:\"'(\[#|>\s-] [A-ZÅÄÖÉÜ]|[^.!?:>|\s-]\n  [A-ZÅÄÖÉÜ]"
    r"|[A-ZÅÄÖ]\. ?[A-ZÅÄÖÉÜ]|[A-ZÅÄÖÉÜ][^\s,.]+(?:,? {1,3}|\n +)(?:(?:von|af|de|al|el|[A-ZÅÄÖ]\.) +)?[A-ZÅÄÖÉÜ]"
    r"|(?:[DdHhFf]r|[Pp]rof)\. ?[A-ZÅÄÖÉÜ]|[\s(]/[A-ZÅÄÖÉÜ]"
    r"|(?:person|läggare|kreterare|amn|rator|läkare|lärare): [A-ZÅÄÖÉÜ]|[A-ZÅÄÖÉÜ][^\s,.]+(?:, | \()[1-9][0-9](?: år)?[,)]"
)
_MANY = f"(?:[0-9]{{1,3}}|{LONGEST_FIRST})"
_WORD_START, _WORD_END = r"(?:^|[\s!-/:-@\[-`{-~])", r"(?:[\s!-/:-@\[-`{-~]|$)"
_LIFE = [word for word in sorted(word.decode() for word in LIFE_SIGNS) if not word.endswith(PARENTS)]
_WORDS = "|".join(
    (
        rf"(?i:{_WORD_START}(?:{'|'.join(sorted(word.decode() for word in EMAIL_SIGNS))}){_WORD_END})",
        rf"(?i:{_WORD_START}noll)",
        rf"(?i:(?:{_WORD_START}(?:{'|'.join(_LIFE)})|{'|'.join(PARENTS)}){_WORD_END})",
        # “År” and “enda” stand in many texts; an age and the only one of a place in few.
        rf"{_MANY}(?:[ -]?åri| år gammal)|(?:är|var|fyllde|fyller|blev) \S+ år|[0-9] år",
        rf"(?i:{OWNERS}) end[ae]| end[ae] (?:\S+ ){{0,2}}(?:i|på) (?:{HERE_PLACES})",
        r"[A-ZÅÄÖ][a-zåäö]+s end[ae] | end[ae] (?:\S+ ){1,2}(?:i|på|från) [A-ZÅÄÖ]",
        rf"(?i:{_WORD_START}(?:{'|'.join(sorted(RARE_ROLES))}){_WORD_END})",
        r" född (?:år )?(?:den )?[0-9]|[a-zåäö](?: är| var| blev|,) [1-9][0-9](?:[,.;)]| och )| fyll(?:de|er) [1-9]",
    )
)

may_have_numbers = sieve(_NUMBERS)
may_have_words = sieve(_WORDS)
may_have_anything = joint_sieve(f"@|{_SIGN}|{_ACCOUNTS}|{_NUMBERS}|{_NAMES}|{_WORDS}")
# In a path, a name is a whole word of small letters.
_FIRST_NAME = f"(?:^|[^a-z])(?:{'|'.join(sorted(FOLDED_FIRST))})(?:[^a-z]|$)"
may_have_anything_in_path = sieve(f"@|{_SIGN}|{_ACCOUNTS}|{_NUMBERS}|{_FIRST_NAME}")
