#!/usr/bin/env bash
# Writes every generated file anew: the documents, tables and schemas below `docs/`, the bundled course without fault, and what
# the tests keep beside themselves. Look at the difference before you commit it.
#
#   checks/bless.sh           all of them
#   checks/bless.sh rules     those of one test target
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# `rules` writes the sentences that `rules_doc` puts on its page; of several, cargo runs the targets in the order of their names.
case "${1:-all}" in
    all) targets=(--test '*') ;;
    rules) targets=(--test rules --test rules_doc) ;;
    *) targets=(--test "$1") ;;
esac
IPT_BLESS=1 cargo test --quiet --all-features "${targets[@]}" is_generated
git status --short
