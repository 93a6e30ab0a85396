"""The words of the details that point out one person."""

import re

from insiktskarta.model.personal.indirect_signs import HERE_PLACES, OWNERS
from insiktskarta.model.personal.number_words import LONGEST_FIRST
from insiktskarta.model.personal.word_set import word_set

_NUMBERS = f"(?:{LONGEST_FIRST})"
_YEARS = rf"(?:\d{{1,3}}|{_NUMBERS})"
YEARS = re.compile(r"år(?:ing|ig| |\b)|fyll(?:de|er) ")
AGE = re.compile(
    rf"\b{_YEARS}[ -]?åring(?:en|ens)?\b(?!s)|\b(?:[Ee]n|[Dd]en|[Vv]år|[Mm]in|[Hh]ans|[Hh]ennes|[Dd]eras) {_YEARS}[ -]?årig[a]?\b"
    rf"|\b{_YEARS}[ -]?årig (?:pojke|flicka|kvinna|man|kille|tjej|son|dotter|mamma|pappa|person|elev|änka|änkling)\b"
    rf"|\b(?:är|var|fyllde|fyller|blev) {_YEARS} år(?! sedan)\b|\b{_YEARS} år gammal\b"
    rf"|\b(?:[Kk]vinna|[Mm]an|[Pp]ojke|[Ff]licka|[Tt]jej|[Kk]ille),? (?:på )?\d{{1,3}} år\b"
)
_ONE = (
    "(?:[Hh]on|[Hh]an|[Hh]en|[Jj]ag|[Pp]ojken|[Ff]lickan|[Kk]vinnan|[Mm]annen|(?:[Ee]n|[Ss]om) (?:\\w+ )?"
    "(?:kvinna|man|flicka|pojke|tjej|kille|mamma|pappa|änka|änkling|klient|elev|brukare|patient))"
)
# “Hon är 23 och …”, “han, 81, …”, “en man som är född 1953”
AGE_ALONE = re.compile(
    rf"\b(?:{_ONE}(?: som)? (?:är|var|blev|fyllde) |{_ONE}, )[1-9][0-9](?:(?=[,.;)](?!\d))|(?= och [^\W\d]))"
    rf"|\b{_ONE}(?: som)? fyll(?:de|er) [1-9][0-9]\b(?! ?(?:%|procent|av|platser))"
    rf"|\b{_ONE}(?:,| som är| är| var)? född (?:år )?(?:den )?(?:[1-3]?[0-9] \w+ )?(?:19|20)[0-9]{{2}}\b"
)
ONLY = re.compile(r" end[ae]\b(?: \w+)?")
OWNER = re.compile(rf"(?i)\b(?:{OWNERS})$")
_ROLE = (
    r"\w*(?:barnmorska|läkare|präst|imam|rabbin|rektor|lärare|kurator|psykolog|sköterska|sekreterare|handläggare|tolk|polis|veterinär"
    r"|chef|dövblinda?|förälder|pappa|mamma|flicka|pojke|tjej|kille|kvinna|man)(?:n|en|an|nen)?"
)
# The only one in a place that has a name, which for a road or a library says nothing about anybody.
ONLY_THERE = re.compile(
    rf"(?:\b[A-ZÅÄÖ][a-zåäö]+s end[ae] (?:\w+ )?{_ROLE}\b)|\b[Dd]en end[ae] (?:\w+ )?{_ROLE} (?:i|på|från) (?=[A-ZÅÄÖ])"
)
# One of these is one of few wherever it is, apart from a large place.
RARE_ROLE = re.compile(
    r"(?i)\b(?:(?:präst|imam|rabbin|polischef|brandchef|veterinär)en|(?:kyrkoherde|renskötare|komminister)n|kommunalrådet"
    r"|(?:en|enda) (?:[\w-]+ )?(?:präst|imam|rabbin|kyrkoherde|komminister|polischef|brandchef|veterinär|renskötare))\b"
)
THING = re.compile(
    r"(?:\w*(?:plats|väg|gård|mottagning|buss|central|affär|butik|chans|möjlighet|aktivitet|kontakt|grupp|förening|lokal|skola|hjälp"
    r"|verksamhet|insats|ingång|dag|gång|sak|telefon|anledning|orsak)(?:en|an|n)?|\w*(?:ställe|bibliotek|sätt|stöd|café|boende|hem|hus)(?:t|et)?)\b"
)
HERE = re.compile(rf" (?:\w+ )?(?:i|på) (?:{HERE_PLACES})\b")
# "Kommunens enda präst, 45 år, …": what is so many years old without being anybody is told by what follows.
BESIDE = re.compile(
    rf"(?: \w+){{0,2}}(?:, | \()(?:{_YEARS} år\b(?! (?:gammalt|gamla|sedan|framåt|i|av|med|efter|före|innan)\b)|[1-9]\d(?=[,)]))"
)
BESIDE_COMMA = re.compile(r"(?<=[\w.])(?:, | \()(?P<years>[1-9]\d?|10\d) år(?=[,.;)])")
CAPITALISED_END = re.compile(r"[A-ZÅÄÖÉ][\w-]+$")
TWINS = re.compile(r"\b(?:tvillingarna|trillingarna|syskonen|bröderna|systrarna)\b", re.IGNORECASE)
_MANY = rf"(?:\d{{1,2}}|{_NUMBERS})"
FAMILY = re.compile(
    rf"\b(?:[Mm]amma|[Mm]or|[Pp]appa|[Ff]ar|[Ff]örälder|[Mm]amman|[Pp]appan|[Mm]odern|[Ff]adern) till {_MANY} (?:\w+ )?(?:barn|pojkar|flickor|söner|döttrar)"
    rf"|\b(?i:{_MANY})barns(?:mamman?|mor|modern|pappan?|far|fadern)\b|\b(?:[Ee]n|[Ss]in|[Hh]ennes|[Hh]ans) (?:tvillingbror|tvillingsyster)\b"
    r"|\b(?:[Mm]amma|[Pp]appa|[Mm]or|[Ff]ar|[Ff]örälder) till (?:tvillingar|trillingar)\b"
    r"|\b(?:[Hh]on|[Hh]an|[Hh]en|[Jj]ag) (?:är|blev) (?:adopterad|änka|änkling|föräldralös|familjehemsplacerad)\b"
)
DIAGNOSIS = re.compile(
    r"\b(?:adhd|autism\w*|autist\w*|asperger\w*|schizofren\w*|bipolär\w*|epilep\w+|downs? syndrom|cp-skad\w+|als|ms|parkinsons?"
    r"|alzheimers?|demens\w*|hiv|\w*cancer|anorexi\w*|bulimi\w*|ptsd|tourettes?|borderline|huntingtons?|psykos|hjärntumör"
    r"|stroke|leukemi|cystisk fibros|muskeldystrofi)\b",
    re.IGNORECASE,
)
ONE_PERSON = re.compile(
    r"\b(?:hon|han|hen|jag|hennes son|hans son|hennes dotter|hans dotter|min son|min dotter|sonen|dottern|flickan|pojken|kvinnan"
    rf"|mannen|mamman|pappan|eleven|brukaren|klienten|patienten|{_YEARS}-?åring\w*|{_YEARS}-?årig\w*|ett barn som har"
    r"|en (?:\w+ )?(?:kvinna|man|flicka|pojke|tjej|kille|mamma|pappa|elev|tonåring|klient|brukare|patient|ungdom))\b",
    re.IGNORECASE,
)
_MONTHS = "(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
DATE = re.compile(
    rf"\b[1-3]?\d(?:\s?:?[ae])? {_MONTHS}(?: (?:19|20)\d\d)?\b|\b(?:19|20)\d\d-[01]\d-[0-3]\d\b|\b[1-3]?\d/1?\d (?:19|20)\d\d\b"
)
UNIT = re.compile(
    r"\b(?:skolan|förskolan|boendet|fritidsgården|träffpunkten|vårdcentralen|HVB-hemmet|äldreboendet|gruppboendet|gruppbostaden|hemmet"
    r"|avdelningen|enheten|familjecentralen|stödboendet|kvartershuset) [A-ZÅÄÖ][a-zåäö]+"
    r"|\b[A-ZÅÄÖ][a-zåäö]+(?:skolan|gården|hemmet|boendet|förskolan|träffen|kyrkan|huset|byn)(?:s)?\b"
)
PLACE = re.compile(r"\b(?:i|från|utanför|nära|vid|på) ([A-ZÅÄÖ][a-zåäö]{2,}(?: [A-ZÅÄÖ][a-zåäö]{2,})?)")
# Municipalities with more than 60,000 inhabitants, and what is written with a capital but is no place.
LARGE_PLACES = word_set(
    "Stockholm Göteborg Malmö Uppsala Linköping Västerås Örebro Helsingborg Norrköping Jönköping Umeå Lund Borås Huddinge"
    " Eskilstuna Gävle Halmstad Sundsvall Södertälje Växjö Karlstad Haninge Kristianstad Luleå Skellefteå Östersund Kalmar"
    " Botkyrka Nacka Kungsbacka Järfälla Sollentuna Täby Mölndal Varberg Norrtälje Falun Trollhättan Sverige Norge Danmark"
    " Finland Norden Europa Internet Facebook Teams Excel"
)
OWN_PLACE = re.compile(rf"\b(?!(?i:{OWNERS})\b)([A-ZÅÄÖ][a-zåäö]{{2,}})s end[ae]\b")
