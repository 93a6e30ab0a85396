"""The record type `fråga`."""

from typing import Literal

from pydantic import BaseModel, Field

from insiktskarta.model import fields as f


class Question(BaseModel):
    """An exploratory question, "How might we …?"."""

    model_config = f.CONFIG

    type: Literal["fråga"] = Field(alias="typ", description="Posttypen.", examples=["fråga"])
    heading: f.Heading
    statement: f.Words = f.statement(
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
    source: f.SourceField = None
    doubt: f.Doubt = None
    review: f.ReviewField = None
    former_ids: f.FormerIds = ()
    note: f.Note = None
