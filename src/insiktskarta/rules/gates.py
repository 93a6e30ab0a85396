"""Gates that several rules about records share: where one is closed, none of the rules behind it is asked."""

from insiktskarta.model.record import Record
from insiktskarta.rules.rule import Context


def is_insight(record: Record, _: Context) -> bool:
    """Whether a record is an insight."""
    return record.content.type == "insikt"


def is_study(record: Record, _: Context) -> bool:
    """Whether a record is a study."""
    return record.content.type == "insiktsarbete"


def has_odd_terms(record: Record, context: Context) -> bool:
    """Whether a term is unknown, replaced or repeated, as in few records."""
    terms = {(facet, term) for facet, _, term in record.terms}
    return len(terms) < len(record.terms) or not terms <= context.vocabulary.current
