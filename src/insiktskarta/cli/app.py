"""From arguments to a command, and from whatever happens to an exit code."""

import errno
import gc
import importlib
import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from insiktskarta.cli import BUG, CLEAN, IMPOSSIBLE, INTERRUPTED, console
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_, Language
from insiktskarta.model.masking import masked
from insiktskarta.show.messages import CODES, language

# Order is a decision: as a coordinator meets them.
COMMANDS = {
    "add": N_("Write a new record, by answering questions or by options alone."),
    "lint": N_("Check the records and say what is wrong, and where."),
    "rule": N_("Explain a rule of lint, or list them."),
    "query": N_("Find records by facets and words."),
    "show": N_("Show one record with its links both ways."),
    "aggregate": N_("Count records, by default per organisation and type."),
    "map": N_("Draw the insight map."),
    "figure": N_("Draw another figure, or list them."),
    "report": N_("Write a report in Markdown, with the map."),
    "schema": N_("Write the JSON Schemas that editors use, or list the terms."),
}
_ABOUT = N_(
    "Insight maps as plain text: one insight is one YAML file in the folder insights/. "
    "Start with “insikt add”, then “insikt map”."
)
_EPILOG = N_("Every command has its own help: “insikt map --help”. Another language: “--lang en”.")
_DEFAULT_LANGUAGE = "sv"
_LANGUAGE_LINE = re.compile(rb"^(?:spr\xc3\xa5k|spra\xcc\x8ak): *[\"']?(sv|en)\b", re.MULTILINE)
_COMPLETION = "_INSIKT_COMPLETE"


@dataclass(frozen=True, slots=True)
class Run:
    """What every command is handed through the context.

    Attributes:
        language: that the person is addressed in.
        folder: that was named with --workspace, or the current one.
        own_language: whether the language was named for this run alone, with --lang.
    """

    language: Language
    folder: Path
    own_language: bool = False


def run(arguments: list[str]) -> int:
    """Run a command line; the exit code."""
    gc.disable()  # a command is done before collecting would give anything back
    console.prepare()
    code = _tried(arguments)
    try:
        console.release()
    except BrokenPipeError:
        console.give_up()
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:  # the disk that the answer goes to is full
        console.give_up()
        console.say(refused(error, _named_language(arguments)))
        console.release()
        return IMPOSSIBLE
    return code


def _tried(arguments: list[str]) -> int:
    spoken = _named_language(arguments)
    try:
        arguments = [_composed(word) for word in arguments]
        code, arguments = _language_option(arguments)
        folder, arguments = _folder_option(arguments)
        spoken = language(code or _environment_language() or _workspace_language(folder))
        return _answered(Run(spoken, folder, own_language=code is not None), arguments)
    except InsiktError as error:
        return _impossible(error.text(spoken))
    except KeyboardInterrupt:
        console.say("")
        return INTERRUPTED
    except BrokenPipeError:
        console.give_up()
        return CLEAN
    except OSError as error:  # a folder that is protected is no fault of ours
        return _impossible(refused(error, spoken))
    except Exception as error:  # noqa: BLE001 - the one boundary: a bug becomes a report, never a traceback
        from insiktskarta.cli.bug import report

        console.say(report(error, arguments, spoken))
        return BUG


def _answered(run: Run, arguments: list[str]) -> int:
    """The exit code of a command, which has said its answer; asked once more where the index may be damaged."""
    try:
        return _invoke(run, arguments)
    except Exception as error:
        from insiktskarta.files.index import discard, may_be_damage

        if not may_be_damage(error):
            raise
        from insiktskarta.files.workspace import find_root

        console.forget()
        discard(find_root(run.folder))
    return _invoke(run, arguments)


def _impossible(reason: str) -> int:
    console.say(masked(reason))
    return IMPOSSIBLE


def refused(error: OSError, spoken: Language) -> str:
    """What the system refused, in words."""
    code = errno.errorcode.get(error.errno or 0, type(error).__name__)
    file = error.filename2 or error.filename
    if file is None:
        return spoken.text("The system refuses to read or write ({code}).", code=code)
    return spoken.text(
        "{file} cannot be opened ({code}). Is it open in another program, or protected?",
        file=masked(os.fsdecode(file)),
        code=code,
    )


def _composed(word: str) -> str:
    # A terminal may send å as a and a ring; values are left as they are, since they may name files.
    if word.isascii() or not word.startswith("--"):
        return word
    name, sign, value = word.partition("=")
    return unicodedata.normalize("NFC", name) + sign + value


def _named_language(arguments: list[str]) -> Language:
    """The language of what is said where no workspace is known, which might name another."""
    try:
        return language(_language_option(arguments)[0] or _environment_language() or _DEFAULT_LANGUAGE)
    except InsiktError:
        return language(_DEFAULT_LANGUAGE)


def _environment_language() -> str | None:
    code = os.environ.get("INSIKT_LANG", "")[:2].lower()
    return _known_language(code) if code else None


def _known_language(code: str) -> str:
    if code not in CODES:
        raise InsiktError(
            N_("There is no language “{code}”. Choose one of: {codes}."), code=code, codes=", ".join(CODES)
        )
    return code


def _language_option(arguments: list[str]) -> tuple[str | None, list[str]]:
    value, rest = _taken(arguments, "--lang", "--language")
    return _known_language(value) if value is not None else None, rest


def _folder_option(arguments: list[str]) -> tuple[Path, list[str]]:
    value, rest = _taken(arguments, "--workspace")
    if value is not None and not Path(value).is_dir():
        raise InsiktError(N_("There is no folder {folder}."), folder=value)
    return Path(value) if value is not None else Path.cwd(), rest


def _taken(arguments: list[str], *names: str) -> tuple[str | None, list[str]]:
    """The value of an option that may stand anywhere, and the arguments without it."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    for place, word in enumerate(arguments[:end]):
        name, sign, value = word.partition("=")
        if name not in names:
            continue
        if sign:
            return value, arguments[:place] + arguments[place + 1 :]
        if place + 1 == len(arguments):
            raise InsiktError(N_("{name} lacks its value. Write it after {name}."), name=name)
        return arguments[place + 1], arguments[:place] + arguments[place + 2 :]
    return None, arguments


def _workspace_language(folder: Path) -> str:
    from insiktskarta.files.workspace import find_root, settings_bytes

    try:
        found = _LANGUAGE_LINE.search(settings_bytes(find_root(folder)))
    except (InsiktError, OSError):  # the command itself will say that there is no workspace
        return _DEFAULT_LANGUAGE
    return found.group(1).decode() if found else _DEFAULT_LANGUAGE


def _invoke(run: Run, arguments: list[str]) -> int:
    if arguments != ["lint"] or _COMPLETION in os.environ:
        return _commanded(run, arguments)
    from insiktskarta.cli.clean_lint import close_handed_on, is_clean

    if is_clean(run):
        return CLEAN
    try:
        return _commanded(run, arguments)
    finally:
        close_handed_on()


def _commanded(run: Run, arguments: list[str]) -> int:
    from typer import Abort
    from typer._click import exceptions  # Typer's own copy of Click has no public name

    from insiktskarta.cli import words

    words.speak(run.language)
    arguments = _helped(arguments)
    name = next((word for word in arguments if not word.startswith("-")), None)
    if name is not None and name not in COMMANDS and _COMPLETION not in os.environ:
        raise _no_such_command(name)
    command = build(run.language, [name] if name else list(COMMANDS))
    try:
        result = command.main(arguments or ["--help"], prog_name="insikt", standalone_mode=False, obj=run)
    except exceptions.ClickException as error:
        return _impossible(words.usage_error(error, run.language))
    except Abort:
        raise KeyboardInterrupt from None
    if result == INTERRUPTED:  # Typer has caught it already
        raise KeyboardInterrupt
    return result if isinstance(result, int) else CLEAN


def _helped(arguments: list[str]) -> list[str]:
    """`insikt help map` as `insikt map --help`."""
    from insiktskarta.cli.meant import HELP

    asks = bool(arguments) and arguments[0].casefold() in HELP and _COMPLETION not in os.environ
    return [*arguments[1:], "--help"] if asks else arguments


def build(spoken: Language, names: list[str]) -> Any:
    """The command group with these commands in it, in a language."""
    import typer

    from insiktskarta.cli import shell, words

    app = typer.Typer(
        cls=words.Group, rich_markup_mode=None, pretty_exceptions_enable=False, help=_ABOUT, epilog=_EPILOG
    )
    app.callback()(words.versioned)
    for name in names:
        function = importlib.import_module(f"insiktskarta.cli.{name}_command").command
        app.command(name, cls=words.Command, help=COMMANDS[name])(function)
    command = typer.main.get_command(app)
    shell.answer(command)
    words.translate(command, spoken)
    return command


def _no_such_command(name: str) -> InsiktError:
    from insiktskarta.cli import meant
    from insiktskarta.model.swedish import nearest

    word = name.casefold()
    known = meant.meant(word, meant.COMMANDS)
    near = [known] if known else [] if word in meant.ABSENT else nearest(name, COMMANDS)
    if near:
        return InsiktError(N_("There is no command “{name}”. Do you mean “{near}”?"), name=name, near=near[0])
    return InsiktError(N_("There is no command “{name}”. “insikt --help” lists them."), name=name)
