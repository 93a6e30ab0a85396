"""Change one thing at a time in the code of every rule, and see whether the rule's own examples notice.

    python scripts/mutate.py [--seconds 600] [--family PD] [--list]

A rule's function is changed in memory: a comparison is turned round, `and` becomes `or`, `not` goes, a number moves by
one, what is given becomes nothing. Then its `bad` and `good` examples are read as tests/test_rules.py reads them, which
knows the code, the place and the words of every finding in them, and what the fix of a rule makes of its bad one. A
change that no example notices is told; it is a hint where an example is missing, and no proof of a fault, since some
changes mean the same. Only the rules' own modules are changed; what they share (model/personal) has its tests.
"""

import argparse
import ast
import importlib
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from time import monotonic
from types import ModuleType
from typing import Any

import insiktskarta.rules
from insiktskarta.cli.checking import Asked, Wish
from insiktskarta.cli.verdicts import reported
from insiktskarta.files import build, condition, mend, parse
from insiktskarta.files import repairs as repairing
from insiktskarta.files.index import Day, open_corpus
from insiktskarta.files.repairs import repairs
from insiktskarta.model.finding import Finding
from insiktskarta.rules import all_rules
from insiktskarta.rules.fix import FileFix
from insiktskarta.rules.rule import Rule

SETTINGS = "organisationer:\n  exempelkoping:\n    namn: Exempelköping\n    slag: kommun\n"
DAY = Day("2026-11-24", thorough=True)
_TURNED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_LISTS = (
    *("record_rules", "corpus_rules", "slow_rules", "text_rules", "dated_rules"),
    *("fixing_rules", "all_rules"),
)


def mutants(tree: ast.Module) -> Iterator[tuple[int, str, ast.Module]]:
    """Every change inside the functions of a module: line, what was changed, and the changed tree."""
    lines = [node.lineno for node, _ in _places(tree)]
    for number, line in enumerate(lines):
        changed = ast.parse(ast.unparse(tree))
        _, change = list(_places(changed))[number]
        yield line, change(), ast.fix_missing_locations(changed)


def _places(tree: ast.Module) -> Iterator[tuple[Any, Callable[[], str]]]:
    for function in (each for each in tree.body if isinstance(each, ast.FunctionDef)):
        for node in ast.walk(function):
            if isinstance(node, ast.Compare):
                yield node, lambda node=node: _turn(node)  # type: ignore[misc]
            elif isinstance(node, ast.BoolOp):
                yield node, lambda node=node: _swap(node)  # type: ignore[misc]
            elif isinstance(node, ast.Constant) and type(node.value) is int:
                yield node, lambda node=node: _move(node)  # type: ignore[misc]
            elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
                yield node, lambda node=node: _bare(node)  # type: ignore[misc]
            elif isinstance(node, ast.Return) and node.value is not None and not _is_nothing(node.value):
                yield node, lambda node=node: _nothing(node)  # type: ignore[misc]


def _is_nothing(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _turn(node: ast.Compare) -> str:
    node.ops[0] = _TURNED[type(node.ops[0])]()
    return f"turned to: {ast.unparse(node)}"


def _swap(node: ast.BoolOp) -> str:
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return f"swapped to: {ast.unparse(node)}"


def _move(node: ast.Constant) -> str:
    number = int(str(node.value))
    node.value = number + 1
    return f"moved by one: {number}"


def _bare(node: ast.UnaryOp) -> str:
    node.op = ast.UAdd()
    node.operand = ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])
    return f"without not: {ast.unparse(node)}"


def _nothing(node: ast.Return) -> str:
    told = f"gives nothing: {ast.unparse(node)}"
    node.value = ast.Constant(None)
    return told


Seen = tuple[list[Finding], list[Finding], list[bytes]]


def seen(rule: Rule) -> Seen | None:
    """What is found in the bad and in the good example of a rule, and what its fix makes of the bad one; None where it falls."""
    try:
        mended: list[bytes] = []
        return _found(rule, mended, bad=True), _found(rule, [], bad=False), mended
    except Exception:  # noqa: BLE001 - a mutant may do anything
        return None


def _found(rule: Rule, mended: list[bytes], *, bad: bool) -> list[Finding]:
    raw = rule.raw if bad and rule.raw is not None else (rule.bad if bad else rule.good).encode()
    place = rule.place if bad else rule.good_place or rule.place
    files = {path: text.encode() for path, text in rule.beside.items()} | {place: raw}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, content in {"insikt.yaml": (SETTINGS + rule.settings).encode(), **files}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        if bad and rule.fix is not None:
            mended += [each.after for each in repairs(root, [], lambda _: lambda code, _: code == rule.code)]
        with closing(open_corpus(root, day=DAY)) as corpus:
            told = reported(corpus, root, Asked(Wish(hints=True, select=(), ignore=()))).findings
            return [each for each in told if each.severity != "hint" or each.code == rule.code]


def survivors(module: ModuleType, until: float) -> Iterator[tuple[int, str, bool]]:
    """Line, change and whether it was noticed, for every change of a rule's module until the time is out."""
    file = Path(str(module.__file__))
    original = module.RULE
    usual = seen(original)
    for line, told, tree in mutants(ast.parse(file.read_text(encoding="utf-8"))):
        if monotonic() > until:
            return
        space: dict[str, Any] = {"__name__": module.__name__, "__file__": str(file)}
        try:
            exec(compile(tree, str(file), "exec"), space)  # noqa: S102 - our own code, changed on purpose
        except Exception:  # noqa: BLE001 - it cannot even be imported
            yield line, told, True
            continue
        _install(original, replace(original, **_functions(space["RULE"])))
        yield line, told, seen(original) != usual
        _install(original, original)


def _functions(rule: Rule) -> dict[str, Any]:
    return {name: getattr(rule, name) for name in ("record", "corpus", "dated", "text", "fix")}


def _install(old: Rule, new: Rule) -> None:
    """Let the engine run with another rule in the place of one."""
    rules = tuple(new if each.code == old.code else each for each in _ALL)
    for module in (insiktskarta.rules, parse, build, condition, mend, repairing):
        for name in _LISTS:
            if hasattr(module, name):
                setattr(module, name, lambda name=name: _listed(name, rules))


def _listed(name: str, rules: Iterable[Rule]) -> tuple[Any, ...]:
    """What the function of this name in `insiktskarta.rules` gives of these rules."""
    found = tuple(each for each in rules if _is_in(each, name))
    if name == "fixing_rules":  # those that mend the file as a whole first, as there
        return tuple(sorted(found, key=lambda rule: not isinstance(rule.fix, FileFix)))
    return insiktskarta.rules.gated(found) if name in ("record_rules", "text_rules") else found


def _is_in(rule: Rule, name: str) -> bool:
    if name in ("corpus_rules", "slow_rules"):
        return rule.corpus is not None and rule.slow == (name == "slow_rules")
    if name == "fixing_rules":
        return rule.fix is not None
    return name == "all_rules" or getattr(rule, name.removesuffix("_rules")) is not None


_ALL = all_rules()


def main() -> int:
    """Try all changes and tell the score; the survivors with `--list`."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--family", default="", help="only codes that begin so")
    parser.add_argument("--list", action="store_true", help="tell every survivor")
    wanted = parser.parse_args()
    until, score = monotonic() + wanted.seconds, Counter[str]()
    by_code = {module.RULE.code: module for module in _modules()}
    for code in sorted(code for code in by_code if code.startswith(wanted.family)):
        for line, told, noticed in survivors(by_code[code], until):
            score["noticed" if noticed else "survived"] += 1
            if wanted.list and not noticed:
                print(f"{code} {Path(str(by_code[code].__file__)).name}:{line} {told}", flush=True)
    print(f"{score['noticed']} of {score.total()} changes noticed by the rules' own examples")
    if monotonic() > until:
        print("the time ran out before all were tried")
    return 0


def _modules() -> Iterator[ModuleType]:
    for name, module in list(sys.modules.items()):
        if name.startswith("insiktskarta.rules.") and isinstance(getattr(module, "RULE", None), Rule):
            yield importlib.import_module(name)


if __name__ == "__main__":
    raise SystemExit(main())
