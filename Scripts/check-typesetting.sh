#!/usr/bin/env bash
# Typesets every reference result with a closed form, and compiles it: no error, no overfull box.
set -euo pipefail

usage() {
  cat <<'END'
usage: Scripts/check-typesetting.sh [--jobs N] [FILE [ID...]]

Runs the program (`derive` on the PATH, or in .build) on the entries of FILE, which is Tests/Reference/public.json unless
told otherwise, writes each report as a LaTeX document and compiles that with pdflatex; writes each as a page and reads it
as XML. Prints what is wrong, and exits with 1 if anything is. Needs python3 and pdflatex.
END
}

jobs=1
case "${1:-}" in
  -h | --help) usage && exit 0 ;;
  --jobs) jobs=$2 && shift 2 ;;
esac

cd "$(dirname "$0")/.."
for folder in .build/release .build/debug; do
  command -v derive >/dev/null || ! [ -x "$folder/derive" ] || PATH="$PWD/$folder:$PATH"
done
export PATH
exec python3 Scripts/check_typesetting.py "$jobs" "${@:-Tests/Reference/public.json}"
