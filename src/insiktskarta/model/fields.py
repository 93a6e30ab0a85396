"""The fields of the record types, each with its key, its help and its example in Swedish.

Source of the concepts: idéskrift 2 of the project Tidiga insikter för tidiga insatser (2024).
"""

from typing import Annotated, Any

from pydantic import Field, StrictInt, StringConstraints

from insiktskarta.model.field_types import Date, OrLeftOut, Period, RecordId, Term, Words, facet

HEADING_LENGTH = 120

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


def statement(key: str, description: str, example: str, *, required: bool) -> Any:
    """The field that holds what the record says."""
    return Field(... if required else None, alias=key, description=description, examples=[example])
