from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Any

import typer

from insiktskarta.cli import CLEAN, IMPOSSIBLE, console
from insiktskarta.cli import options as o
from insiktskarta.cli.app import Run
from insiktskarta.cli.ids import current_id
from insiktskarta.model.language import N_

if TYPE_CHECKING:
    from insiktskarta.cli.draft import Draft  # pydantic, which no help text needs

Texts = list[str] | None


def command(
    context: typer.Context,
    typ: Annotated[
        str | None,
        typer.Option("--typ", metavar=N_("TYPE"), help=N_("Record type; insikt unless another is named.")),
    ] = None,
    organisation: Annotated[
        str | None, typer.Option("--organisation", metavar=N_("NAME"), help=N_("Whose record it is."))
    ] = None,
    rubrik: Annotated[
        str | None,
        typer.Option("--rubrik", metavar=N_("TEXT"), help=N_("One line that says the most important.")),
    ] = None,
    insikt: Annotated[
        str | None, typer.Option("--insikt", metavar=N_("TEXT"), help=N_("The insight."))
    ] = None,
    fråga: Annotated[
        str | None, typer.Option("--fråga", "--fraga", metavar=N_("TEXT"), help=N_("The question."))
    ] = None,
    hypotes: Annotated[
        str | None,
        typer.Option("--hypotes", metavar=N_("TEXT"), help=N_("What is thought to happen in a trial.")),
    ] = None,
    beskrivning: Annotated[
        str | None,
        typer.Option("--beskrivning", metavar=N_("TEXT"), help=N_("What a study or trial is about.")),
    ] = None,
    lärdom: Annotated[
        str | None, typer.Option("--lärdom", "--lardom", metavar=N_("TEXT"), help=N_("The lesson."))
    ] = None,
    perspektiv: o.Perspectives = None,
    grupp: o.Groups = None,
    livssituation: o.Situations = None,
    kön: o.Genders = None,
    röst: Annotated[
        str | None,
        typer.Option(
            "--röst", "--rost", metavar=N_("TERM"), help=N_("Whose words: egen, företrädare, medarbetare …")
        ),
    ] = None,
    förflyttning: o.Shifts = None,
    tema: o.Themes = None,
    tvärperspektiv: o.CrossCutting = None,
    metod: o.Methods = None,
    antal: Annotated[
        int | None, typer.Option("--antal", metavar=N_("NUMBER"), help=N_("How many people took part."))
    ] = None,
    insamlad: Annotated[
        str | None,
        typer.Option(
            "--insamlad",
            metavar=N_("TIME"),
            help=N_("When it was gathered: 2024, 2024-10 or 2024-08/2024-12."),
        ),
    ] = None,
    citat: Annotated[
        Texts,
        typer.Option(
            "--citat", metavar=N_("TEXT"), help=N_("A quote with nothing in it that points out a person.")
        ),
    ] = None,
    bygger_på: Annotated[
        Texts, typer.Option("--bygger-på", "--bygger-pa", metavar="ID", help=N_("What it rests on."))
    ] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", metavar=N_("TERM"), help=N_("How far it has come, such as pågående.")),
    ] = None,
    osäkert: Annotated[
        str | None,
        typer.Option("--osäkert", "--osakert", metavar=N_("TEXT"), help=N_("What is uncertain about it.")),
    ] = None,
    anteckning: Annotated[
        str | None, typer.Option("--anteckning", metavar=N_("TEXT"), help=N_("A note of your own."))
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=N_("Save without asking."))] = False,
    workspace: o.Workspace = None,
    lang: o.Language = None,
) -> int:
    """Write a record; what is missing is asked for when somebody is there to answer."""
    from insiktskarta.cli import ask
    from insiktskarta.cli.draft import Draft
    from insiktskarta.files.workspace import find_root
    from insiktskarta.files.write import write_new
    from insiktskarta.model.masking import masked

    run: Run = context.obj
    root = find_root(run.folder)
    somebody = console.somebody()
    try:
        draft = _complete(Draft.open(root, _given(context)), run, somebody=somebody)
        agreed = yes or not somebody or ask.agreed(N_("Save?"), run.language)
    except KeyboardInterrupt:
        console.say("\n" + run.language.text("Nothing has been saved."))
        raise
    if not agreed:
        console.say(run.language.text("Nothing has been saved."))
        return IMPOSSIBLE
    with closing(o.corpus_of(context)) as corpus:
        former = {id_ for (id_,) in corpus.rows("SELECT id FROM former")}
    path = write_new(root, draft.organisation, draft.stem(), draft.text(), former)
    shown = masked(path.relative_to(root).as_posix())
    console.write(run.language.text("Saved: {path}", path=shown) + "\n")
    return CLEAN


def _complete(draft: "Draft", run: Run, *, somebody: bool) -> "Draft":
    """The draft with nothing missing, after it has been shown as it will be saved."""
    from insiktskarta.cli import ask

    draft = ask.completed(draft, run.language) if somebody and draft.missing() else draft.checked()
    console.write(f"\n{draft.path().as_posix()}\n\n{draft.preview()}\n")
    if draft.preview() != draft.text():
        console.say(
            run.language.text(
                "Something here looks like a personal number, a telephone number or an e-mail address and is masked above. Leave it out: what is saved can spread."
            )
        )
    for finding in draft.findings():
        console.say(f"{finding.code} {finding.text(run.language)}")
    return draft


# Option to key, where they differ: an option names one value, its key may name a list of them.
_KEYS = {
    "grupp": "grupper",
    "förflyttning": "förflyttningar",
    "tema": "teman",
    "metod": "metoder",
    "bygger_på": "bygger-på",
}
_NO_FIELDS = {"yes", "workspace", "lang"}


def _given(context: typer.Context) -> dict[str, Any]:
    """The fields that were given as options, by key; links as the ids that they mean."""
    fields = {
        _KEYS.get(name, name): value for name, value in context.params.items() if name not in _NO_FIELDS
    }
    # Click hands over what may be repeated as a tuple.
    lists = {key: list(value) if isinstance(value, tuple) else value for key, value in fields.items()}
    given = {key: value for key, value in lists.items() if value not in (None, [])}
    if "bygger-på" in given:
        with closing(
            o.corpus_of(context)
        ) as corpus:  # others wait while it is held, and a person may take long
            given["bygger-på"] = [current_id(corpus, each) for each in given["bygger-på"]]
    return given
