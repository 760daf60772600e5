#!/usr/bin/env bash
# Runs the laws with fresh cases, again and again: `.ci/run` judges every change by the same ones, and this looks for those that
# nobody has seen yet. A case that refutes a law belongs into a named test.
#
#   checks/stress.sh [TIMES] [FILTER]    ten times, the laws of plans, when nothing is said
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CARGO_TERM_COLOR=never
times=${1:-10}
filter=${2:-course_plan}

refuted=0
for _ in $(seq "$times"); do
    seed=$RANDOM$RANDOM
    if ! said=$(PROPTEST_RNG_SEED=$seed cargo test --quiet --all-features --test plans "$filter" 2>&1); then
        refuted=$((refuted + 1))
        echo "--- PROPTEST_RNG_SEED=$seed"
        grep -E '^Test failed|panicked at' -A 3 <<<"$said" || echo "$said"
    fi
done
echo "$times runs with fresh cases, $refuted refuted something"
[ "$refuted" -eq 0 ]
