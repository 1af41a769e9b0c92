#!/usr/bin/env bash
# Runs the measurements: the network's Hessian against SymEngine, divisors against SymPy and FLINT, whole reports, matrices
# against PARI/GP and mpmath, parsing against SymPy. See Benchmarks/README.md.
set -euo pipefail
cd "$(dirname "$0")"

usage() {
  cat <<'END'
usage: Benchmarks/run.sh [network-hessian | polynomial-divisors | reports | families | matrices | parsing | digits]...

Without arguments runs all but the last. `digits` plots the cost of a matrix against the number of digits, which takes
minutes. Exit status: 0 when every bar is met, 1 otherwise.
END
}

scratch=.build/peers

# A virtual environment with the peers' packages, made once.
prepare_peers() {
  local python=$scratch/venv/bin/python stamp=$scratch/requirements.txt
  if ! cmp -s peers/requirements.txt "$stamp" 2>/dev/null; then
    python3 -m venv "$scratch/venv"
    "$python" -m pip install --quiet --disable-pip-version-check --requirement peers/requirements.txt
    cp peers/requirements.txt "$stamp"
  fi
}

network_hessian() {
  mkdir -p "$scratch"
  prepare_peers
  swift build --configuration release --product network-hessian
  local binaries
  binaries=$(swift build --configuration release --show-bin-path)
  "$scratch/venv/bin/python" peers/network_hessian_symengine.py "$scratch/entries" 7 >"$scratch/times"
  "$binaries/network-hessian" "$scratch/times" "$scratch/entries"
}

polynomial_divisors() {
  mkdir -p "$scratch"
  prepare_peers
  swift build --configuration release --product polynomial-divisors
  local binaries
  binaries=$(swift build --configuration release --show-bin-path)
  "$scratch/venv/bin/python" peers/polynomial_divisors.py "$scratch/divisors"
  "$binaries/polynomial-divisors" "$scratch/divisors"
}

reports() {
  swift build --configuration release --product reports
  swift build --package-path .. --configuration release --product derive
  local binaries derive
  binaries=$(swift build --configuration release --show-bin-path)
  derive=$(swift build --package-path .. --configuration release --show-bin-path)/derive
  "$binaries/reports" "$derive" reports.tsv
}

families() {
  swift build --configuration release --product reports
  swift build --package-path .. --configuration release --product derive
  local binaries derive
  binaries=$(swift build --configuration release --show-bin-path)
  derive=$(swift build --package-path .. --configuration release --show-bin-path)/derive
  DERIVE_FAMILIES=../Families "$binaries/reports" "$derive" families.tsv 11 30 500
}

matrices() {
  mkdir -p "$scratch"
  prepare_peers
  swift build --configuration release --product matrices
  peers/matrices.sh "$(swift build --configuration release --show-bin-path)/matrices" "$scratch/venv/bin/python"
}

digits() {
  mkdir -p "$scratch"
  swift build --configuration release --product matrices
  peers/digits.sh "$(swift build --configuration release --show-bin-path)/matrices" digits.svg
}

parsing() {
  mkdir -p "$scratch"
  prepare_peers
  swift build --configuration release --product parsing
  "$scratch/venv/bin/python" peers/parsing_sympy.py "$(swift build --configuration release --show-bin-path)/parsing"
}

case "${1:-}" in
  -h | --help) usage && exit 0 ;;
esac
[ $# -gt 0 ] || set -- network-hessian polynomial-divisors reports families matrices parsing

for name in "$@"; do
  case "$name" in
    network-hessian | polynomial-divisors | reports | families | matrices | parsing | digits) ;;
    *) usage >&2 && exit 2 ;;
  esac
done

# Each measurement runs in a shell of its own, so that a failing one does not prevent the next. (A condition such as
# `(reports) || …` would switch errexit off inside.)
status=0
for name in "$@"; do
  set +e
  (set -e; "${name/-/_}")
  [ $? -eq 0 ] || status=1
  set -e
done
exit "$status"
