"""Checks plans against the JSON Schema with an independent validator.

Scalars are taken as an editor takes them: by the core schema of YAML 1.2.

Usage: schema.py SCHEMA FILE...
"""

import json
import re
import sys

import jsonschema
import yaml


def scalar(text, plain):
    if not plain:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text


def value(node):
    if isinstance(node, yaml.MappingNode):
        return {key.value: value(item) for key, item in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [value(item) for item in node.value]
    return scalar(node.value, node.style is None)


def main():
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    failed = False
    for path in sys.argv[2:]:
        document = value(yaml.compose(open(path, encoding="utf-8"), Loader=yaml.SafeLoader))
        errors = list(validator.iter_errors(document))
        for error in errors:
            failed = True
            for leaf in deepest(error):
                place = "/".join(str(step) for step in leaf.absolute_path)
                print(f"{path}: {place}: {leaf.message[:200]}")
        print(f"{path}: {'ok' if not errors else f'{len(errors)} faults'}")
    sys.exit(failed)


def deepest(error):
    inner = [leaf for context in error.context or [] for leaf in deepest(context)]
    longest = max((len(leaf.absolute_path) for leaf in inner), default=0)
    return [leaf for leaf in inner if len(leaf.absolute_path) == longest] or [error]


main()
