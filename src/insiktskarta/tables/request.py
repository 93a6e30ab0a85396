"""What a picture is asked to show: the corpus, the question, and the words around it."""

from collections.abc import Callable
from dataclasses import dataclass

from insiktskarta.model.corpus import Corpus
from insiktskarta.model.kinds import capital, kind_of, many
from insiktskarta.model.language import Language
from insiktskarta.query.question import Question
from insiktskarta.tables.perspective_regions import Provenance

INSIGHTS = ("insikt",)
GROUPS = "grupper"


Counts = tuple[int, int, int, int, int, int, int]
"""Records of the seven regions, in the order of `REGIONS`."""
Circles = tuple[tuple[float, float, float], ...]
"""Three circles: x, y (downwards) and radius each, in any unit."""
Layout = Callable[[Counts], Circles]


@dataclass(frozen=True, slots=True)
class Request:
    """One request for a picture's table.

    Attributes:
        corpus: where records are counted.
        question: which records count.
        provenance: what the source line says.
        language: of all labels.
        title: that the person chose, already masked; empty for the picture's own.
        by: the facet or dimension that the picture divides records by; empty for the picture's own.
        earlier: the records as they were, for pictures that compare; None for others.
        layout: the circles of an area-proportional picture; None where the caller has no layout.
    """

    corpus: Corpus
    question: Question
    provenance: Provenance
    language: Language
    title: str = ""
    by: str = ""
    earlier: Corpus | None = None
    layout: Layout | None = None

    @property
    def place(self) -> str:
        """The organisation that is asked about, empty where there is none or several."""
        slugs = self.question.organisations
        return self.corpus.organisation_name(slugs[0]) if len(slugs) == 1 else ""

    @property
    def kind(self) -> str:
        """The type of the records that count, or empty where there are several."""
        return kind_of(self.question.types)

    def titled(self, everywhere: str, here: str) -> str:
        """The chosen title, or the picture's own: a message for all, and one that names the `{organisation}`.

        Both may name what is shown as `{many}`, or as `{Many}` where it begins a sentence.
        """
        if self.title:
            return self.title
        nouns = many(self.language, self.kind)
        words = {"many": nouns, "Many": capital(nouns), "organisation": self.place}
        return self.language.text(here if self.place else everywhere, **words)
