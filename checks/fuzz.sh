#!/usr/bin/env bash
# Looks for input that makes the crate panic: bytes as course and protocol files, and sequences of entries. A crash is kept below
# `checks/fuzz/artifacts`, and belongs into a named test.
#
#   checks/fuzz.sh [SECONDS [TARGET]]    thirty for each target when nothing is said
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CARGO_TERM_COLOR=never RUSTUP_AUTO_INSTALL=0
seconds=${1:-30}

if ! cargo +nightly --version 2>/dev/null; then
    echo "SKIPPED: no nightly toolchain"
    exit 0
fi
if ! cargo fuzz --version 2>/dev/null; then
    echo "SKIPPED: no cargo-fuzz (cargo install cargo-fuzz)"
    exit 0
fi

# What is bundled is where the mutations begin.
corpus=$(mktemp -d)
trap 'rm -r "$corpus"' EXIT
mkdir "$corpus"/{read,protocol,entries}
find examples/data -path '*protocols*' -name '*.json' -exec cp -t "$corpus/protocol" {} +
find examples/data -name '*.json' -not -path '*protocols*' -exec cp -t "$corpus/read" {} +

for target in ${2:-read protocol entries}; do
    echo "--- $target: $seconds s"
    cargo +nightly fuzz run --fuzz-dir checks/fuzz "$target" "$corpus/$target" -- \
        -max_total_time="$seconds" -max_len=65536 -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 2>&1 | tail -n 12
done
