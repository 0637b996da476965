#!/usr/bin/env bash
# build.sh [OPTION…]: builds the plans: what did not change comes from the folder that the runs keep; the exit code is an output.
#
# KEHOACH_PATHS    plans or folders, one a line; empty: plans/
# KEHOACH_FAIL_ON  error, warning or info
# KEHOACH_KEPT     the folder kept from run to run: documents and the cache; it gets timings.json too
# KEHOACH_OUT      the folder that gets the documents of this run, and kehoach.lock when no plan failed
set -euo pipefail
# shellcheck source=paths.sh
. "$(dirname "$0")/paths.sh"

# As the program names what lies there: with slashes, and from the working folder.
kept="${KEHOACH_KEPT//\\//}"
kept="${kept#"$PWD"/}"
out="${KEHOACH_OUT:?}"
mkdir -p "$kept/output" "$out"
rm -f "$kept"/{depfile,timings.json,kehoach.lock,list}

build() {
    kehoach build --fail-on "${KEHOACH_FAIL_ON:-error}" --color never --out "$kept/output" --cache "$kept/cache" "$@" \
        -- ${paths[@]+"${paths[@]}"}
}

# The documents of this run, by the rules of the depfile: what stands before the colon, with the marks of make taken off.
documents() {
    local mark=$'\001' name
    sed -n "s/\\\\ /$mark/g; s/^\(.*[^\\\\]\): .*/\1/p" "$kept/depfile" | tr ' ' '\n' | tr "$mark" ' ' |
        sed 's/\\\([#:]\)/\1/g; s/\$\$/$/g' | while IFS= read -r name; do echo "${name#"$kept/output/"}"; done
}

code=0
build --timings "$kept/timings.json" --deps "$kept/depfile" "$@" || code=$?
# What is kept may hold documents of plans that are gone, or have a mistake now: those stay behind.
if [ -f "$kept/depfile" ]; then
    documents >"$kept/list"
    tar -C "$kept/output" -cf - -T "$kept/list" | tar -C "$out" -xf -
fi
# A lock names all documents or is not there; writing it builds nothing.
if [ -f "$kept/timings.json" ] && ! grep -q '"failed"' "$kept/timings.json"; then
    build --lock="$kept/kehoach.lock" "$@" 2>/dev/null || true
    cp "$kept/kehoach.lock" "$out/"
fi
echo "code=$code" >>"${GITHUB_OUTPUT:?}"
