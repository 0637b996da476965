#!/usr/bin/env bash
# archive.sh PROGRAM NAME FOLDER: packs the program with its man pages and completions as FOLDER/NAME.tar.gz, or .zip for Windows.
set -euo pipefail

program="$1" name="$2" folder="$3"
root="$(cd "$(dirname "$0")/../.." && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/$name/man" "$work/$name/completions" "$folder"
folder="$(cd "$folder" && pwd)"

cp "$program" "$work/$name/"
cp "$root/LICENSE" "$root/README.md" "$root/assets/fonts/OFL.txt" "$work/$name/"
"$program" man >"$work/$name/man/kehoach.1"
"$program" completions bash >"$work/$name/completions/kehoach.bash"
sed -n 's/^kehoach\\-\([a-z]*\)(1)$/\1/p' "$work/$name/man/kehoach.1" | while read -r command; do
    "$program" man "$command" >"$work/$name/man/kehoach-$command.1"
done
"$program" completions zsh >"$work/$name/completions/_kehoach"
"$program" completions fish >"$work/$name/completions/kehoach.fish"
"$program" completions powershell >"$work/$name/completions/kehoach.ps1"
"$program" completions elvish >"$work/$name/completions/kehoach.elv"

cd "$work"
case "$program" in
    *.exe) 7z a -bso0 "$folder/$name.zip" "$name" ;;
    *) tar -czf "$folder/$name.tar.gz" "$name" ;;
esac
