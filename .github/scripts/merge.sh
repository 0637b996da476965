#!/usr/bin/env bash
# merge.sh OUT TIMINGS PART…: puts the parts of a build together, each a folder with output/ and timings.json.
#
# Every part is proven by its lock; OUT gets all documents with one lock, TIMINGS the time of every plan.
set -euo pipefail

out="$1" timings="$2"
shift 2
mkdir -p "$out"
cat -- "${@/%//output/kehoach.lock}" | LC_ALL=C sort -k2 >"$out/kehoach.lock"
twice="$(cut -c67- "$out/kehoach.lock" | uniq -d)"
if [ -n "$twice" ]; then
    printf 'hai phần cùng có:\n%s\n' "$twice" >&2
    exit 1
fi
for part in "$@"; do
    cut -c67- "$part/output/kehoach.lock" | tar -C "$part/output" -cf - -T - | tar -C "$out" -xf -
done
[ ! -s "$out/kehoach.lock" ] || (cd "$out" && sha256sum --check --strict --quiet kehoach.lock)
jq --slurp '.[0] + {plans: (map(.plans) | add | sort_by(.plan))}' "${@/%//timings.json}" >"$timings.new"
mv "$timings.new" "$timings"
