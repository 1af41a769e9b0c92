#!/usr/bin/env bash
# Puts the normative grammar into the program that prints it; a test fails where the two differ.
set -euo pipefail
cd "$(dirname "$0")/.."
{
  printf '%s\n' \
    '// From Grammar/log-density.ebnf by Scripts/update-language.sh.' \
    'extension LanguageReference {' \
    '  /// The normative grammar with its remarks and examples.' \
    '  public static let grammar = #"""'
  sed -e 's/^\(.\)/    \1/' Grammar/log-density.ebnf
  printf '%s\n' '    """#' '}'
} >Sources/Syntax/Model/LanguageReference+Grammar.swift
