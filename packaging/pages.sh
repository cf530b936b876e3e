#!/bin/sh
# Writes the manual pages in both languages and the completions of the shells into target/pages, for packages.
#
#   packaging/pages.sh [PROGRAM]
#
# PROGRAM is the program that was built, target/release/ledger without it. Then `cargo deb` finds all that it packs.
set -eu

cd "$(dirname "$0")/.."
program=$(realpath "${1:-target/release/ledger}")
pages=target/pages

rm -rf "$pages"
mkdir -p "$pages"
"$program" man --into "$pages/man" --lang en
"$program" man --into "$pages/man-zh" --lang zh
# Started by its name, so that the scripts call the program that is installed.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ln -s "$program" "$folder/ledger"
PATH="$folder:$PATH"
ledger completions bash > "$pages/ledger.bash"
ledger completions zsh > "$pages/_ledger"
ledger completions fish > "$pages/ledger.fish"
ledger completions powershell > "$pages/ledger.ps1"
