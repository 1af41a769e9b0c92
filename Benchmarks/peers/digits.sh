#!/usr/bin/env bash
# Plots the cost of full Fisher matrices against the number of digits, to 1000, for the `matrices` program and PARI/GP.
#
#     peers/digits.sh <matrices program> <svg> [digits]...
set -euo pipefail
program=$1 picture=$2
shift 2
[ $# -gt 0 ] || set -- 30 50 100 200 500 1000
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$program" "$here/matrices.tsv" "$@" >"$scratch/derive"
"$here/pari.sh" "$@" >"$scratch/pari"
python3 "$here/digits.py" "$scratch/derive" "$scratch/pari" "$picture"
