#!/usr/bin/env bash
# Renders the diagrams of docs/MACHINE.md, and so shows that Mermaid and Graphviz accept them.
#
#   checks/diagrams.sh [FOLDER]     where the pictures go; `diagrams` in the target folder when not given
#
# MMDC_CONFIG may name a Puppeteer configuration for mmdc (which browser, which flags).
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
page=docs/MACHINE.md
out=${1:-${CARGO_TARGET_DIR:-target}/diagrams}

if [ ! -e "$page" ]; then
    echo "SKIPPED: there is no $page yet"
    exit 0
fi

mkdir -p "$out"
rm -f "$out"/*.mermaid "$out"/*.dot "$out"/*.svg
# Each fenced block becomes a file, numbered in the order of the page.
awk -v out="$out" '
    /^```(mermaid|dot)$/ { file = sprintf("%s/%02d.%s", out, ++n, substr($0, 4)); next }
    /^```/               { if (file) close(file); file = ""; next }
    file                 { print > file }
' "$page"

# render KIND TOOL COMMAND…: draws every block of a kind, or says that it did not.
render() {
    local kind=$1 tool=$2 file count=0
    shift 2
    for file in "$out"/*."$kind"; do
        [ -e "$file" ] || continue
        count=$((count + 1))
        if command -v "$tool" >/dev/null; then
            "$@" "$file" -o "${file%.*}.svg"
            [ -s "${file%.*}.svg" ] || { echo "$tool drew nothing from $file"; return 1; }
        fi
    done
    if [ "$count" -eq 0 ]; then
        echo "SKIPPED: $page has no $kind block"
    elif command -v "$tool" >/dev/null; then
        echo "$count $kind blocks drawn into $out"
    else
        echo "SKIPPED: $count $kind blocks, for want of $tool"
    fi
}

render dot dot dot -Tsvg
render mermaid mmdc mmdc --quiet ${MMDC_CONFIG:+-p "$MMDC_CONFIG"} -i
