#!/usr/bin/env bash
# Makes this machine able to build derive: GMP and MPFR with their headers, pkg-config, and a Swift toolchain.
# Says nothing and changes nothing where all is there.
set -euo pipefail

readonly needed_swift="6.1"
with_tex=no
with_browser=no

usage() {
  cat <<'END'
usage: Scripts/setup.sh [--with-tex] [--with-browser] [--help]

Installs what derive needs and this machine lacks, with apt-get or brew:

  GMP and MPFR     libgmp-dev, libmpfr-dev   (brew: gmp, mpfr)
  pkg-config       pkg-config                (brew: pkgconf)
  --with-tex       pdflatex with amsmath     texlive-latex-base, texlive-latex-recommended
  --with-browser   Chromium, rsvg-convert    chromium, librsvg2-bin

The last two are for tests alone, which say so where they are skipped without them.

Uses sudo only when not root. Checks, but does not install, the Swift toolchain (6.1 or later).
Prints nothing when everything is there. Exit status: 0 ready, 1 something is lacking (and it says what).
END
}

complain() { printf 'setup: %s\n' "$*" >&2; }

# The names, for this package manager, of what is missing.
missing_packages() {
  local manager=$1
  local -a missing=()
  has_library gmp gmp.h || missing+=("$([ "$manager" = brew ] && echo gmp || echo libgmp-dev)")
  has_library mpfr mpfr.h || missing+=("$([ "$manager" = brew ] && echo mpfr || echo libmpfr-dev)")
  has_pkg_config || missing+=("$([ "$manager" = brew ] && echo pkgconf || echo pkg-config)")
  [ "$with_tex" = no ] || command -v pdflatex >/dev/null 2>&1 || missing+=(texlive-latex-base texlive-latex-recommended)
  if [ "$with_browser" = yes ]; then
    has_browser || missing+=(chromium)
    command -v rsvg-convert >/dev/null 2>&1 || missing+=("$([ "$manager" = brew ] && echo librsvg || echo librsvg2-bin)")
  fi
  printf '%s\n' ${missing[@]+"${missing[@]}"}
}

has_browser() {
  command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 \
    || command -v google-chrome >/dev/null 2>&1
}

has_pkg_config() { command -v pkg-config >/dev/null 2>&1; }

# Whether the package manager's own record, or pkg-config, knows the library with its header.
has_library() {
  local name=$1 header=$2
  if has_pkg_config; then
    pkg-config --exists "$name" 2>/dev/null
  else
    compgen -G "/usr/include/$header" >/dev/null || compgen -G "/usr/include/*/$header" >/dev/null \
      || compgen -G "/opt/homebrew/include/$header" >/dev/null || compgen -G "/usr/local/include/$header" >/dev/null
  fi
}

package_manager() {
  if command -v apt-get >/dev/null 2>&1; then
    echo apt
  elif command -v brew >/dev/null 2>&1; then
    echo brew
  else
    echo none
  fi
}

# Runs a command silently; its output is shown only if it fails.
quietly() {
  local log status=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 || status=$?
  [ "$status" -eq 0 ] || cat "$log" >&2
  rm -f "$log"
  return "$status"
}

install_with_apt() {
  local -a prefix=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
      complain "$* must be installed by root, and there is no sudo here; as root, run: apt-get install $*"
      return 1
    fi
    sudo -v || return 1 # asks for the password here, where the question can be seen
    prefix=(sudo)
  fi
  local -a install=(${prefix[@]+"${prefix[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install
    --yes --no-install-recommends "$@")
  # A machine whose package lists are current needs no update; a fresh container has none.
  "${install[@]}" >/dev/null 2>&1 && return 0
  quietly ${prefix[@]+"${prefix[@]}"} apt-get update || return 1
  quietly "${install[@]}"
}

install_missing() {
  local manager=$1
  shift
  case "$manager" in
    apt) echo "setup: installing $*" >&2 && install_with_apt "$@" ;;
    brew) echo "setup: installing $*" >&2 && quietly brew install "$@" ;;
    none)
      complain "found neither apt-get nor brew; please install GMP and MPFR with their headers, and pkg-config"
      return 1
      ;;
  esac
}

# The version of the toolchain on the PATH, such as 6.3.1; empty when there is none.
swift_version() {
  command -v swift >/dev/null 2>&1 || return 0
  swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1
}

at_least() {
  local -a have want
  IFS=. read -r -a have <<<"$1"
  IFS=. read -r -a want <<<"$2"
  [ "${have[0]:-0}" -gt "${want[0]}" ] || { [ "${have[0]:-0}" -eq "${want[0]}" ] && [ "${have[1]:-0}" -ge "${want[1]}" ]; }
}

check_swift() {
  local version
  version=$(swift_version)
  if [ -z "$version" ]; then
    complain "no Swift toolchain on the PATH; derive needs Swift $needed_swift or later"
  elif ! at_least "$version" "$needed_swift"; then
    complain "found Swift $version; derive needs Swift $needed_swift or later"
  else
    return 0
  fi
  complain "install one from https://www.swift.org/install (with swiftly: swiftly install latest), then run this again"
  return 1
}

main() {
  local argument
  for argument in "$@"; do
    case "$argument" in
      -h | --help) usage && return 0 ;;
      --with-tex) with_tex=yes ;;
      --with-browser) with_browser=yes ;;
      *) complain "unknown argument: $argument" && usage >&2 && return 2 ;;
    esac
  done
  local manager status=0
  manager=$(package_manager)
  local -a packages=()
  while IFS= read -r package; do [ -z "$package" ] || packages+=("$package"); done < <(missing_packages "$manager")
  if [ "${#packages[@]}" -gt 0 ]; then
    install_missing "$manager" "${packages[@]}" || { complain "could not install: ${packages[*]}" && status=1; }
  fi
  check_swift || status=1
  return "$status"
}

main "$@"
