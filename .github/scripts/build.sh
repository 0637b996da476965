#!/usr/bin/env bash
# build.sh [OPTION…]: builds the plans: what did not change comes from the folder that the runs keep; the exit code is an output.
#
# KEHOACH_PATHS    plans or folders, one a line; empty: plans/
# KEHOACH_FAIL_ON  error, warning or info
# KEHOACH_KEPT     the folder kept from run to run: documents and the cache
# KEHOACH_OUT      the folder that gets the documents of this run and kehoach.lock
set -euo pipefail
# shellcheck source=paths.sh
. "$(dirname "$0")/paths.sh"

kept="${KEHOACH_KEPT:?}"
out="${KEHOACH_OUT:?}"
mkdir -p "$kept/output" "$out"
code=0
kehoach build --fail-on "${KEHOACH_FAIL_ON:-error}" --color never --out "$kept/output" --cache "$kept/cache" --lock \
    "$@" -- ${paths[@]+"${paths[@]}"} || code=$?
# What is kept may hold documents of plans that are gone; the lock names those of this run.
if [ -f "$kept/output/kehoach.lock" ]; then
    { cut -c67- "$kept/output/kehoach.lock" && echo kehoach.lock; } >"$kept/list"
    tar -C "$kept/output" -cf - -T "$kept/list" | tar -C "$out" -xf -
fi
echo "code=$code" >>"${GITHUB_OUTPUT:?}"
