"""The record type `test`."""

from typing import Literal, Self

from pydantic import BaseModel, Field, model_validator
from pydantic_core import PydanticCustomError

from insiktskarta.model import fields as f
from insiktskarta.model.field_types import CONFIG, OrLeftOut, Words
from insiktskarta.model.parts import ReviewField, SourceField


class Trial(BaseModel):
    """A trial in a place."""

    model_config = CONFIG

    type: Literal["test"] = Field(alias="typ", description="Posttypen.", examples=["test"])
    heading: f.Heading
    hypothesis: OrLeftOut[Words] = f.statement(
        "hypotes",
        "Vad vi tror ska hända och varför.",
        "Om mottagningen svarar på kvällen hör fler unga av sig.",
        required=False,
    )
    statement: OrLeftOut[Words] = f.statement(
        "beskrivning",
        "Vad som prövas eller har prövats.",
        "Telefonen är öppen till klockan 20 två kvällar i veckan.",
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
    builds_on: f.BuildsOn = ()
    contradicts: f.Contradicts = ()
    status: f.Status
    conditions: f.Conditions = None
    source: SourceField = None
    doubt: f.Doubt = None
    review: ReviewField = None
    former_ids: f.FormerIds = ()
    note: f.Note = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.hypothesis is None and self.statement is None:
            raise PydanticCustomError("trial_statement", "neither hypotes nor beskrivning")
        return self
