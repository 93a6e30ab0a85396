from typing import TYPE_CHECKING, Annotated

import typer

from insiktskarta.cli import CLEAN, completing, console
from insiktskarta.cli import options as o
from insiktskarta.cli.app import Run
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language

if TYPE_CHECKING:
    from insiktskarta.rules.rule import Rule

_WIDEST = 100


def command(
    context: typer.Context,
    code: Annotated[
        str | None,
        typer.Argument(
            autocompletion=completing.codes,
            metavar=N_("[CODE]"),
            help=N_(
                "The rule, such as PD101, or the beginning of its code or a word; without it, all are listed."
            ),
        ),
    ] = None,
    lang: o.Language = None,
) -> int:
    """Explain a rule, or list them all."""
    from insiktskarta.rules import all_rules
    from insiktskarta.show.rule_page import listing, page

    run: Run = context.obj
    if code is None:
        console.write(listing(all_rules(), run.language, console.width()))
        return CLEAN
    found = next((rule for rule in all_rules() if code.casefold() in (rule.code.casefold(), rule.name)), None)
    if found is None:
        some = [each for each in all_rules() if _about(each, code.casefold(), run.language)]
        if some:
            console.write(listing(some, run.language, console.width()))
            return CLEAN
        raise InsiktError(N_("There is no rule “{code}”. “insikt rule” lists them."), code=code)
    console.write(page(found, run.language, min(console.width() or 80, _WIDEST)))
    return CLEAN


def _about(rule: "Rule", word: str, language: Language) -> bool:
    """Whether a rule's code begins with a word, or its name or what it asks has the word in it."""
    if not word.strip():
        return False
    summary = language.text(rule.summary).casefold()
    return rule.code.casefold().startswith(word) or word in rule.name or word in summary
