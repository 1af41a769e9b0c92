#!/usr/bin/env bash
# The whole catalogue, renamed and rearranged, run through the program.
# Prints the totals; exit status 5 if one is wrong.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
  cat <<'END'
usage: Scripts/variants.sh [SEED [DIGITS]]

Writes every family of the catalogue with new names and in another form from SEED (1), derives each with an optimised build
of the program to DIGITS (15) digits, and compares with the claims. What is wrong and what has no result is listed, then
come the totals.
END
}

case "${1:-}" in -h | --help) usage && exit ;; esac
readonly seed=${1:-1} digits=${2:-15}

file=$(mktemp)
trap 'rm -f "$file"' EXIT
VARIANTS_FILE=$file VARIANTS_SEED=$seed swift test --filter FamilyVariantTests/writesTheFileThatIsAskedFor >&2
swift build -c release --product derive >&2
.build/release/derive verify --reference "$file" --digits "$digits" --time-limit 60 2>/dev/null
