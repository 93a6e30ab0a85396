"""The fields of the record types, each with its key, its help and its example in Swedish.

Source of the concepts: idéskrift 2 of the project Tidiga insikter för tidiga insatser (2024).
"""

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictInt,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

CONFIG = ConfigDict(extra="forbid", frozen=True, validate_by_alias=True, validate_by_name=False)

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"
PERIOD_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?$"
DATE_PATTERN = r"^\d{4}-\d{2}-\d{2}$"
HEADING_LENGTH = 120


def _date(text: str) -> str:
    try:
        _point(text)
    except ValueError:
        raise PydanticCustomError("date", "not a date") from None
    return text


@lru_cache(maxsize=2048)  # many records have the same few days
def _point(text: str) -> dt.date:
    if not text.isascii():  # \d is any script's digits
        raise ValueError(text)
    year, month, day = (text + "-01-01")[:10].split("-")
    return dt.date(int(year), int(month), int(day))


def _period(text: str) -> str:
    try:
        start, *end = [part for part in text.split("/") if _point(part)]
    except ValueError:
        raise PydanticCustomError("period", "not a date or a period") from None
    # A period lasts to the end of the month or the year that it names.
    if end and end[0] < start[: len(end[0])]:
        raise PydanticCustomError("period_order", "the end is before the start")
    return text


def _year_as_text(value: Any) -> Any:
    # `insamlad: 2024` is a whole number to every YAML reader, and what people mean is plain.
    return str(value) if type(value) is int and re.fullmatch(r"\d{4}", str(value)) else value


def facet(name: str) -> dict[str, Any]:
    """Mark a field as holding terms of a facet; the schema gets the terms from the vocabulary."""
    return {"x-facet": name}


if TYPE_CHECKING:
    _Value = TypeVar("_Value")
    OrLeftOut = Annotated[_Value | None, "for the type checker"]
else:

    class OrLeftOut:
        """The type of a field that may be left out, and then is None; a key that stands there has a value.

        To pydantic it is the type itself: defaults are not validated, and a None that is written does not fit.
        """

        def __class_getitem__(cls, kind: Any) -> Any:
            return kind


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Term = Words
RecordId = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Date = Annotated[str, StringConstraints(pattern=DATE_PATTERN), AfterValidator(_date)]
Period = Annotated[
    str,
    BeforeValidator(_year_as_text),
    StringConstraints(pattern=PERIOD_PATTERN),
    AfterValidator(_period),
    # An editor reads an unquoted year as a whole number, and that is fine.
    WithJsonSchema(
        {"type": ["string", "integer"], "pattern": PERIOD_PATTERN, "minimum": 1000, "maximum": 9999}
    ),
]

Heading = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=HEADING_LENGTH, pattern=r"^[^\n]*$"),
    Field(
        alias="rubrik",
        description="En rad som säger det viktigaste, som på ett kort. Högst 120 tecken.",
        examples=["Unga vill ha en väg in, inte fem telefonnummer"],
    ),
]
New = Annotated[
    OrLeftOut[Words],
    Field(
        alias="nytt",
        description="Det nya som kom fram.",
        examples=["Flera visste inte att mottagningen finns."],
    ),
]
Known = Annotated[
    OrLeftOut[Words],
    Field(
        alias="känt",
        description="Det som redan var känt sedan tidigare.",
        examples=["Många ringer på lunchen."],
    ),
]
Challenge = Annotated[
    OrLeftOut[Words],
    Field(
        alias="utmaning",
        description="Utmaningen som insikten pekar på.",
        examples=["Telefonen är stängd när folk är lediga."],
    ),
]
Value = Annotated[
    OrLeftOut[Words],
    Field(
        alias="värdeskapande",
        description="Vad som skapar värde för personerna själva.",
        examples=["Att bli uppringd på en tid man har valt."],
    ),
]
Perspectives = Annotated[
    tuple[Term, ...],
    Field(
        alias="perspektiv",
        description="Vilka av de tre cirklarna posten hör till. En tom lista bara när rösten är medarbetare, chefer eller politiker.",
        examples=[["invånare"], ["klienter", "riskgrupp"]],
        max_length=3,
        json_schema_extra={**facet("perspektiv"), "uniqueItems": True},
    ),
]
Certainty = Annotated[
    OrLeftOut[Term],
    Field(
        alias="perspektiv-säkerhet",
        description="Hur säkert perspektivet är: uttalat i källan, tolkat eller oklart.",
        examples=["uttalat"],
        json_schema_extra=facet("perspektiv-säkerhet"),
    ),
]
Groups = Annotated[
    tuple[Term, ...],
    Field(
        alias="grupper",
        description="Livsfas hos dem som posten gäller. Ger märkets färg och form på kartan.",
        examples=[["ungdomar"]],
        json_schema_extra={**facet("grupper"), "uniqueItems": True},
    ),
]
Situations = Annotated[
    tuple[Term, ...],
    Field(
        alias="livssituation",
        description="Livssituation, när den betyder något för insikten. Frivilligt.",
        examples=[["ofrivillig-ensamhet"]],
        json_schema_extra={**facet("livssituation"), "uniqueItems": True},
    ),
]
Genders = Annotated[
    tuple[Term, ...],
    Field(
        alias="kön",
        description="Kön, bara när källan anger det. Frivilligt.",
        examples=[["kvinnor"]],
        json_schema_extra={**facet("kön"), "uniqueItems": True},
    ),
]
_VOICE = {
    "alias": "röst",
    "description": "Vems ord det vilar på: egen erfarenhet, företrädare, medarbetare, chefer, politiker eller blandat.",
    "examples": ["egen"],
    "json_schema_extra": facet("röst"),
}
Voice = Annotated[Term, Field(**_VOICE)]
OptionalVoice = Annotated[OrLeftOut[Term], Field(**_VOICE)]
Shifts = Annotated[
    tuple[Term, ...],
    Field(
        alias="förflyttningar",
        description="Förflyttningen som efterfrågas: från något till något annat.",
        examples=[["akut-till-förebyggande"]],
        json_schema_extra={**facet("förflyttningar"), "uniqueItems": True},
    ),
]
Themes = Annotated[
    tuple[Term, ...],
    Field(
        alias="teman",
        description="Vilka av projektets fyra teman det gäller.",
        examples=[["tillgänglighet-och-tillit"]],
        json_schema_extra={**facet("teman"), "uniqueItems": True},
    ),
]
CrossCutting = Annotated[
    tuple[Term, ...],
    Field(
        alias="tvärperspektiv",
        description="Vilka av de sex tvärgående perspektiven det gäller.",
        examples=[["kulturförändring"]],
        json_schema_extra={**facet("tvärperspektiv"), "uniqueItems": True},
    ),
]
_METHODS = {
    "alias": "metoder",
    "description": "Hur underlaget samlades in.",
    "examples": [["djupintervju", "workshop"]],
    "json_schema_extra": {**facet("metoder"), "uniqueItems": True},
}
Methods = Annotated[tuple[Term, ...], Field(min_length=1, **_METHODS)]
OptionalMethods = Annotated[tuple[Term, ...], Field(**_METHODS)]
Participants = Annotated[
    OrLeftOut[Annotated[StrictInt, Field(ge=1)]],
    Field(alias="antal", description="Hur många personer som deltog.", examples=[16]),
]
Gathered = Annotated[
    OrLeftOut[Period],
    Field(
        alias="insamlad",
        description="När underlaget samlades in: ett år, en månad, en dag eller en period med snedstreck.",
        examples=["2024", "2024-10", "2024-08/2024-12"],
    ),
]
Quotes = Annotated[
    tuple[Words, ...],
    Field(
        alias="citat",
        description="Citat, redan avidentifierade: inga namn, nummer eller platser som pekar ut någon.",
        examples=[["Jag visste inte vem jag skulle ringa."]],
    ),
]
BuildsOn = Annotated[
    tuple[RecordId, ...],
    Field(
        alias="bygger-på",
        description="Id på det som posten bygger på. Den omvända länken räknas fram och skrivs aldrig.",
        examples=[["exempelkoping/intervjuer-pa-fritidsgarden"]],
        json_schema_extra={"uniqueItems": True},
    ),
]
Contradicts = Annotated[
    tuple[RecordId, ...],
    Field(
        alias="motsäger",
        description="Id på det som detta talar emot. Inget tas bort för att det motsägs.",
        examples=[["exempelkoping/kvallsoppet-racker"]],
        json_schema_extra={"uniqueItems": True},
    ),
]
SameAs = Annotated[
    tuple[RecordId, ...],
    Field(
        alias="lika",
        description="Id på samma insikt hos andra: en universell insikt.",
        examples=[["pahittsala/en-vag-in"]],
        json_schema_extra={"uniqueItems": True},
    ),
]
Status = Annotated[
    Term,
    Field(
        alias="status",
        description="Hur långt arbetet har kommit.",
        examples=["pågående"],
        json_schema_extra=facet("status"),
    ),
]
Conditions = Annotated[
    OrLeftOut[Words],
    Field(
        alias="gäller-under",
        description="De lokala villkor som resultatet gällde under.",
        examples=["Liten kommun med alla under samma tak."],
    ),
]
Doubt = Annotated[
    OrLeftOut[Words],
    Field(
        alias="osäkert",
        description="Vad som är osäkert med posten.",
        examples=["Antalet svarande är inte känt."],
    ),
]
ValidUntil = Annotated[
    OrLeftOut[Date],
    Field(alias="giltig-till", description="När insikten bör ses över.", examples=["2027-06-30"]),
]
FormerIds = Annotated[
    tuple[RecordId, ...],
    Field(
        alias="tidigare-id",
        description="Id som posten har haft förut, så att gamla hänvisningar fortfarande hittar fram.",
        examples=[["exempelkoping/gammal-rubrik"]],
        json_schema_extra={"uniqueItems": True},
    ),
]
Note = Annotated[
    OrLeftOut[Words],
    Field(
        alias="anteckning",
        description="Fri anteckning för den egna gruppen.",
        examples=["Tas upp på nästa möte."],
    ),
]


class Voucher(BaseModel):
    """Where the raw material is, as a voucher is in bookkeeping."""

    model_config = CONFIG

    place: Annotated[
        OrLeftOut[Words], Field(alias="finns", description="Var underlaget finns.", examples=["diariet"])
    ] = None
    keeper: Annotated[
        OrLeftOut[Words],
        Field(alias="förvaras-av", description="En roll, inte en person.", examples=["registrator"]),
    ] = None
    discard: Annotated[
        OrLeftOut[Date],
        Field(alias="gallras", description="När underlaget ska gallras.", examples=["2029-12-31"]),
    ] = None


class Source(BaseModel):
    """The document that the record was read from."""

    model_config = CONFIG

    document: Annotated[
        OrLeftOut[Words],
        Field(alias="dokument", description="Dokumentets namn.", examples=["Slutrapport 2025"]),
    ] = None
    section: Annotated[
        OrLeftOut[Words], Field(alias="avsnitt", description="Avsnitt eller rubrik.", examples=["Resultat"])
    ] = None
    place: Annotated[
        OrLeftOut[Words],
        Field(alias="ställe", description="Sida eller rader.", examples=["s. 12"]),
    ] = None
    link: Annotated[
        OrLeftOut[Words],
        Field(alias="länk", description="Webbadress.", examples=["https://example.org/rapport"]),
    ] = None


class Feedback(BaseModel):
    """Whether those who took part were told what came of it."""

    model_config = CONFIG

    status: Annotated[
        Term,
        Field(
            alias="status",
            description="Om de som deltog har fått veta vad det ledde till.",
            examples=["given"],
            json_schema_extra=facet("återkoppling-status"),
        ),
    ]
    date: Annotated[
        OrLeftOut[Date], Field(alias="datum", description="När återkopplingen gavs.", examples=["2025-03-01"])
    ] = None
    how: Annotated[
        OrLeftOut[Words],
        Field(alias="hur", description="Hur återkopplingen gavs.", examples=["möte på fritidsgården"]),
    ] = None


class Review(BaseModel):
    """Somebody has read the record for personal data."""

    model_config = CONFIG

    by: Annotated[
        Words, Field(alias="av", description="En roll, inte en person.", examples=["dataskyddssamordnare"])
    ]
    date: Annotated[Date, Field(alias="datum", description="När posten granskades.", examples=["2025-03-01"])]


VoucherField = Annotated[
    OrLeftOut[Voucher],
    Field(
        alias="underlag",
        description="Underlaget: var det finns, vem som förvarar det och när det gallras.",
        examples=[{"finns": "diariet"}],
    ),
]
SourceField = Annotated[
    OrLeftOut[Source],
    Field(
        alias="källa",
        description="Dokumentet som posten är hämtad ur.",
        examples=[{"dokument": "Slutrapport 2025"}],
    ),
]
FeedbackField = Annotated[
    OrLeftOut[Feedback],
    Field(
        alias="återkoppling",
        description="Återkopplingen till dem som deltog.",
        examples=[{"status": "planerad"}],
    ),
]
ReviewField = Annotated[
    OrLeftOut[Review],
    Field(
        alias="granskad",
        description="Att någon har läst posten för att se att den inte röjer personuppgifter.",
        examples=[{"av": "dataskyddssamordnare", "datum": "2025-03-01"}],
    ),
]


def statement(key: str, description: str, example: str, *, required: bool) -> Any:
    """The field that holds what the record says."""
    return Field(... if required else None, alias=key, description=description, examples=[example])
