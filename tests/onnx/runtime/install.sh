#!/usr/bin/env bash
# Installs onnxruntime-node where it is not yet, and prints the folder that it lies in: install.sh
# Needs node and npm. What it downloads, some 300 MB, is never committed.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
modules=$(cd "$here/../../.." && pwd)/artifacts/onnx

# The package's own script would fetch what is for GPUs; the library for CPUs is in the package.
mkdir -p "$modules"
cp "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$modules/"
if ! cmp -s "$here/package-lock.json" "$modules/installed-lock.json"; then
    printf 'Installing onnxruntime-node (npm; once, some 300 MB) ...\n' >&2
    log=$(mktemp)
    (cd "$modules" && npm ci --ignore-scripts) >"$log" 2>&1 || {
        cat "$log" >&2
        rm -f "$log"
        exit 1
    }
    rm -f "$log"
    cp "$here/package-lock.json" "$modules/installed-lock.json"
fi
printf '%s\n' "$modules"
