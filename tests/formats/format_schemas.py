"""What the outputs are validated with."""

import json
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import xmlschema
from jsonschema.protocols import Validator
from jsonschema.validators import validator_for

_FOLDER = Path(__file__).parent / "schemas"
_FILES = {
    "json": "findings.schema.json",
    "gitlab": "gitlab-code-quality.schema.json",
    "sarif": "sarif-2.1.0-rtm.4.json",
}


def valid_json(name: str, output: str) -> Any:
    """The content of an output, which its schema accepts and UTF-8 can hold."""
    content = json.loads(output.encode("utf-8"))
    _validator(name).validate(content)
    return content


def valid_junit(output: str) -> ET.Element:
    """The root of a report, which its schema accepts."""
    _junit().validate(output)
    return ET.fromstring(output)  # noqa: S314 - we wrote it a moment ago


@cache
def _validator(name: str) -> Validator:
    schema = json.loads((_FOLDER / _FILES[name]).read_text(encoding="utf-8"))
    kind = validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


@cache
def _junit() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(_FOLDER / "junit-10.xsd"))
