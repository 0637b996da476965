#!/usr/bin/env bash
# Puts the program on the PATH of the steps that follow.
#
# KEHOACH_BINARY      a program that is there already; without it:
# KEHOACH_VERSION     the release that is downloaded, as its tag names it: v0.1.0
# KEHOACH_REPOSITORY  the repository of the releases: OWNER/kehoach
set -euo pipefail

fail() {
    echo "::error::$1"
    exit 2
}

folder="${RUNNER_TEMP:?}/kehoach-program"
mkdir -p "$folder"
if [ -n "${KEHOACH_BINARY:-}" ]; then
    [ -x "$KEHOACH_BINARY" ] || fail "không chạy được chương trình «$KEHOACH_BINARY» (binary)"
    suffix=""
    case "$KEHOACH_BINARY" in *.exe) suffix=".exe" ;; esac
    cp "$KEHOACH_BINARY" "$folder/kehoach$suffix"
else
    version="${KEHOACH_VERSION:-}"
    case "$version" in
        v[0-9]*.[0-9]*.[0-9]*) ;;
        *) fail "«$version» không phải tên một bản phát hành, như v0.1.0: viết version, hoặc binary" ;;
    esac
    case "${RUNNER_OS:?}" in
        Linux) archive="kehoach-$version-x86_64-linux.tar.gz" ;;
        macOS) archive="kehoach-$version-aarch64-macos.tar.gz" ;;
        Windows) archive="kehoach-$version-x86_64-windows.zip" ;;
        *) fail "không có bản phát hành cho $RUNNER_OS" ;;
    esac
    from="${GITHUB_SERVER_URL:-https://github.com}/${KEHOACH_REPOSITORY:?}/releases/download/$version"
    cd "$folder"
    for file in "$archive" SHA256SUMS; do
        curl --fail --silent --show-error --location --retry 3 --output "$file" "$from/$file" ||
            fail "không tải được $from/$file"
    done
    sum="sha256sum"
    command -v sha256sum >/dev/null || sum="shasum -a 256"
    grep -F "  $archive" SHA256SUMS >"$archive.sha256" || fail "SHA256SUMS không có $archive"
    $sum --check "$archive.sha256" >/dev/null || fail "$archive không đúng SHA256SUMS"
    case "$archive" in
        *.zip) unzip -q -o -j "$archive" '*/kehoach.exe' ;;
        *) tar -xzf "$archive" --strip-components=1 ;;
    esac
fi
echo "$folder" >>"${GITHUB_PATH:?}"
PATH="$folder:$PATH" kehoach --version
