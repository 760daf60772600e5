#!/usr/bin/env bash
# Reads calendars of the library by somebody else's reader: Python's `icalendar`, in an environment of its own.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CARGO_TERM_COLOR=never
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
environment=$target/calendar-environment
out=$target/calendar

if ! command -v python3 >/dev/null; then
    echo "SKIPPED: no python3"
    exit 0
fi
if ! "$environment/bin/python" -c 'import icalendar' 2>/dev/null; then
    rm -rf "$environment"
    if ! python3 -m venv "$environment" 2>/dev/null \
        || ! "$environment/bin/python" -m pip install --quiet --disable-pip-version-check -r checks/calendar.txt; then
        rm -rf "$environment"
        echo "SKIPPED: no environment with the packages of checks/calendar.txt (python3 with venv and pip, a package index)"
        exit 0
    fi
fi

rm -rf "$out"
cargo run --quiet --features icalendar --example plan -- --out "$out/whole-days" >/dev/null
cargo run --quiet --features icalendar --example plan -- --time 09:30 --out "$out/timed" >/dev/null
# Isolated, or the script's own name would stand in the way of a module of Python.
"$environment/bin/python" -I checks/calendar.py "$out"/*/plan.ics tests/plans/forms/*.ics
