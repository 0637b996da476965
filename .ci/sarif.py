"""Checks SARIF against its schema, which lies among the sources of the crate that writes it.

Usage: sarif.py FILE...
"""

import json
import pathlib
import subprocess
import sys

import jsonschema

metadata = json.loads(subprocess.check_output(["cargo", "metadata", "--format-version", "1", "--quiet"]))
manifest = next(package["manifest_path"] for package in metadata["packages"] if package["name"] == "serde-sarif")
schema = json.loads((pathlib.Path(manifest).parent / "src" / "schema.json").read_text(encoding="utf-8"))
validator = jsonschema.validators.validator_for(schema)(schema)
failed = False
for path in sys.argv[1:]:
    faults = list(validator.iter_errors(json.loads(pathlib.Path(path).read_text(encoding="utf-8"))))
    for fault in faults:
        print(f"{path}: {'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}")
    print(f"{path}: {'ok' if not faults else f'{len(faults)} faults'}")
    failed = failed or bool(faults)
sys.exit(failed)
