#!/usr/bin/env bash
# Tells in one comment of the pull request which plans changed, and how; later runs write that comment anew.
#
# KEHOACH_SINCE  the revision that the plans are compared with
# KEHOACH_PATHS  plans or folders, one a line; empty: plans/
# KEHOACH_PULL   the number of the pull request
# GITHUB_TOKEN, GITHUB_REPOSITORY, GITHUB_API_URL as GitHub gives them
set -euo pipefail
# shellcheck source=paths.sh
. "$(dirname "$0")/paths.sh"

since="${KEHOACH_SINCE:?}"
api="${GITHUB_API_URL:-https://api.github.com}/repos/${GITHUB_REPOSITORY:?}/issues"
# Two jobs that compare different plans have a comment each.
marker="<!-- kehoach diff ${paths[*]-} -->"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT

# A shallow clone does not have the revision yet.
if ! git rev-parse --quiet --verify "$since^{commit}" >/dev/null; then
    git fetch --quiet --depth=1 origin "$since" || exit 2
    since="$(git rev-parse FETCH_HEAD)"
fi
code=0
kehoach diff --since "$since" --format md --exit-code --color never --out "$folder/changes.md" \
    -- ${paths[@]+"${paths[@]}"} 2>"$folder/failures" || code=$?
cat "$folder/failures" >&2
[ "$code" -lt 2 ] || exit "$code"

call() {
    curl --fail --silent --show-error --retry 2 --header "Authorization: Bearer ${GITHUB_TOKEN:?}" \
        --header "Accept: application/vnd.github+json" --header "X-GitHub-Api-Version: 2022-11-28" "$@"
}

# The comment of an earlier run, if there is one.
earlier() {
    local page=1 found count
    while :; do
        call "$api/${KEHOACH_PULL:?}/comments?per_page=100&page=$page" >"$folder/comments.json" || return
        found="$(jq --arg marker "$marker" 'map(select(.body | startswith($marker))) | .[0].id // empty' \
            "$folder/comments.json")" || return
        count="$(jq length "$folder/comments.json")" || return
        if [ -n "$found" ] || [ "$count" -lt 100 ]; then
            echo "$found"
            return
        fi
        page=$((page + 1))
    done
}

refused() {
    echo "::warning::không ghi được nhận xét vào yêu cầu hợp nhất: cần quyền pull-requests: write; yêu cầu từ kho khác không có quyền này"
    exit 0
}

comment="$(earlier)" || refused
if [ "$code" -eq 0 ]; then
    # Nothing to tell, unless an earlier run told something else.
    [ -n "$comment" ] || exit 0
    echo "Không kế hoạch nào đổi nội dung." >"$folder/changes.md"
elif [ -s "$folder/failures" ]; then
    printf '\nCó kế hoạch chưa so được vì còn lỗi: xem kết quả kiểm tra.\n' >>"$folder/changes.md"
fi
{ echo "$marker" && cat "$folder/changes.md"; } | jq --raw-input --slurp '{body: .}' >"$folder/body.json"
if [ -n "$comment" ]; then
    call --request PATCH --data "@$folder/body.json" "$api/comments/$comment" >/dev/null || refused
else
    call --request POST --data "@$folder/body.json" "$api/$KEHOACH_PULL/comments" >/dev/null || refused
fi
