"""Where a text has so many digits together that they may be a number of somebody's."""

import re

# At most three signs between two digits, and one broken line. Five digits are a postal code.
_RUN = re.compile(r"[0-9](?:[ \t()./+-]{0,3}(?:\n[ ]+)?[0-9]){4,}")


def runs(text: str) -> tuple[tuple[int, int], ...]:
    """Spans of five or more digits and the signs between them."""
    return tuple(run.span() for run in _RUN.finditer(text))
