"""Which rules about personal data the settings of a workspace leave out, so that nobody believes they were looked for."""

from collections.abc import Iterable, Mapping
from typing import Any

from insiktskarta.cli.checking import Wish
from insiktskarta.model.finding import PERSONAL_DATA
from insiktskarta.model.language import N_, Language

_SAID = N_(
    "insikt.yaml leaves out rules about personal data: {rules}. Nothing is said of what they look for."
)


def left_out(settings: Mapping[str, Any], wish: Wish, language: Language) -> tuple[str, ...]:
    """A closing note where settings leave out rules about personal data that the command line asks for, or nothing.

    Args:
        settings: what `insikt.yaml` says of the linter.
        wish: what the command line says.
        language: of the note.
    """
    if not any(settings.get(key) for key in ("select", "ignore", "per_path")):
        return ()
    rules = list(_rules(settings, wish))
    return (language.text(_SAID, rules=", ".join(rules)),) if rules else ()


def _rules(settings: Mapping[str, Any], wish: Wish) -> Iterable[str]:
    from insiktskarta.rules import all_rules

    told, whole = wish.wants({}), wish.wants({**settings, "per_path": {}})
    asked = [rule.code for rule in all_rules() if rule.code.startswith(PERSONAL_DATA) and told(rule.code, "")]
    off = [code for code in asked if not whole(code, "")]
    yield from [PERSONAL_DATA] if off and off == asked else off
    for pattern, codes in settings.get("per_path", {}).items():
        here = (code for code in codes if code.startswith(PERSONAL_DATA))
        yield from (
            f"{code} ({pattern})"
            for code in here
            if any(each.startswith(code) for each in set(asked) - set(off))
        )
