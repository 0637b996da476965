# shellcheck shell=bash
# Reads KEHOACH_PATHS, one path a line, into the array `paths`. Sourced by its neighbours.
paths=()
while IFS= read -r path; do
    [ -z "$path" ] || paths+=("$path")
done <<<"${KEHOACH_PATHS:-}"
