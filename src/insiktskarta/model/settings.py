"""What a workspace says about itself in `insikt.yaml`."""

from typing import Annotated, Literal

from pydantic import BaseModel, Field, StrictBool, StrictFloat, StrictInt, StringConstraints

from insiktskarta.model.field_types import CONFIG, OrLeftOut, Term, Words

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Code = Annotated[str, StringConstraints(pattern=r"^\d{2}(\d{2})?$")]


class LocalOrganisation(BaseModel):
    """An organisation that is neither a municipality nor a region."""

    model_config = CONFIG

    name: Annotated[
        Words,
        Field(
            alias="namn", description="Namnet som det skrivs.", examples=["Påhittsala stadsdelsförvaltning"]
        ),
    ]
    kind: Annotated[
        Words,
        Field(alias="slag", description="Stadsdel, myndighet, förening, projekt …", examples=["stadsdel"]),
    ]
    part_of: Annotated[
        OrLeftOut[Slug],
        Field(alias="del-av", description="Organisationen som den hör till.", examples=["stockholm"]),
    ] = None
    code: Annotated[
        OrLeftOut[Code],
        Field(alias="kod", description='SCB:s kod inom citattecken, som "0180".', examples=["0180"]),
    ] = None


class LocalTerm(BaseModel):
    """A term that the workspace adds."""

    model_config = CONFIG

    label: Annotated[
        Words, Field(alias="etikett", description="Hur termen visas.", examples=["nyanlända unga"])
    ]
    label_en: Annotated[
        OrLeftOut[Words],
        Field(alias="etikett-en", description="Etiketten på engelska.", examples=["newly arrived youth"]),
    ] = None
    definition: Annotated[
        OrLeftOut[Words],
        Field(alias="definition", description="Vad den betyder, i en mening.", examples=["Unga som …"]),
    ] = None
    definition_en: Annotated[
        OrLeftOut[Words],
        Field(alias="definition-en", description="Betydelsen på engelska.", examples=["Young people who …"]),
    ] = None
    broader: Annotated[
        OrLeftOut[Term], Field(alias="bredare", description="Den bredare termen.", examples=["ungdomar"])
    ] = None
    aliases: Annotated[
        tuple[Words, ...],
        Field(alias="alias", description="Andra ord för samma sak.", examples=[["ensamkommande"]]),
    ] = ()
    replaced_by: Annotated[
        OrLeftOut[Term],
        Field(alias="ersatt-av", description="Termen som gäller i stället.", examples=["ungdomar"]),
    ] = None
    counts_as: Annotated[
        OrLeftOut[Term],
        Field(
            alias="räknas-som",
            description="Den gemensamma term som den räknas till när kartor läggs ihop.",
            examples=["ungdomar"],
        ),
    ] = None


Codes = tuple[Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}[0-9]{0,3}$")], ...]


class LintSettings(BaseModel):
    """What `insikt lint` looks for here."""

    model_config = CONFIG

    select: Annotated[
        Codes,
        Field(
            alias="välj",
            description="Regler, eller början på deras koder, som ska gälla.",
            examples=[["YA", "SC"]],
        ),
    ] = ()
    ignore: Annotated[
        Codes, Field(alias="ignorera", description="Regler som inte ska gälla.", examples=[["PD202"]])
    ] = ()
    per_path: Annotated[
        dict[str, Codes],
        Field(
            alias="per-sökväg",
            description="Regler som inte ska gälla under vissa sökvägar.",
            examples=[{"insights/exempelkoping": ["UP"]}],
        ),
    ] = {}
    allowed: Annotated[
        tuple[Words, ...],
        Field(
            alias="tillåtna",
            description="Telefonnummer och adresser till verksamheter, som får stå i posterna.",
            examples=[["0150-123 45", "registrator@exempelkoping.se"]],
        ),
    ] = ()


class Settings(BaseModel):
    """The file `insikt.yaml`; everything in it may be left out."""

    model_config = CONFIG

    language: Annotated[
        OrLeftOut[Literal["sv", "en"]],
        Field(alias="språk", description="Språket i meddelanden, kartor och rapporter.", examples=["sv"]),
    ] = None
    organisations: Annotated[
        dict[Slug, LocalOrganisation],
        Field(
            alias="organisationer", description="Organisationer utöver kommuner och regioner.", examples=[{}]
        ),
    ] = {}
    participants: Annotated[
        tuple[Slug, ...],
        Field(
            alias="deltagare",
            description="Organisationer som väntas bidra, så att de som saknas syns som vita fläckar.",
            examples=[["grums", "haninge"]],
        ),
    ] = ()
    lint: Annotated[
        LintSettings,
        Field(alias="lint", description="Vad kontrollen letar efter.", examples=[{"ignorera": ["PD202"]}]),
    ] = LintSettings()
    smallest: Annotated[
        OrLeftOut[Annotated[StrictInt, Field(ge=1)]],
        Field(
            alias="minsta-antal",
            description="Minsta antal deltagare som visas. Ett mindre “antal” i en post ger en varning och visas som “färre än”.",
            examples=[5],
        ),
    ] = None
    review_required: Annotated[
        StrictBool,
        Field(
            alias="kräv-granskning",
            description="true om varje post ska vara granskad. Då krävs “granskad”, och texten i andra poster tas inte med i rapporter, kartor och filer.",
            examples=[True],
        ),
    ] = False
    similar_from: Annotated[
        StrictFloat,
        Field(
            alias="lika-tröskel",
            ge=0.3,
            le=1,
            description="Hur lika två texter är, från 0,3 till 1, när de föreslås länkas med “lika”. Annars 0,65.",
            examples=[0.65],
        ),
    ] = 0.65
    vocabulary: Annotated[
        dict[str, dict[Term, LocalTerm | None]],
        Field(
            alias="ordförråd",
            description="Egna termer, ordnade efter fält. En gemensam term som inte ska användas skrivs tom.",
            examples=[{}],
        ),
    ] = {}
