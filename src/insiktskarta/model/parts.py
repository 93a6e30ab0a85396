"""The fields of a record that have fields of their own: where it comes from, and what has been done with it."""

from typing import Annotated

from pydantic import BaseModel, Field

from insiktskarta.model.field_types import CONFIG, Date, OrLeftOut, Term, Words, facet


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
