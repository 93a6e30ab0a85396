"""The record type `insiktsarbete`."""

from typing import Literal

from pydantic import BaseModel, Field

from insiktskarta.model import fields as f
from insiktskarta.model.field_types import CONFIG, OrLeftOut, Words
from insiktskarta.model.parts import FeedbackField, ReviewField, SourceField, VoucherField


class Study(BaseModel):
    """A study: whom we asked, how and when."""

    model_config = CONFIG

    type: Literal["insiktsarbete"] = Field(alias="typ", description="Posttypen.", examples=["insiktsarbete"])
    heading: f.Heading
    statement: OrLeftOut[Words] = f.statement(
        "beskrivning",
        "Vad arbetet handlar om och vilka som tillfrågas.",
        "Djupintervjuer med unga om hur de vill nå stödet.",
        required=False,
    )
    perspectives: f.Perspectives = ()
    certainty: f.Certainty = None
    groups: f.Groups = ()
    situations: f.Situations = ()
    genders: f.Genders = ()
    voice: f.OptionalVoice = None
    shifts: f.Shifts = ()
    themes: f.Themes = ()
    cross_cutting: f.CrossCutting = ()
    methods: f.Methods
    participants: f.Participants = None
    gathered: f.Gathered = None
    builds_on: f.BuildsOn = ()
    status: f.Status
    voucher: VoucherField = None
    source: SourceField = None
    doubt: f.Doubt = None
    feedback: FeedbackField = None
    review: ReviewField = None
    former_ids: f.FormerIds = ()
    note: f.Note = None
