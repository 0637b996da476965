#!/usr/bin/env bash
# Checks the plans: annotations on stdout, a SARIF file, and the exit code as an output, so that later steps still run.
#
# KEHOACH_PATHS    plans or folders, one a line; empty: plans/
# KEHOACH_FAIL_ON  error, warning or info
# KEHOACH_SARIF    the SARIF file; empty: none
set -euo pipefail
# shellcheck source=paths.sh
. "$(dirname "$0")/paths.sh"

check() {
    kehoach check --fail-on "${KEHOACH_FAIL_ON:-error}" --color never "$@" -- ${paths[@]+"${paths[@]}"}
}

code=0
check --format github --quiet || code=$?
if [ -n "${KEHOACH_SARIF:-}" ]; then
    mkdir -p "$(dirname "$KEHOACH_SARIF")"
    again=0
    check --format sarif --quiet >"$KEHOACH_SARIF" || again=$?
    code=$((again > code ? again : code))
fi
# A run shows few annotations; the summary holds them all.
if [ "$code" -ne 0 ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    {
        printf '### kehoach check\n\n```text\n'
        check --format concise 2>&1 | head -c 900000 || true
        printf '\n```\n'
    } >>"$GITHUB_STEP_SUMMARY"
fi
echo "code=$code" >>"${GITHUB_OUTPUT:?}"
