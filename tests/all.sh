#!/usr/bin/env bash
# Everything that must hold: format, lints, documentation, all Rust tests, the page's lints, types, unit tests and browser journeys.
set -euo pipefail
cd "$(dirname "$0")/.."

missing=()
for program in cargo node npm dot; do command -v "$program" >/dev/null || missing+=("$program"); done
chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
[ -n "$chromium" ] || missing+=(chromium)
# What would otherwise fail after half an hour: an old Node, a toolchain without its lints.
if command -v node >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
  missing+=("node 20 or later (this is $(node --version))")
fi
for part in fmt clippy; do
  if command -v cargo >/dev/null && ! cargo "$part" --version >/dev/null 2>&1; then missing+=("cargo $part"); fi
done
if [ ${#missing[@]} -gt 0 ]; then
  printf 'missing: %s\n' "${missing[@]}" >&2
  echo "on Debian: apt-get install graphviz chromium; Rust from rustup.rs (rustup component add clippy rustfmt); Node 20 or later" >&2
  exit 1
fi
export CHROMIUM="$chromium"

step() { printf '\n== %s\n' "$*"; "$@"; }

step cargo fmt --check
# Lints and documentation in the profile of the tests, so that nothing is looked at twice.
step cargo clippy --profile checked --all-targets --quiet -- -D warnings
RUSTDOCFLAGS="-D warnings" step cargo doc --profile checked --no-deps --quiet
# One build for the tests and for the program that the journeys drive: optimised, and checking itself.
step cargo test --profile checked --quiet
step ./target/checked/relier check

cd web
step npm ci --no-audit --no-fund --silent
step npm run --silent lint
step npm run --silent types
step npm test --silent
RELIER_BIN=../target/checked/relier step npm run --silent journeys
printf '\nall passed\n'
