"""What is said of excuses that no rule can need."""

from collections.abc import Iterable, Iterator

from insiktskarta.model.finding import Finding
from insiktskarta.model.language import N_
from insiktskarta.model.suppression import NO_CODE
from insiktskarta.rules import all_rules


def named(about: Iterable[Finding]) -> Iterator[Finding]:
    """Findings about excuses, where one with a code that no rule has is said to have that.

    Args:
        about: what is said of them by who knows no rules. Where nothing is, no rule is loaded.
    """
    for each in about:
        code = dict(each.values).get("code")
        if code is None or any(rule.code.startswith(code) for rule in all_rules()):
            yield each
        else:
            message = N_("There is no rule “{code}”. “insikt rule” lists them.")
            yield Finding(each.path, each.line, each.column, NO_CODE, "error", message, each.values)
