#!/usr/bin/env bash
# Runs matrices.gp in PARI/GP for numbers of digits.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
script=$(mktemp)
trap 'rm -f "$script"' EXIT

families="gamma weibull logistic student von-mises beta generalised-gamma negative-binomial poisson"

for digits; do
  {
    echo "read(\"$here/matrices.gp\");"
    echo "default(realprecision, $digits);"
    for name in $families; do echo "measure(\"$name\", $(echo "$name" | tr -d -)integrals, $digits);"; done
  } >"$script"
  # The stack is set before the script is read: a change would end it.
  gp --default parisizemax=2G -q "$script" </dev/null 2>/dev/null
done
