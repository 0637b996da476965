#!/usr/bin/env bash
# prove.sh PROGRAM VERSION: the program is of that version, needs no library that a machine may lack, and builds every plan.
set -euo pipefail

program="$(cd "$(dirname "$1")" && pwd)/$(basename "$1")" version="$2"
root="$(cd "$(dirname "$0")/../.." && pwd)"
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT

said="$("$program" --version | tr -d '\r')"
[ "$said" = "kehoach $version" ] || { echo "«$said» is not kehoach $version" >&2; exit 1; }
if [ "$(uname -s)" = Linux ] && ldd "$program" >"$out/libraries" 2>&1; then
    grep -q 'statically linked' "$out/libraries" || { cat "$out/libraries" >&2; exit 1; }
fi
cd "$root"
"$program" build --quiet --verify --out "$out/output"
plans="$(find plans -name '*.yaml' -not -path '*/_*' | wc -l)"
for format in docx pdf; do
    made="$(find "$out/output" -name "*.$format" | wc -l)"
    [ "$((made))" -eq "$((plans))" ] || { echo "$made of $plans plans as $format" >&2; exit 1; }
done
