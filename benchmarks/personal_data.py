"""What the rules about personal data find, miss and wrongly find, and what they cost.

python benchmarks/personal_data.py [--records 10000] [--shared ../shared] [--list]

The vectors lie beside the repository (`../shared/data/personal-data`); without them only the last part is measured.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from time import perf_counter

from corpus import made, rendered

from insiktskarta.model.organisation import Registry
from insiktskarta.model.personal.claims import claims, path_claims
from insiktskarta.model.personal.readings import found_in
from insiktskarta.model.vocabulary import Vocabulary
from insiktskarta.rules import all_rules
from insiktskarta.rules.rule import Context, Rule

HERE = Path(__file__).resolve().parent
SENTENCE = "Samtalet gällde {} i går."
ROUNDS = 5
Records = list[tuple[str, str]]


def codes(text: str) -> set[str]:
    """The codes of all findings in a text."""
    return set(found_in(text))


def forms(number: str) -> Iterator[str]:
    """A number of twelve digits in the forms that people and programs write it in."""
    century, date, last = number[:2], number[2:8], number[8:]
    yield from (number, date + last)
    for gap in ("-", "+", " ", "\u00a0", "\u2013", " - ", "-\u200b", "\u00ad-", "-\n  "):
        yield from (century + date + gap + last, date + gap + last)
    for part in ("-", "."):
        yield f"{century}{date[:2]}{part}{date[2:4]}{part}{date[4:]}-{last}"


def odd_forms(number: str) -> Iterator[str]:
    """The same number in groups, across lines and in codes that nobody teaches, told apart from other numbers by its date alone."""
    century, year, month, day, last = number[:2], number[2:4], number[4:6], number[6:8], number[8:]
    date = year + month + day
    yield from (f"{century}{year} {month}{day} {last}", f"{century}{year}\n  {month}{day}-{last}")
    yield from (f"{date}-{last[:2]}\n  {last[2:]}", f"{date}-{last[:2]} {last[2:]}", f"({date}) {last}")
    yield from (f"{date}{gap}{last}" for gap in (":", "|", "~", " -- ", "\u2500", "\u30fc", "%2D", "&ndash;"))
    yield from (sign.join((year, month, day, last[:2], last[2:])) for sign in (" ", "-", "."))
    yield from (" ".join(date + last), "".join(f"%3{digit}" for digit in date + last))


def official(data: Path) -> Iterator[tuple[str, int, int]]:
    """Sample, numbers in all forms, and how many of them are an error."""
    for name in ("testpersonnummer-sample200", "testsamordningsnummer-sample100"):
        numbers = (data / f"skatteverket-{name}.txt").read_text(encoding="ascii").split()
        written = [form for number in numbers for form in forms(number)]
        yield name, len(written), sum(codes(SENTENCE.format(form)) == {"PD101"} for form in written)
        odd = [form for number in numbers for form in odd_forms(number)]
        for codes_, how in (({"PD101"}, "an error"), ({"PD101", "PD102"}, "an error or a warning")):
            found = sum(bool(codes(SENTENCE.format(form)) & codes_) for form in odd)
            yield f"{name}, oddly parted, {how}", len(odd), found


def vectors(data: Path) -> Iterator[tuple[str, int, int]]:
    """Kind of vector, how many, and how many are judged as the vector says."""
    numbers = [
        (form, one["valid"])
        for name in ("list", "interim", "orgnumber")
        for one in json.loads((data / f"personnummer-meta-{name}.json").read_text(encoding="utf-8"))
        for key, form in one.items()
        if key.endswith(("_format", "_long"))
    ]
    valid = [form for form, right in numbers if right]
    yield "personnummer/meta, valid", len(valid), sum("PD101" in codes(SENTENCE.format(one)) for one in valid)
    invalid = [form for form, right in numbers if not right]
    yield (
        "personnummer/meta, invalid, no PD101",
        len(invalid),
        sum("PD101" not in codes(SENTENCE.format(one)) for one in invalid),
    )
    with (data / "phone-vectors.csv").open(encoding="utf-8", newline="") as file:
        phones = list(csv.DictReader(file))
    for wanted in ("yes", "no"):
        some = [row for row in phones if row["is_personal_expected"] == wanted]
        found = sum(bool(codes(row["sentence"]) & {"PD201", "PD202"}) == (wanted == "yes") for row in some)
        yield f"telephone numbers, personal: {wanted}", len(some), found
    with (data / "near-misses.csv").open(encoding="utf-8", newline="") as file:
        near = [row["text"] for row in csv.DictReader(file) if row["decision"] == "must_not_flag"]
    yield "near misses, not flagged", len(near), sum(not codes(text) for text in near)


def traps(count: int = 10_000) -> Iterator[tuple[str, int, int]]:
    """Dates with a running number or a time, one in ten of which passes the check; none is anybody's number."""
    draw = Random(1).randint
    dates = [f"20{draw(15, 26):02}{draw(1, 12):02}{draw(1, 28):02}" for _ in range(count)]
    for name, text, ends in (
        ("case numbers after a word", "Beslut {}-{} gäller.", [f"{draw(0, 9999):04}" for _ in dates]),
        ("case numbers of a social board", "Dnr SN {}-{} gäller.", [f"{draw(0, 9999):04}" for _ in dates]),
        (
            "times after a word",
            "Mötet {}-{} spelades in.",
            [f"{draw(0, 23):02}{draw(0, 59):02}" for _ in dates],
        ),
        ("bare times", "Se {}-{} igen.", [f"{draw(0, 23):02}{draw(0, 59):02}" for _ in dates]),
    ):
        texts = [text.format(date, end) for date, end in zip(dates, ends, strict=True)]
        yield f"{name}, no PD101", count, sum("PD101" not in codes(one) for one in texts)
        yield f"{name}, no PD102 either", count, sum(not codes(one) & {"PD101", "PD102"} for one in texts)


def counts(count: int = 10_000) -> Iterator[tuple[str, int, int]]:
    """Numbers that people write in groups and that are nobody's: counts in a row, amounts, codes of municipalities."""
    draw = Random(2).randint
    pairs = [" ".join(str(draw(10, 99)) for _ in range(5)) for _ in range(count)]
    amounts = [f"{draw(1, 999)} {draw(0, 999):03} {draw(0, 999):03}" for _ in range(count)]
    towns = [" ".join(f"{draw(1, 25):02}{draw(80, 99)}" for _ in range(3)) for _ in range(count)]
    for name, texts in (
        ("five counts in a row", [f"Svaren var {each} i tur och ordning." for each in pairs]),
        ("amounts", [f"Det kostade {each} i fjol." for each in amounts]),
        (
            "years and codes of municipalities",
            [f"Under {draw(1990, 2026)} svarade {each}." for each in towns],
        ),
    ):
        for wanted in ({"PD101"}, {"PD101", "PD102"}):
            right = sum(not codes(text) & wanted for text in texts)
            yield f"{name}, no {' or '.join(sorted(wanted))}", count, right


def alarms(records: Records, rules: Iterable[Rule], *, listed: bool) -> Counter[str]:
    """Findings by severity in records that have no personal data in them."""
    context = Context(Vocabulary({}), Registry({}, {}))
    counted: Counter[str] = Counter()
    for path, text in records:
        for rule in rules:
            for spot in rule.text(path, text, context) if rule.text else ():
                counted[spot.severity or rule.severity] += 1
                if listed:
                    print(f"  {rule.code} {path}: {spot.values['what']}")
    return counted


def microseconds(records: Records, rules: list[Rule]) -> float:
    """The best round's time for a record, no two texts the same object, nothing remembered."""
    context = Context(Vocabulary({}), Registry({}, {}))
    best = float("inf")
    for _ in range(ROUNDS):
        fresh = [(path, text[:1] + text[1:]) for path, text in records]
        found_in.cache_clear()
        claims.cache_clear()
        path_claims.cache_clear()
        start = perf_counter()
        for path, text in fresh:
            for rule in rules:
                if rule.text:
                    list(rule.text(path, text, context))
        best = min(best, perf_counter() - start)
    return best / len(records) * 1e6


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    parser.add_argument("--list", action="store_true", help="tell every alarm, masked")
    wanted = parser.parse_args()
    rules = [rule for rule in all_rules() if rule.code.startswith("PD")]
    data = wanted.shared / "data" / "personal-data"
    if data.is_dir():
        for name, number, right in (*official(data), *vectors(data), *traps(), *counts()):
            print(f"{name}: {right} of {number} ({right / number:.1%})")
    insights = HERE.parent / "insights"
    real = [(str(path), path.read_text(encoding="utf-8")) for path in sorted(insights.glob("*/*.yaml"))]
    generated = [(f"insights/{name}.yaml", rendered(fields)) for name, fields, _ in made(wanted.records)]
    for name, records in (("insights/", real), ("generated", generated)):
        found = alarms(records, rules, listed=wanted.list)
        share = {severity: 1000 * found[severity] / len(records) for severity in ("error", "warning")}
        size = sum(len(text) for _, text in records) / len(records)
        print(
            f"{name}: {len(records)} records of {size:.0f} characters; per 1,000 records"
            f" {share['error']:.1f} errors and {share['warning']:.1f} warnings; {microseconds(records, rules):.0f} µs a record"
        )


if __name__ == "__main__":
    main()
