"""Made-up workspaces of any size, for measurements and tests.

python benchmarks/corpus.py DIRECTORY --records 10000 [--seed 1] [--faults 0.0]

The places do not exist and the sentences are put together from `corpus.json`, so nothing in them is about
anybody. The same arguments, vocabulary and phrases give the same bytes.
"""

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from json import loads
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import yaml

from insiktskarta.model.record import TYPES, keys
from insiktskarta.model.schema import modeline
from insiktskarta.model.swedish import SLUG_LENGTH, slug

Fields: TypeAlias = dict[str, Any]

HERE = Path(__file__).parent
PHRASES = HERE / "corpus.json"
VOCABULARY = HERE.parent / "src/insiktskarta/model/data/vocabulary.yaml"
FAULTS = ("unknown key", "unknown term", "broken link", "missing field", "tab")

# In the order of the chain, so that what a record builds on is there before it; insights are the rest.
SHARES = {"insiktsarbete": 0.10, "insikt": 0.0, "fråga": 0.05, "test": 0.08, "lärdom": 0.07}
BUILDS_ON = {"insikt": "insiktsarbete", "fråga": "insikt", "test": "fråga", "lärdom": "test"}
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Maker:
    """What records are made of, and the headings and ids that are taken.

    Attributes:
        random: the seeded generator that everything is drawn from.
        headings: record type to a template.
        texts: record type to key to the templates of its sentences.
        words: slot of a template to its phrases.
        terms: facet to its terms, each with its broader term or None.
    """

    random: Random
    headings: dict[str, str]
    texts: dict[str, dict[str, list[str]]]
    words: dict[str, list[str]]
    terms: dict[str, dict[str, str | None]]
    taken: set[str] = field(default_factory=set)

    def filled(self, template: str, used: set[str]) -> str:
        """The template with phrases in its slots, none that was used before."""

        def phrase(slot: re.Match[str]) -> str:
            chosen = self.random.choice([one for one in self.words[slot[1]] if one not in used])
            used.add(chosen)
            return chosen

        text = _SLOT.sub(phrase, template)
        return text[0].upper() + text[1:]

    def heading(self, kind: str) -> str:
        """A heading that no record has yet."""
        short = text = self.filled(self.headings[kind], set())
        if text in self.taken:
            text = f"{short} i {self.random.choice(self.words['plats'])}"
        if text in self.taken:  # with the place as well, it could be too long for a heading
            text = f"{short}, grupp {len(self.taken)}"
        self.taken.add(text)
        return text

    def free_id(self, organisation: str, heading: str) -> str:
        """The id that the heading gives, with a number where it is taken."""
        free = f"{organisation}/{slug(heading)}"
        number = 1
        while free in self.taken:
            number += 1
            room = SLUG_LENGTH - len(f"-{number}")
            free = f"{organisation}/{slug(heading)[:room].rstrip('-')}-{number}"
        self.taken.add(free)
        return free

    def some(self, facet: str, *weights: int) -> list[str]:
        """Terms of a facet, as many as the weights for 0, 1, 2 … say; no term beside its broader one."""
        terms = self.terms[facet]
        drawn = self.random.sample(list(terms), self.random.choices(range(len(weights)), weights)[0])
        narrow = [one for one in drawn if not any(terms[other] == one for other in drawn)]
        stated = [one for one in narrow if not one.startswith(("ej-", "ospecificerad"))]
        return stated or narrow[:1]

    def day(self, first: int, last: int) -> str:
        """A day from the first year to the last, as `2024-10-23`."""
        draw = self.random.randint
        return f"{draw(first, last)}-{draw(1, 12):02}-{draw(1, 28):02}"


def maker(seed: int) -> Maker:
    """A maker with the project's vocabulary, without the terms that others have replaced."""
    phrases = loads(PHRASES.read_text(encoding="utf-8"))
    facets = yaml.safe_load(VOCABULARY.read_text(encoding="utf-8"))["facetter"]
    terms = {
        name: {
            term: about.get("bredare") for term, about in facet["termer"].items() if "ersatt-av" not in about
        }
        for name, facet in facets.items()
    }
    return Maker(Random(seed), phrases["rubriker"], phrases["texter"], phrases["ord"], terms)


def made(count: int, seed: int = 1, faults: float = 0.0) -> Iterator[tuple[str, Fields, str]]:
    """Id, fields and fault (or "") of `count` records, links before what they lead to; nothing links to a faulty one."""
    make = maker(seed)
    numbers = {kind: int(count * share) for kind, share in SHARES.items()}
    numbers["insikt"] = count - sum(numbers.values())
    faulty = dict(zip(make.random.sample(range(count), round(count * faults)), FAULTS * count, strict=False))
    pools: dict[tuple[str, str], list[str]] = defaultdict(list)
    kinds = [kind for kind, number in numbers.items() for _ in range(number)]
    for place, kind in enumerate(kinds):
        organisation = slug(make.random.choice(make.words["plats"]))
        heading = make.heading(kind)
        name = make.free_id(organisation, heading)
        fields = {
            "typ": kind,
            "rubrik": heading,
            **_said(make, kind),
            **_classed(make),
            **_of_kind(make, kind),
        }
        fields |= _links(make, kind, organisation, pools) | _checked(make)
        fault = faulty.get(place, "")
        if not fault:
            pools[organisation, kind].append(name)
        yield name, _spoilt(fields, fault, organisation), fault


def _said(make: Maker, kind: str) -> Fields:
    used: set[str] = set()
    return {
        key: tuple(make.filled(sentence, used) for sentence in sentences)
        for key, sentences in make.texts[kind].items()
    }


def _classed(make: Maker) -> Fields:
    classes = {
        "perspektiv": make.some("perspektiv", 0, 6, 3, 1),
        "perspektiv-säkerhet": make.some("perspektiv-säkerhet", 0, 1)[0],
        "grupper": make.some("grupper", 0, 7, 3),
        "livssituation": make.some("livssituation", 6, 3, 1),
        "kön": make.some("kön", 9, 1),
        "förflyttningar": make.some("förflyttningar", 0, 6, 3, 1),
        "teman": make.some("teman", 0, 7, 3),
        "tvärperspektiv": make.some("tvärperspektiv", 5, 4, 1),
    }
    return {key: value for key, value in classes.items() if value}


def _of_kind(make: Maker, kind: str) -> Fields:
    if kind in ("test", "lärdom", "fråga"):
        return {"status": make.some("status", 0, 1)[0]} if kind == "test" else {}
    answer = make.some("återkoppling-status", 0, 1)[0]
    told = {"datum": make.day(2025, 2025), "hur": make.random.choice(make.words["hur"])}
    study = {"antal": make.random.randint(5, 120), "status": make.random.choice(("genomfört", "pågående"))}
    quotes = make.random.sample(make.words["jag"], make.random.choice((0, 1, 1, 2)))
    insight = {
        "giltig-till": make.day(2034, 2036),
        **({"citat": [f"{one}." for one in quotes]} if quotes else {}),
    }
    return {
        "röst": make.some("röst", 0, 1)[0],
        "metoder": make.some("metoder", 0, 7, 3),
        "insamlad": _period(make),
        **(insight if kind == "insikt" else study),
        "underlag": {"finns": "diariet", "förvaras-av": "registrator", "gallras": make.day(2034, 2036)},
        "återkoppling": {"status": answer, **(told if answer == "given" else {})},
    }


def _period(make: Maker) -> str:
    day = make.day(2022, 2024)
    return make.random.choice((day, day[:4], day[:7], f"{day[:4]}/2024-12"))


def _links(make: Maker, kind: str, organisation: str, pools: dict[tuple[str, str], list[str]]) -> Fields:
    links = {}
    if (base := pools.get((organisation, BUILDS_ON.get(kind, "")))) and make.random.random() < 0.9:  # noqa: PLR2004
        links["bygger-på"] = [make.random.choice(base)]
    if kind == "insikt":
        other = slug(make.random.choice(make.words["plats"]))
        there = pools.get((other, kind), [])
        if there and other != organisation and (drawn := make.random.random()) < 0.06:  # noqa: PLR2004
            links["lika" if drawn < 0.04 else "motsäger"] = [make.random.choice(there)]  # noqa: PLR2004
    return links


def _checked(make: Maker) -> Fields:
    draw = make.random.choice
    return {
        "källa": {"dokument": draw(make.words["dokument"]), "avsnitt": draw(make.words["avsnitt"])},
        "granskad": {"av": draw(make.words["roll"]), "datum": make.day(2025, 2025)},
    }


def _spoilt(fields: Fields, fault: str, organisation: str) -> Fields:
    match fault:
        case "unknown key":
            return {key.replace("förflytt", "förflyt"): value for key, value in fields.items()}
        case "unknown term":
            return fields | {"teman": ["samvärkan"]}
        case "broken link":
            return fields | {"bygger-på": [f"{organisation}/finns-inte"]}
        case "missing field":
            return {key: value for key, value in fields.items() if key != "rubrik"}
    return fields


def rendered(fields: Fields) -> str:
    """The text of a record file in the usual order of fields; sentences become a folded block, one a line."""
    usual = keys(TYPES[fields["typ"]])
    ordered = sorted(fields, key=lambda key: usual.index(key) if key in usual else len(usual))
    lines = (line for key in ordered for line in _lines(key, fields[key]))
    return "\n".join([modeline(fields["typ"]), *lines, ""])


def _lines(key: str, value: object) -> list[str]:
    match value:
        case tuple():
            return [f"{key}: >-", *(f"  {sentence}" for sentence in value)]
        case list():
            return [f"{key}:", *(f"  - {one}" for one in value)]
        case dict():
            return [f"{key}:", *(f"  {inner}: {_scalar(one)}" for inner, one in value.items())]
    return [f"{key}: {_scalar(value)}"]


def _scalar(value: object) -> str:
    # Dates in quotes are text to every reader, so the peers get the same data.
    return f'"{value}"' if isinstance(value, str) and value[0].isdigit() else str(value)


def write_corpus(directory: Path, records: int, seed: int = 1, faults: float = 0.0) -> dict[str, str]:
    """Write a workspace; the ids of its faulty records, each with its fault."""
    places = maker(seed).words["plats"]
    for place in places:
        (directory / "insights" / slug(place)).mkdir(parents=True, exist_ok=True)
    declared = "".join(f"  {slug(place)}:\n    namn: {place}\n    slag: kommun\n" for place in places)
    (directory / "insikt.yaml").write_bytes(f"språk: sv\norganisationer:\n{declared}".encode())
    faulty = {}
    for name, fields, fault in made(records, seed, faults):
        text = rendered(fields)
        if fault:
            faulty[name] = fault
        if fault == "tab":
            text = text.replace("\n  ", "\n\t", 1)
        (directory / "insights" / f"{name}.yaml").write_bytes(text.encode())
    return faulty


def main() -> None:
    """Write the workspace that the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("directory", type=Path)
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=float, default=0.0, help="share of files to spoil, 0 to 1")
    wanted = parser.parse_args()
    faulty = write_corpus(wanted.directory, wanted.records, wanted.seed, wanted.faults)
    print(f"{wanted.records} records, {len(faulty)} of them faulty, in {wanted.directory}")


if __name__ == "__main__":
    main()
