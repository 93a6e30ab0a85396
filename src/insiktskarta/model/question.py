"""The record type `fråga`."""

from typing import Literal

from pydantic import BaseModel, Field

from insiktskarta.model import fields as f
from insiktskarta.model.field_types import CONFIG, Words
from insiktskarta.model.parts import ReviewField, SourceField


class Question(BaseModel):
    """An exploratory question, "How might we …?"."""

    model_config = CONFIG

    type: Literal["fråga"] = Field(alias="typ", description="Posttypen.", examples=["fråga"])
    heading: f.Heading
    statement: Words = f.statement(
        "fråga",
        "En utforskande fråga: Hur kan vi …?",
        "Hur kan vi nå unga innan läget är akut?",
        required=True,
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
    builds_on: f.BuildsOn = ()
    source: SourceField = None
    doubt: f.Doubt = None
    review: ReviewField = None
    former_ids: f.FormerIds = ()
    note: f.Note = None
