"""The record type `lärdom`."""

from typing import Literal

from pydantic import BaseModel, Field

from insiktskarta.model import fields as f
from insiktskarta.model.field_types import CONFIG, Words
from insiktskarta.model.parts import ReviewField, SourceField


class Lesson(BaseModel):
    """A pattern or lesson about the change itself, often staff's."""

    model_config = CONFIG

    type: Literal["lärdom"] = Field(alias="typ", description="Posttypen.", examples=["lärdom"])
    heading: f.Heading
    statement: Words = f.statement(
        "lärdom",
        "Mönstret eller lärdomen om själva förändringen.",
        "Att sitta nära varandra gör samverkan lättare.",
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
    contradicts: f.Contradicts = ()
    conditions: f.Conditions = None
    source: SourceField = None
    doubt: f.Doubt = None
    review: ReviewField = None
    former_ids: f.FormerIds = ()
    note: f.Note = None
