"""The files that a run is asked to write, looked at before any work is done for them."""

from pathlib import Path

from insiktskarta.cli.app import Run
from insiktskarta.files.workspace import find_root
from insiktskarta.model.errors import InsiktError
from insiktskarta.model.language import N_


def demand_target(run: Run, path: Path, formats: tuple[str, ...]) -> None:
    """See that a file can be written where it is asked for.

    Folders on the way are made below the current folder and the workspace; elsewhere a folder that is not there is
    more likely a slip.

    Raises:
        InsiktError: it has no name, another ending than these formats have, or lies in a folder that is not there.
    """
    if not path.name:
        raise InsiktError(
            N_("The name of the file is empty. Write one such as insikter{ending}."), ending=formats[0]
        )
    if path.suffix.lower() not in formats:
        raise InsiktError(
            N_("The file must end in one of: {formats}; {file} does not."),
            file=path,
            formats=", ".join(formats),
        )
    folder = path.parent.resolve()
    ours = (Path.cwd().resolve(), find_root(run.folder).resolve())
    if not folder.exists() and not any(folder.is_relative_to(each) for each in ours):
        raise InsiktError(
            N_("There is no folder {folder}. Make it first, or choose another place for the file."),
            folder=path.parent,
        )
