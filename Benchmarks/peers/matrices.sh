#!/usr/bin/env bash
# Times full Fisher matrices with normaliser, E[s], E[s s'] and E[-H] at 30 and 50 digits: `derive check`, which also takes
# the Hessian of the divergence, against the script that it writes for mpmath and for PARI/GP. Whole processes, seconds.
# The scripts take derivatives as difference quotients; a peer programmed by hand with derivatives in closed form is
# faster than these.
set -euo pipefail
derive=$1
list=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

seconds() {
  local start=$EPOCHREALTIME
  # GP reports errors but ends well.
  timeout 120 "$@" >"$scratch/output" 2>&1 </dev/null && ! grep -q '\*\*\*' "$scratch/output" || { echo "-" && return; }
  awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.3f\n", b - a }'
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (a == "-" || b == "-") print "-"; else printf "%.0f\n", a/b }'; }

printf '%-12s %6s %9s %9s %9s %8s %8s\n' family digits derive mpmath pari /mpmath /pari
grep -v '^#' "$list" | while IFS=$'\t' read -r name model point; do
  for digits in ${DIGITS:-30 50}; do
    arguments=(check "$model" --at "$point" --digits "$digits")
    "$derive" "${arguments[@]}" --replay mpmath -o "$scratch/check.py"
    "$derive" "${arguments[@]}" --replay pari -o "$scratch/check.gp"
    own=$(seconds "$derive" "${arguments[@]}")
    python=$(seconds python3 "$scratch/check.py")
    gp=$(seconds gp -q "$scratch/check.gp")
    printf '%-12s %6s %9s %9s %9s %8s %8s\n' "$name" "$digits" "$own" "$python" "$gp" \
      "$(ratio "$python" "$own")" "$(ratio "$gp" "$own")"
  done
done
