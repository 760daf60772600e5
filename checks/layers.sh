#!/usr/bin/env bash
# The folders of `src` are layers. A module uses what stands below it in this list, and nothing above; tests may use anything.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# From the bottom up. `docs/ARCHITECTURE.md` says what each is.
layers='base vocabulary source measure record protocol machine course pace rule plan text wire testing error prelude guide'

awk -v layers="$layers" '
    BEGIN {
        count = split(layers, name, " ")
        for (i = 1; i <= count; i++) height[name[i]] = i
    }
    FNR == 1 {
        path = FILENAME
        sub(/^src\//, "", path)
        depth = split(path, part, "/")
        here = part[1]
        sub(/\.rs$/, "", here)
        tested = path ~ /(^|\/)tests\.rs$/
        statement = ""
        if (!(here in height) && path != "lib.rs") fault(path ": not one of the layers")
    }
    path == "lib.rs" { next }
    /^#\[cfg\(test\)\]/ || /^#\[cfg\(all\(test/ { tested = 1 }
    tested { next }
    {
        line = $0
        sub(/\/\/.*/, "", line)
        # A use statement may run over many lines.
        if (statement != "" || line ~ /^ *(pub(\([a-z ]*\))? )?use /) {
            statement = statement line
            if (line !~ /;/) next
            line = statement
            statement = ""
        }
        judge(line)
    }
    END { exit faults > 0 }

    function judge(line,    rest, items, n, i, item) {
        # Out of the top of its own folder.
        if (line ~ /super::super::super::super::/ && depth <= 4) fault(FILENAME ":" FNR ": leaves its layer by `super`")
        while (match(line, /crate::/)) {
            rest = substr(line, RSTART + RLENGTH)
            if (substr(rest, 1, 1) == "{") {
                # `crate::{a::{x, y}, b::z}`: the names at the top of the group.
                rest = substr(rest, 2)
                while (match(rest, /\{[^{}]*\}/)) rest = substr(rest, 1, RSTART - 1) substr(rest, RSTART + RLENGTH)
                sub(/\}.*/, "", rest)
                n = split(rest, items, ",")
                for (i = 1; i <= n; i++) arrow(items[i])
                return
            }
            arrow(rest)
            line = rest
        }
    }

    function arrow(item) {
        gsub(/^[ \t]+/, "", item)
        if (!match(item, /^[a-z_]+/)) return
        item = substr(item, RSTART, RLENGTH)
        if (item in height && height[item] > height[here]) {
            fault(FILENAME ":" FNR ": `" here "` uses `" item "`, which stands above it")
        }
    }

    function fault(text) { print text; faults++ }
' $(find src -name '*.rs' | sort)

echo "arrows run down: $(echo "$layers" | wc -w) layers"
