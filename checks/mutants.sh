#!/usr/bin/env bash
# Changes the code in one place at a time and sees whether a test notices: a draw over the catalogue of rules, the machine and the
# account of spacing, the same for the same numbers. Rules themselves stand in a macro, which the tool does not look into; their
# proofs break each of them on purpose (`tests/rules`). A mutant that survives gets a test, or a reason.
#
#   checks/mutants.sh [SHARD] [SHARDS]    the first of nine shards, about two hundred mutants, when nothing is said
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CARGO_TERM_COLOR=never PROPTEST_RNG_SEED=${PROPTEST_RNG_SEED:-56} CARGO_INCREMENTAL=1

if ! cargo mutants --version 2>/dev/null; then
    echo "SKIPPED: no cargo-mutants (cargo install cargo-mutants)"
    exit 0
fi
# Survivors are counted at the end; a run with some is no failure of the tool.
cargo mutants --no-shuffle --shard "${1:-0}/${2:-9}" --sharding round-robin --colors never \
    --file 'src/rule/catalogue/**' --file 'src/machine/**' --file 'src/pace/**' \
    --output "${CARGO_TARGET_DIR:-target}/mutants" --copy-target=true --baseline skip --timeout 300 \
    -- --all-features --lib --test rules --test machine --test plans --test reports || true
cd "${CARGO_TARGET_DIR:-target}/mutants/mutants.out"
caught=$(wc -l <caught.txt) missed=$(wc -l <missed.txt) slow=$(wc -l <timeout.txt)
viable=$((caught + missed + slow))
echo "of $viable viable mutants $((caught + slow)) were noticed; these were not:"
cat missed.txt
