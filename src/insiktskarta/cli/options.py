"""Options that several commands share. An option that names a field is called what the field is called."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from insiktskarta.cli import completing, console
from insiktskarta.cli.app import Run
from insiktskarta.cli.clean_lint import PROCESSES
from insiktskarta.files.index import Day, open_corpus
from insiktskarta.files.workspace import find_root
from insiktskarta.model.corpus import Corpus
from insiktskarta.model.language import N_
from insiktskarta.query.question import Question, question

Words = list[str] | None

Organisations = Annotated[
    Words,
    typer.Option(
        "--organisation",
        autocompletion=completing.organisations,
        metavar=N_("NAME"),
        help=N_("Municipality, region or other organisation. May be repeated."),
    ),
]
Types = Annotated[
    Words,
    typer.Option(
        "--typ",
        autocompletion=completing.terms("typ"),
        metavar=N_("TYPE"),
        help=N_("Record type, such as insikt or test."),
    ),
]
Perspectives = Annotated[
    Words,
    typer.Option(
        "--perspektiv",
        autocompletion=completing.terms("perspektiv"),
        metavar=N_("TERM"),
        help=N_("Circle: klienter, riskgrupp or invånare."),
    ),
]
Groups = Annotated[
    Words,
    typer.Option(
        "--grupp",
        autocompletion=completing.terms("grupper"),
        metavar=N_("TERM"),
        help=N_("Life stage, such as ungdomar; includes narrower groups."),
    ),
]
Situations = Annotated[
    Words,
    typer.Option(
        "--livssituation",
        autocompletion=completing.terms("livssituation"),
        metavar=N_("TERM"),
        help=N_("Life situation."),
    ),
]
Genders = Annotated[
    Words,
    typer.Option(
        "--kön",
        "--kon",
        autocompletion=completing.terms("kön"),
        metavar=N_("TERM"),
        help=N_("Gender, where the source says it."),
    ),
]
Voices = Annotated[
    Words,
    typer.Option(
        "--röst",
        "--rost",
        autocompletion=completing.terms("röst"),
        metavar=N_("TERM"),
        help=N_("Whose words: egen, företrädare, medarbetare …"),
    ),
]
Shifts = Annotated[
    Words,
    typer.Option(
        "--förflyttning",
        "--forflyttning",
        autocompletion=completing.terms("förflyttningar"),
        metavar=N_("TERM"),
        help=N_("The shift that is asked for."),
    ),
]
Themes = Annotated[
    Words,
    typer.Option(
        "--tema",
        autocompletion=completing.terms("teman"),
        metavar=N_("TERM"),
        help=N_("One of the four themes."),
    ),
]
CrossCutting = Annotated[
    Words,
    typer.Option(
        "--tvärperspektiv",
        "--tvarperspektiv",
        autocompletion=completing.terms("tvärperspektiv"),
        metavar=N_("TERM"),
        help=N_("Cross-cutting perspective."),
    ),
]
Methods = Annotated[
    Words,
    typer.Option(
        "--metod",
        autocompletion=completing.terms("metoder"),
        metavar=N_("TERM"),
        help=N_("How the material was gathered."),
    ),
]
Statuses = Annotated[
    Words,
    typer.Option(
        "--status",
        autocompletion=completing.terms("status"),
        metavar=N_("TERM"),
        help=N_("How far it has come, such as pågående."),
    ),
]
Text = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=N_("[WORD]..."),
        help=N_('Words that all occur; “ensam” finds “ensamhet”, and “"a b"” a phrase.'),
    ),
]
Language = Annotated[
    str | None, typer.Option("--lang", metavar="sv|en", help=N_("Language of messages, maps and reports."))
]
Workspace = Annotated[
    str | None,
    typer.Option(
        "--workspace",
        metavar=N_("FOLDER"),
        help=N_("The folder with insights/ in it, when it is not the current one."),
    ),
]
At = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar=N_("REV|DATE"),
        help=N_("As it was in git at a revision, or on a day such as 2024-10-23."),
    ),
]
Open = Annotated[bool, typer.Option("--open", help=N_("Show the picture when it is done."))]
Title = Annotated[str | None, typer.Option("--title", metavar=N_("TEXT"), help=N_("The picture's title."))]


class ThemeName(StrEnum):
    """The colours that pictures can have."""

    print = "print"
    screen = "screen"
    dark = "dark"
    grey = "grey"


Theme = Annotated[
    ThemeName,
    typer.Option("--theme", help=N_("Colours for print, a screen, a dark page, or greys only.")),
]
Color = Annotated[
    str | None,
    typer.Option(
        "--color",
        "--colour",
        metavar=N_("FACET"),
        help=N_(
            "What colour and shape of marks show: grupper unless you say livssituation, röst, tema, förflyttning or organisation."
        ),
    ),
]
Dpi = Annotated[int, typer.Option("--dpi", min=30, max=1200, help=N_("Pixels an inch of a PNG."))]
Width = Annotated[
    float | None,
    typer.Option(
        "--width",
        metavar="MM",
        min=50,
        max=2000,
        help=N_("Width on paper in millimetres, such as 420 for a poster."),
    ),
]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar=N_("FILE"), help=N_("The file to write."))
]

FACETS = {
    "perspektiv": "perspektiv",
    "grupp": "grupper",
    "livssituation": "livssituation",
    "kön": "kön",
    "röst": "röst",
    "förflyttning": "förflyttningar",
    "tema": "teman",
    "tvärperspektiv": "tvärperspektiv",
    "metod": "metoder",
    "status": "status",
}


class RecordFormat(StrEnum):
    """How records are written out."""

    table = "table"
    json = "json"
    csv = "csv"
    yaml = "yaml"
    ids = "ids"


class TableFormat(StrEnum):
    """How counts are written out."""

    table = "table"
    json = "json"
    csv = "csv"


def corpus_of(context: typer.Context, day: Day | None = None) -> Corpus:
    """The corpus of the workspace that a run is about, closed when the command is done."""
    when = context.params.get("at")
    if when is not None:
        return earlier_corpus(context, when)
    corpus = opened(context.obj, day)
    context.call_on_close(corpus.close)
    return corpus


def opened(run: Run, day: Day | None = None) -> Corpus:
    """The corpus of the workspace that a run is about, for the caller to close."""
    return open_corpus(find_root(run.folder), processes=PROCESSES, day=day)


def earlier_corpus(context: typer.Context, when: str) -> Corpus:
    """The corpus as it was at a revision or on a day, closed when the command is done."""
    from insiktskarta.files.earlier import corpus_at

    run: Run = context.obj
    corpus = corpus_at(find_root(run.folder), when)
    context.call_on_close(corpus.close)
    return corpus


def asked(corpus: Corpus, parameters: Mapping[str, Any], *, types: tuple[str, ...] = ()) -> Question:
    """The question that a command's filter options ask.

    Args:
        corpus: what is asked.
        parameters: of the command, by name.
        types: the record types when none is asked for.
    """
    organisations = parameters.get("organisation") or ()
    registry = None
    if any(word not in corpus.organisations for word in organisations):
        from insiktskarta.files.settings import (
            common_registry,
        )  # only for names that the corpus does not have as ids

        registry = common_registry().with_local(corpus.organisations.values())
    text = " ".join(parameters.get("text") or ())
    if text:
        from insiktskarta.files.fulltext import fill

        fill(corpus)
    return question(
        corpus,
        registry,
        organisations=organisations,
        types=parameters.get("typ") or types,
        terms={facet: parameters.get(name) or () for name, facet in FACETS.items()},
        text=text,
    )


def hide_text(run: Run, corpus: Corpus) -> frozenset[str]:
    """Leave the text out of what nobody has read, where the workspace says so; the ids of those records."""
    if not corpus.review_required:
        return frozenset()
    from insiktskarta.query.reviewed import hide_unreviewed as hide

    return hide(corpus, run.language.text("(not reviewed)"))


def hide_unreviewed(run: Run, corpus: Corpus, question: Question) -> None:
    """Before an export of text: leave out what nobody has read, where the workspace says so, and say how much."""
    hidden = hide_text(run, corpus)
    if not hidden:
        return
    from insiktskarta.query.select import where

    condition, parameters = where(corpus, question)
    asked = [row[0] for row in corpus.rows(f"SELECT id FROM record WHERE {condition}", parameters)]
    if count := sum(each in hidden for each in asked):
        console.say(
            run.language.plural(
                "{n} record is not reviewed, and its text is left out. Let somebody read it for personal data and add “granskad”.",
                "{n} records are not reviewed, and their text is left out. Let somebody read them for personal data and add “granskad”.",
                count,
            )
        )


def warn_of_unread(run: Run, corpus: Corpus) -> None:
    """Say so when files could not be read: what is counted or drawn lacks them."""
    count = corpus.value("SELECT count(*) FROM file WHERE path NOT IN (SELECT path FROM record)")
    misplaced = corpus.value("SELECT count(DISTINCT path) FROM finding WHERE code = 'FO104'")
    if count or misplaced:
        console.say(
            run.language.plural(
                "{n} file cannot be read and is not counted. “insikt lint” says why.",
                "{n} files cannot be read and are not counted. “insikt lint” says why.",
                count + misplaced,
            )
        )
