"""Where the workspace asks for it, somebody has read every record for personal data."""

from collections.abc import Iterator

from insiktskarta.model.language import N_
from insiktskarta.model.record import Record
from insiktskarta.rules.examples import GOOD
from insiktskarta.rules.rule import Context, Hit, Rule


def _record(record: Record, context: Context) -> Iterator[Hit]:
    if context.review_required and record.content.review is None:
        message = N_(
            "Nobody has noted that this is read for personal data. Let somebody else than the writer read it, and add “granskad” with “av” (a role, not a person) and “datum”."
        )
        yield Hit((), message, {})


RULE = Rule(
    code="PD601",
    name="unreviewed",
    severity="error",
    summary=N_("Where the workspace asks for it, somebody has read every record for personal data."),
    why=N_(
        "The other rules know patterns, not people: only a reader sees that a quote gives somebody away. Where insikt.yaml says “kräv-granskning: true”, a record without “granskad” fails the check, and its text is left out of reports, maps, figures and files until somebody has read it."
    ),
    bad=GOOD,
    good=GOOD + "granskad:\n  av: dataskyddssamordnare\n  datum: 2025-03-01\n",
    settings="kräv-granskning: true\n",
    record=_record,
)
