#!/usr/bin/env bash
# Writes what the program really prints into the README: the block after each line
#     <!-- output of: COMMAND -->
# becomes the output of COMMAND, and ends at the line <!-- end of output -->.
set -euo pipefail

usage() {
  cat <<'END'
usage: Scripts/update-readme.sh [--check]

Builds derive, runs the commands that README.md names, and puts their output into it.
With --check changes nothing, shows the difference, and exits with 1 if there is one.
END
}

# Copies a README from stdin to stdout, with fresh output. Fails where a command cannot be run or a block has no end.
refresh() {
  local line command output status inside=no
  local begin='^<!-- output of: (.*) -->$'
  while IFS= read -r line || [ -n "$line" ]; do
    if [ "$inside" = yes ]; then
      [ "$line" = '<!-- end of output -->' ] || continue
      inside=no
    fi
    printf '%s\n' "$line"
    [[ $line =~ $begin ]] || continue
    inside=yes
    command=${BASH_REMATCH[1]}
    status=0
    # A verdict other than "verified" has an exit status of its own (up to 5); anything beyond is a failure to run.
    output=$(NO_COLOR=1 bash -c "$command" </dev/null 2>&1) || status=$?
    if [ "$status" -gt 5 ]; then
      printf 'update-readme: `%s` ended with status %s:\n%s\n' "$command" "$status" "$output" >&2
      return 1
    fi
    printf '\n```text\n%s\n```\n\n' "$output"
  done
  if [ "$inside" = yes ]; then
    echo "update-readme: the output of \`$command\` has no end mark" >&2
    return 1
  fi
}

check=no
case "${1:-}" in
  -h | --help) usage && exit 0 ;;
  --check) check=yes ;;
  "") ;;
  *) usage >&2 && exit 2 ;;
esac

cd "$(dirname "$0")/.."
swift build --configuration release --product derive 1>&2
binaries=$(swift build --configuration release --show-bin-path)
export PATH="$binaries:$PATH"

fresh=$(mktemp)
trap 'rm -f "$fresh"' EXIT
refresh <README.md >"$fresh"
if [ "$check" = yes ]; then
  diff -u README.md "$fresh" || { echo "update-readme: README.md is out of date; run Scripts/update-readme.sh" >&2 && exit 1; }
elif ! cmp -s README.md "$fresh"; then
  cat "$fresh" >README.md
fi
