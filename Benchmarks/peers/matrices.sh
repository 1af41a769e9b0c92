#!/usr/bin/env bash
# Times full Fisher matrices with normaliser, E[s], E[s s'] and E[-H]: the `matrices` program against PARI/GP and mpmath, the latter
# in a program written for speed and in one that leaves each entry to its `quad` or `nsum`.
#
#     peers/matrices.sh <matrices program> <python with mpmath> [digits]...
#
# All three take the processor's time of the integration alone, not of their start, and the median of several runs. They
# take turns, three times where a turn is short, and ours runs before each of the others, for the speed of a machine changes
# within minutes; the median turn counts.
# The values of all are compared. Exit status 1 if a bar is missed.
set -euo pipefail
program=$1 python=$2
shift 2
[ $# -gt 0 ] || set -- 30 50 100 1000
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

ours() { "$program" "$here/matrices.tsv" "$1" >>"$scratch/derive"; }

# At 1000 digits mpmath would take hours; it is stopped where the bar is met.
for digits; do
  if [ "$digits" -le 100 ]; then turns=3 limit=-; else turns=1 limit=$scratch/derive; fi
  for _ in $(seq "$turns"); do
    ours "$digits"
    "$here/pari.sh" "$digits" >>"$scratch/pari"
    ours "$digits"
    "$python" "$here/matrices.py" "$limit" "$digits" >>"$scratch/mpmath"
    ours "$digits"
    "$python" "$here/matrices_quad.py" "$limit" "$digits" >>"$scratch/quad"
  done
done
"$python" "$here/compare_matrices.py" "$scratch/derive" "$scratch/pari" "$scratch/mpmath" "$scratch/quad"
