"""Typer's and Click's own words in the user's language; Typer 0.28 says several of them in English only."""

from typing import Annotated, Any

import typer
from typer import core
from typer._click import exceptions  # Typer's own copy of Click has no public name

from insiktskarta.cli import options
from insiktskarta.cli.meant import OPTIONS, meant
from insiktskarta.cli.number_bounds import bounds, tell_bounds
from insiktskarta.model.language import ENGLISH, N_, Language
from insiktskarta.model.swedish import nearest

_spoken = [ENGLISH]

# The words of Typer's help that go through its `_`, so that the catalogue has them.
_FOREIGN = (
    N_("Arguments"),
    N_("Options"),
    N_("Commands"),
    N_("required"),
    N_("default: {default}"),
    N_("env var: {var}"),
    N_("(dynamic)"),
    N_("Install completion for the current shell."),
    N_("Show completion for the current shell, to copy it or customize the installation."),
)


def speak(language: Language) -> None:
    """Make Typer's help and this module's words those of a language."""
    _spoken[0] = language
    core._ = language.translate  # type: ignore[attr-defined,assignment]  # its only seam for translations


class _Spoken:
    def format_usage(self, ctx: Any, formatter: Any) -> None:
        # Typer puts what must be there in braces, which people would write.
        pieces = [each.strip("{}") for each in self.collect_usage_pieces(ctx)]  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_spoken[0].text("Usage: "))

    def get_help_option(self, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _spoken[0].text("Show this help and exit.")
        return option


class Command(_Spoken, core.TyperCommand):
    """A command whose help is in the user's language."""


class Group(_Spoken, core.TyperGroup):
    """The group of all commands, whose help is in the user's language."""


def _tell_version(wanted: bool) -> None:
    if wanted:
        from insiktskarta import __version__

        typer.echo(f"insikt {__version__}")
        raise typer.Exit


def versioned(
    version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", help=N_("Print the version and exit."), is_eager=True, callback=_tell_version
        ),
    ] = False,
    lang: options.Language = None,
) -> None:
    """The options of the whole command. Alone, --version is answered before Typer is imported."""


def translate(command: Any, language: Language) -> None:
    """Put the help of a command, its parameters and its subcommands in a language."""
    command.options_metavar = language.text("[OPTIONS]")
    for text in ("help", "short_help", "epilog"):
        if getattr(command, text, None):
            setattr(command, text, language.text(getattr(command, text)))
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = language.text(parameter.help)
        if isinstance(getattr(parameter, "metavar", None), str):
            parameter.metavar = language.text(parameter.metavar)
        if bounds(parameter):
            tell_bounds(parameter, language)
    for each in getattr(command, "commands", {}).values():
        translate(each, language)
    if hasattr(command, "commands"):
        command.subcommand_metavar = language.text("COMMAND [ARGS]...")


def usage_error(error: Exception, language: Language) -> str:
    """What is wrong with a command line, and where to read on."""
    said = _said(error, language)
    context = getattr(error, "ctx", None)
    if context is None:
        return said
    more = language.text("“{command} --help” shows what can be written.", command=context.command_path)
    return f"{said}\n{more}"


def _said(error: Exception, language: Language) -> str:
    if isinstance(error, exceptions.NoSuchOption):
        return _no_such_option(error, language)
    if isinstance(error, exceptions.MissingParameter):
        name = (
            error.param.get_error_hint(error.ctx) if error.param is not None and error.ctx is not None else ""
        )
        return language.text("{name} is missing.", name=str(name).strip("'"))
    if isinstance(error, exceptions.BadOptionUsage):
        if "requires" in error.message:
            return language.text("{name} lacks its value. Write it after {name}.", name=error.option_name)
        return language.text("{name} takes no value. Remove what follows it.", name=error.option_name)
    if isinstance(error, exceptions.BadParameter):
        return _bad_value(error, language)
    return _too_much(error, language)


def _no_such_option(error: exceptions.NoSuchOption, language: Language) -> str:
    params = error.ctx.command.get_params(error.ctx) if error.ctx else ()
    known = [name for param in params for name in param.opts]
    word = meant(error.option_name.casefold(), OPTIONS)
    near = [word] if word in known else nearest(error.option_name, known)
    if near:
        return language.text(
            "There is no option {name}. Do you mean {near}?", name=error.option_name, near=near[0]
        )
    return language.text("There is no option {name}.", name=error.option_name)


def _bad_value(error: exceptions.BadParameter, language: Language) -> str:
    param = error.param
    name = param.opts[0] if param is not None and param.opts else ""
    choices = getattr(getattr(param, "type", None), "choices", None)
    if choices:
        listed = ", ".join(str(getattr(choice, "value", choice)) for choice in choices)
        return language.text(
            "The value of {name} does not fit. Choose one of: {choices}.", name=name, choices=listed
        )
    ends = bounds(param) if param is not None else None
    if ends:
        message = N_("The value of {name} does not fit. Write a number from {low} to {high}.")
        return language.text(message, name=name, low=ends[0], high=ends[1])
    return language.text("The value of {name} does not fit.", name=name)


def _too_much(error: Exception, language: Language) -> str:
    if isinstance(error, exceptions.UsageError) and "argument" in error.message:
        return language.text("There are words on the command line that do not belong there.")
    return language.text("The command line cannot be understood.")
