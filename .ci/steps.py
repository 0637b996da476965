"""Writes each script inside the files of GitLab and GitHub into a file of its own.

A job of GitLab is one script with what runs before it, in the shell that every image has.

Usage: steps.py FOLDER
"""

import glob
import pathlib
import sys

import yaml

folder = pathlib.Path(sys.argv[1])


def write(name, shell, lines):
    # Paths between blanks are split on purpose, and quotes keep from this shell what is another's.
    head = f"#!/bin/{shell}\n# shellcheck disable=SC2016,SC2086\nset -e\n"
    (folder / f"{name}.sh").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


jobs = yaml.safe_load(pathlib.Path(".gitlab/kehoach.yml").read_text(encoding="utf-8"))
for name, job in jobs.items():
    if "script" in job:
        write(name, "sh", jobs[job["extends"]]["before_script"] + job["script"])
for path in ["action.yml", *sorted(glob.glob(".github/workflows/*.yml"))]:
    file = yaml.safe_load(pathlib.Path(path).read_text(encoding="utf-8"))
    runs = [file["runs"]] if "runs" in file else file["jobs"].values()
    steps = [step["run"] for run in runs for step in run["steps"] if "run" in step]
    for number, script in enumerate(steps):
        write(f"{pathlib.Path(path).stem}-{number}", "bash", [script])
