#!/usr/bin/env bash
# Runs the coverage-guided fuzzer (libFuzzer) over the parser and the loader of families. See `Scripts/fuzz.sh --help`.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

case "${1:-}" in
  -h | --help)
    cat <<'END'
usage: Scripts/fuzz.sh [SECONDS]

Builds Fuzzing/ with -sanitize=fuzzer and runs it for SECONDS (default 60) on one core with at most 2 GB of memory. It
starts from the small corpus in Tests/Golden/fuzz, the models of Tests/Golden/language and the families, and keeps what it
finds under Fuzzing/.build/corpus. An input that crashes, hangs or takes too much memory is left in
Fuzzing/.build/findings; mend the defect and add the input to Tests/Golden/fuzz, which the tests replay.
Exit status: 0 when nothing was found.
END
    exit 0
    ;;
esac

seconds=${1:-60}
scratch=$root/Fuzzing/.build
# The sanitizer is given to every module, so that the search is guided by what runs in all of them.
swift build --package-path "$root/Fuzzing" --configuration release -j 1 -Xswiftc -sanitize=fuzzer
binary=$(swift build --package-path "$root/Fuzzing" --configuration release --show-bin-path)/fuzz

mkdir -p "$scratch/corpus" "$scratch/seeds" "$scratch/findings"
# The first byte chooses the reader: an even one the parser of models, an odd one the loader of families.
number=0
while IFS= read -r line; do
  number=$((number + 1))
  printf '0%s' "$line" >"$scratch/seeds/model-$number"
done < <(cat "$root"/Tests/Golden/language/*.txt "$root"/Tests/Golden/errors/*/*.in)
for file in "$root"/Families/*.family; do
  { printf '1' && cat "$file"; } >"$scratch/seeds/$(basename "$file")"
done

cd "$scratch/findings"
# libFuzzer is to see a trap first, and Swift's own report of it would end the search. After a finding it goes on.
export SWIFT_BACKTRACE=enable=no
"$binary" -fork=1 -ignore_crashes=1 -ignore_timeouts=1 -ignore_ooms=1 -max_total_time="$seconds" -timeout=10 \
  -rss_limit_mb=2048 -max_len=4096 -print_final_stats=1 "$scratch/corpus" "$scratch/seeds" "$root/Tests/Golden/fuzz"
[ -z "$(ls -A .)" ]
