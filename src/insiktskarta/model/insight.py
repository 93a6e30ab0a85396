"""The record type `insikt`."""

from typing import Literal

from pydantic import BaseModel, Field

from insiktskarta.model import fields as f
from insiktskarta.model.field_types import CONFIG, Words
from insiktskarta.model.parts import FeedbackField, ReviewField, SourceField, VoucherField


class Insight(BaseModel):
    """A synthesis of what is new and what was known, from people's own experience."""

    model_config = CONFIG

    type: Literal["insikt"] = Field(alias="typ", description="Posttypen.", examples=["insikt"])
    heading: f.Heading
    statement: Words = f.statement(
        "insikt",
        "Insikten i en eller några meningar: vad människor upplever eller behöver, och varför.",
        "Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.",
        required=True,
    )
    new: f.New = None
    known: f.Known = None
    challenge: f.Challenge = None
    value: f.Value = None
    perspectives: f.Perspectives
    certainty: f.Certainty = None
    groups: f.Groups = ()
    situations: f.Situations = ()
    genders: f.Genders = ()
    voice: f.Voice
    shifts: f.Shifts = ()
    themes: f.Themes = ()
    cross_cutting: f.CrossCutting = ()
    methods: f.OptionalMethods = ()
    gathered: f.Gathered = None
    quotes: f.Quotes = ()
    builds_on: f.BuildsOn = ()
    contradicts: f.Contradicts = ()
    same_as: f.SameAs = ()
    voucher: VoucherField = None
    source: SourceField = None
    doubt: f.Doubt = None
    feedback: FeedbackField = None
    review: ReviewField = None
    valid_until: f.ValidUntil = None
    former_ids: f.FormerIds = ()
    note: f.Note = None
