#!/usr/bin/env bash
# Builds the library with the oldest compiler that the manifest promises. Nothing is downloaded: the compiler is the toolchain
# named by MSRV_TOOLCHAIN, or one called `msrv` or after its version.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CARGO_TERM_COLOR=never RUSTUP_AUTO_INSTALL=0

promised=$(awk -F '"' '/^rust-version *=/ { print $2; exit }' Cargo.toml)
for toolchain in ${MSRV_TOOLCHAIN:-msrv "$promised" "$promised.0"}; do
    case $(rustc "+$toolchain" --version 2>/dev/null) in
        "rustc $promised."*)
            rustc "+$toolchain" --version
            for features in --no-default-features '' --all-features; do
                # shellcheck disable=SC2086 # no word is a word too many
                cargo "+$toolchain" check --locked --lib $features \
                    --target-dir "${CARGO_TARGET_DIR:-target}/msrv"
            done
            echo "the library builds with rustc $promised"
            exit 0
            ;;
    esac
done
echo "SKIPPED: no toolchain with rustc $promised (rustup toolchain install $promised, or link one as msrv)"
