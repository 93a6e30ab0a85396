from collections.abc import Mapping
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from insiktskarta.cli import CLEAN, IMPOSSIBLE, console
from insiktskarta.cli import options as o
from insiktskarta.cli.app import Run
from insiktskarta.cli.corpora import opened
from insiktskarta.cli.ids import current_id
from insiktskarta.cli.record_options import described
from insiktskarta.files.workspace import SCHEMAS
from insiktskarta.model.language import N_

if TYPE_CHECKING:
    from insiktskarta.cli.draft import Draft  # pydantic, which no help text needs


_KEPT = N_("Nothing has been saved. What you wrote still stands above.")


@described
def command(
    context: typer.Context,
    *,
    fields: Mapping[str, Any],
    yes: Annotated[bool, typer.Option("--yes", "-y", help=N_("Save without asking."))] = False,
    workspace: o.Workspace = None,
    lang: o.Language = None,
) -> int:
    """Write a record; what is missing is asked for when somebody is there to answer."""
    run: Run = context.obj
    somebody = console.somebody()
    try:
        draft = _draft(fields, run, somebody=somebody, yes=yes)
        if draft is None:
            return IMPOSSIBLE
        agreed = _agreed(draft, run, ask_first=somebody and not yes)
    except KeyboardInterrupt:
        console.say("\n" + run.language.text(_KEPT))
        raise
    if agreed:
        _save(*agreed, run, somebody=somebody)
    else:
        console.say(run.language.text(_KEPT))
    return CLEAN


def _agreed(draft: "Draft", run: Run, *, ask_first: bool) -> "tuple[Draft, frozenset[str]] | None":
    """What is to be saved, changed until the person is content, and former ids; None where nothing is."""
    from insiktskarta.cli import ask, changing
    from insiktskarta.cli.twin import others, tell_twin

    wanted: Draft | None = draft
    while wanted is not None:
        former, twin = others(run, wanted)
        _show(wanted, run, former)
        if twin:
            tell_twin(twin, run, somebody=ask_first)
        if not ask_first or ask.agreed(N_("Save?"), run.language):
            return wanted, former
        wanted = changing.changed(wanted, run.language, partial(_linked, run))
    return None


def _draft(fields: Mapping[str, Any], run: Run, *, somebody: bool, yes: bool) -> "Draft | None":
    """A draft that may be saved; None where it may not, which has been said."""
    from insiktskarta.cli import interview
    from insiktskarta.cli.given import drafted, unfinished
    from insiktskarta.files.workspace import find_root

    # Click hands over what may be repeated as a tuple.
    lists = {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}
    given = {name: value for name, value in lists.items() if value not in (None, [])}
    link = partial(_linked, run)
    draft, faults = drafted(find_root(run.folder), given, link)
    if somebody and not faults and draft.missing():
        _welcome(draft, run)
        return interview.completed(draft, run.language, link, more=not yes)
    told = unfinished(draft, faults)
    for fault in told:
        console.say(fault.text(run.language))
    return None if told else draft


def _welcome(draft: "Draft", run: Run) -> None:
    from insiktskarta.model.record import TYPES

    type_ = draft.vocabulary.label("typ", draft.type, run.language.code)
    said = [
        run.language.text(
            "New record of the type “{type}”. Ctrl-C ends without saving anything.", type=type_
        ),
        run.language.text(
            "The other types: {types}. Write for example “insikt add --typ {example}”.",
            types=", ".join(each for each in TYPES if each != draft.type),
            example=next(each for each in ("fråga", "test") if each != draft.type),
        ),
    ]
    console.write("".join(map(console.wrapped, said)))


def _linked(run: Run, written: str) -> str:
    # The corpus is let go at once: others wait while it is held, and a person may take long.
    with closing(opened(run)) as corpus:
        return current_id(corpus, written)


def _save(draft: "Draft", former: frozenset[str], run: Run, *, somebody: bool) -> None:
    from insiktskarta.files.workspace import has_schemas
    from insiktskarta.files.write import write_new
    from insiktskarta.model.masking import masked

    path = write_new(draft.root, draft.organisation, draft.stem(), draft.text(), former)
    shown = masked(path.relative_to(draft.root).as_posix())
    console.write(run.language.text("Saved: {path}", path=shown) + "\n")
    if not has_schemas(draft.root):
        _help_editors(draft, run, somebody=somebody)


def _help_editors(draft: "Draft", run: Run, *, somebody: bool) -> None:
    """Write the schemas that the first line of a record names, so that an editor finds them; the record is saved already."""
    from insiktskarta.cli.schema_command import written

    written(draft.root / SCHEMAS, draft.vocabulary)
    if somebody:
        message = N_("Editors find help on all fields in {folder}/, which has been made.")
        console.say(run.language.text(message, folder=SCHEMAS))


def _show(draft: "Draft", run: Run, former: frozenset[str]) -> None:
    """Show the file as it will be saved, and under which name."""
    from insiktskarta.files.write import free_name
    from insiktskarta.model.masking import masked

    name = free_name(draft.root, draft.organisation, draft.stem(), former)
    path = draft.path().with_stem(name)
    console.write(f"\n{masked(path.as_posix())}\n\n{draft.preview()}\n")
    if name != draft.stem():
        console.say(
            run.language.text(
                "The name {path} is taken, so the file gets a number.", path=masked(draft.path().as_posix())
            )
        )
    if draft.preview() != draft.text():
        console.say(
            run.language.text(
                "Something here looks like a personal number, a telephone number or an e-mail address and is masked above. Leave it out: what is saved can spread."
            )
        )
    for finding in draft.findings():
        console.say(f"{finding.code} {finding.text(run.language)}")
