from contextlib import closing
from typing import TYPE_CHECKING, Annotated, Any

import typer

from insiktskarta.cli import CLEAN, console
from insiktskarta.cli import facet_options as f
from insiktskarta.cli import options as o
from insiktskarta.cli.app import Run
from insiktskarta.cli.corpora import corpus_of
from insiktskarta.cli.ids import current_id
from insiktskarta.files.workspace import SCHEMAS
from insiktskarta.model.errors import InsiktError
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
    perspektiv: f.Perspectives = None,
    grupp: f.Groups = None,
    livssituation: f.Situations = None,
    kön: f.Genders = None,
    röst: Annotated[
        str | None,
        typer.Option(
            "--röst", "--rost", metavar=N_("TERM"), help=N_("Whose words: egen, företrädare, medarbetare …")
        ),
    ] = None,
    förflyttning: f.Shifts = None,
    tema: f.Themes = None,
    tvärperspektiv: f.CrossCutting = None,
    metod: f.Methods = None,
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
    nytt: Annotated[
        str | None, typer.Option("--nytt", metavar=N_("TEXT"), help=N_("What was new in it."))
    ] = None,
    känt: Annotated[
        str | None, typer.Option("--känt", "--kant", metavar=N_("TEXT"), help=N_("What was known before."))
    ] = None,
    utmaning: Annotated[
        str | None,
        typer.Option("--utmaning", metavar=N_("TEXT"), help=N_("The challenge that it points at.")),
    ] = None,
    värdeskapande: Annotated[
        str | None,
        typer.Option(
            "--värdeskapande",
            "--vardeskapande",
            metavar=N_("TEXT"),
            help=N_("What would be of value to people."),
        ),
    ] = None,
    gäller_under: Annotated[
        str | None,
        typer.Option(
            "--gäller-under",
            "--galler-under",
            metavar=N_("TEXT"),
            help=N_("The conditions under which it held."),
        ),
    ] = None,
    källa: Annotated[
        str | None,
        typer.Option("--källa", "--kalla", metavar=N_("TEXT"), help=N_("The document that it is from.")),
    ] = None,
    bygger_på: Annotated[
        Texts, typer.Option("--bygger-på", "--bygger-pa", metavar="ID", help=N_("What it rests on."))
    ] = None,
    motsäger: Annotated[
        Texts, typer.Option("--motsäger", "--motsager", metavar="ID", help=N_("What it speaks against."))
    ] = None,
    lika: Annotated[
        Texts, typer.Option("--lika", metavar="ID", help=N_("The same insight elsewhere."))
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
    from insiktskarta.files.workspace import find_root, has_schemas
    from insiktskarta.files.write import write_new
    from insiktskarta.model.masking import masked

    run: Run = context.obj
    root = find_root(run.folder)
    somebody = console.somebody()
    try:
        draft = Draft.open(root, _given(context))
        draft = ask.completed(draft, run.language) if somebody and draft.missing() else draft.checked()
        former, twin = _others(context, draft)
        _show(draft, run, former)
        if twin:
            _tell_twin(twin, run, somebody=somebody and not yes)
        agreed = yes or not somebody or ask.agreed(N_("Save?"), run.language)
    except KeyboardInterrupt:
        console.say("\n" + run.language.text("Nothing has been saved."))
        raise
    if not agreed:
        console.say(run.language.text("Nothing has been saved."))
        return CLEAN
    path = write_new(root, draft.organisation, draft.stem(), draft.text(), former)
    shown = masked(path.relative_to(root).as_posix())
    console.write(run.language.text("Saved: {path}", path=shown) + "\n")
    if not has_schemas(root):
        _help_editors(draft, run, somebody=somebody)
    return CLEAN


def _help_editors(draft: "Draft", run: Run, *, somebody: bool) -> None:
    """Write the schemas that the first line of a record names, so that an editor finds them; the record is saved already."""
    from insiktskarta.cli.schema_command import written

    written(draft.root / SCHEMAS, draft.vocabulary)
    if somebody:
        message = N_("Editors find help on all fields in {folder}/, which has been made.")
        console.say(run.language.text(message, folder=SCHEMAS))


def _others(context: typer.Context, draft: "Draft") -> tuple[frozenset[str], str]:
    """What the other records have to do with a new one: the ids that they had before, and one that says the same."""
    from insiktskarta.files.entry import alike
    from insiktskarta.query.similar import normal

    heading, statement = draft.fields.get("rubrik", ""), draft.statement()
    linked = {*draft.fields.get("lika", ()), *draft.fields.get("bygger-på", ())}
    with closing(corpus_of(context)) as corpus:
        former = frozenset(id_ for (id_,) in corpus.rows("SELECT id FROM former"))
        near = corpus.rows("SELECT id, heading, statement FROM record WHERE alike = ?", (alike(heading),))
    said = normal(heading), normal(statement)
    twins = (id_ for id_, *texts in near if (normal(texts[0]), normal(texts[1])) == said)
    return former, next((id_ for id_ in twins if id_ not in linked and statement), "")


def _tell_twin(twin: str, run: Run, *, somebody: bool) -> None:
    """Say that another record says the same; where nobody can think again, nothing is saved.

    Raises:
        InsiktError: nobody is there.
    """
    from insiktskarta.model.masking import masked

    if not somebody:
        message = N_(
            "“{other}” says exactly the same, so nothing has been saved. Link it with “--lika {other}” if two places found it on their own."
        )
        raise InsiktError(message, other=masked(twin))
    console.say(
        run.language.text(
            "“{other}” says exactly the same. Save only if two places found it on their own.",
            other=masked(twin),
        )
    )


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


# Option to key, where they differ: an option names one value, its key may name a list of them.
_KEYS = {
    "grupp": "grupper",
    "förflyttning": "förflyttningar",
    "tema": "teman",
    "metod": "metoder",
    "bygger_på": "bygger-på",
    "gäller_under": "gäller-under",
}
_LINKS = ("bygger-på", "motsäger", "lika")
_NO_FIELDS = {"yes", "workspace", "lang"}


def _given(context: typer.Context) -> dict[str, Any]:
    """The fields that were given as options, by key; links as the ids that they mean."""
    fields = {
        _KEYS.get(name, name): value for name, value in context.params.items() if name not in _NO_FIELDS
    }
    # Click hands over what may be repeated as a tuple.
    lists = {key: list(value) if isinstance(value, tuple) else value for key, value in fields.items()}
    given = {key: value for key, value in lists.items() if value not in (None, [])}
    links = [key for key in _LINKS if key in given]
    if links:
        # Others wait while it is held, and a person may take long.
        with closing(corpus_of(context)) as corpus:
            given |= {key: [current_id(corpus, each) for each in given[key]] for key in links}
    if "källa" in given:
        given["källa"] = {"dokument": given["källa"]}
    return given
