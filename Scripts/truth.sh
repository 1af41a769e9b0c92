#!/usr/bin/env bash
# Densities whose information is known by construction, run through the program: COUNT of them from SEED.
# Prints the totals; exit status 5 if one is wrong.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
  cat <<'END'
usage: Scripts/truth.sh [COUNT [SEED [DIGITS]]]

Writes COUNT (10000) densities of known information from SEED (1), derives each with an optimised build of the program to
DIGITS (15) digits, and compares. What is wrong and what has no result is listed, then come the totals.
END
}

case "${1:-}" in -h | --help) usage && exit ;; esac
readonly count=${1:-10000} seed=${2:-1} digits=${3:-15}

file=$(mktemp)
trap 'rm -f "$file"' EXIT
TRUTH_FILE=$file TRUTH_COUNT=$count TRUTH_SEED=$seed swift test --filter TruthTests/writesTheFileThatIsAskedFor >&2
swift build -c release --product derive >&2
.build/release/derive verify --reference "$file" --digits "$digits" 2>/dev/null
