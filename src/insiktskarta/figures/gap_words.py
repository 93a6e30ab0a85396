"""What the gap matrix says in words."""

from insiktskarta.figures import none_yet
from insiktskarta.figures.naming import most, region_name, some
from insiktskarta.model.kinds import counted
from insiktskarta.model.language import Language
from insiktskarta.tables.gap_matrix import OUTSIDE, GapMatrix

_NAMED = 6


def _spots(table: GapMatrix) -> tuple[int, int]:
    """White spots, and the cells that could be one."""
    rows = [row for row in table.rows if row.key]
    cells = len(rows) * sum(region != OUTSIDE for region in table.regions)
    return sum(len(table.spots(row)) for row in rows), cells


def subtitle(table: GapMatrix, language: Language) -> str:
    """How many records, and how many of the cells are white spots."""
    spots, cells = _spots(table)
    found = counted(table.total, language, kind=table.kind)
    if not spots:
        return f"{table.dimension}: {found}"
    blank = language.plural(
        "{n} of {cells} cells is a white spot",
        "{n} of {cells} cells are white spots",
        spots,
        cells=language.number(cells),
    )
    return f"{table.dimension}: {found}. {blank}"


def note(table: GapMatrix, language: Language) -> tuple[str, ...]:
    """What is to be known to read the sums."""
    if not table.overlaps:
        return table.merged
    several = language.text(
        "A record with several values counts in each of its rows, but once in the sums under the columns."
    )
    return several, *table.merged


def alt(table: GapMatrix, language: Language) -> str:
    """The picture in a few sentences: white spots, empty rows and columns, the largest cell."""
    if not table.rows:
        return none_yet.alt(table, language, table.kind)
    parts = [language.text("Matrix of gaps. {what}.", what=subtitle(table, language))]
    cells = [
        (f"{row.label} ({region_name(table.perspectives, region, language)})", count)
        for row in table.rows
        for region, count in zip(table.regions, row.counts, strict=True)
        if count
    ]
    if cells:
        leading = most(cells)
        parts.append(
            language.text(
                "Most are in {cells}: {n}.", cells=leading.listed(language), n=leading.each(language)
            )
        )
    empty = [row.label for row in table.rows if row.key and not row.total]
    if empty:
        parts.append(language.text("Nothing at all: {names}.", names=some(empty, _NAMED, language)))
    columns = [
        region_name(table.perspectives, region, language)
        for region, total in zip(table.regions, table.totals, strict=True)
        if not total
    ]
    if columns:
        parts.append(language.text("Areas without anything: {names}.", names=", ".join(columns)))
    return " ".join(parts)


def description(table: GapMatrix, language: Language) -> str:
    """Every number of the matrix, a line a row."""
    names = [region_name(table.perspectives, region, language) for region in table.regions]
    lines = [f"{subtitle(table, language)}."]
    for row in table.rows:
        cells = ", ".join(
            f"{name} {language.number(count)}" for name, count in zip(names, row.counts, strict=True)
        )
        lines.append(f"{row.label}: {counted(row.total, language, kind=table.kind)} ({cells}).")
    totals = ", ".join(
        f"{name} {language.number(count)}" for name, count in zip(names, table.totals, strict=True)
    )
    lines.append(language.text("All, each counted once: {cells}.", cells=totals))
    return "\n".join([*lines, *note(table, language)])
