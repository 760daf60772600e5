#!/usr/bin/env bash
# What must not compile does not. The compiler's words are compared when it is the one whose words are on record; with any other
# the cases still have to fail.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CARGO_TERM_COLOR=never
here=checks/compile-fail

# With the features and the packages of the other tests, so that their library serves here too. The cases themselves are compiled
# in a project of their own, which has the default features.
cases() { cargo test --workspace --all-features --test ui; }

recorded=$(<"$here/rustc-version")
running=$(rustc --version | cut -d ' ' -f 2)
# With the source of std installed the compiler quotes it, and its words differ.
if [ -d "$(rustc --print sysroot)/lib/rustlib/src/rust/library" ]; then
    running="$running with rust-src"
fi

if [ "$running" = "$recorded" ]; then
    cases
else
    echo "SKIPPED: the wording of errors (on record for rustc $recorded; this is $running). That they are errors is checked."
    copy=$(mktemp -d)
    trap 'rm -rf "$copy"' EXIT
    cp "$here"/tests/ui/*.rs "$copy"
    TRYBUILD=overwrite COMPILE_FAIL_CASES=$copy cases
fi
