#!/usr/bin/env bash
# merge.sh OUT TIMINGS PART…: puts the parts of a build together, each a folder with output/ and timings.json.
#
# OUT gets all documents, TIMINGS the time of every plan. Each lock is proven; where a part has none, since a plan of it has a
# mistake, the whole has none.
set -euo pipefail

out="$1" timings="$2"
shift 2
mkdir -p "$out"
locks=()
for part in "$@"; do
    (cd "$part/output" && find . -type f ! -name kehoach.lock) | while IFS= read -r document; do
        [ ! -e "$out/$document" ] || { echo "hai phần cùng có ${document#./}" >&2; exit 1; }
    done
    cp -R "$part/output/." "$out/"
    [ ! -f "$part/output/kehoach.lock" ] || locks+=("$part/output/kehoach.lock")
done
rm -f "$out/kehoach.lock"
if [ "${#locks[@]}" -gt 0 ]; then
    cat -- "${locks[@]}" | LC_ALL=C sort -k2 >"$out/proof"
    [ ! -s "$out/proof" ] || (cd "$out" && sha256sum --check --strict --quiet proof)
    if [ "${#locks[@]}" -eq $# ]; then mv "$out/proof" "$out/kehoach.lock"; else rm "$out/proof"; fi
fi
jq --slurp '.[0] + {plans: (map(.plans) | add | sort_by(.plan))}' "${@/%//timings.json}" >"$timings.new"
mv "$timings.new" "$timings"
