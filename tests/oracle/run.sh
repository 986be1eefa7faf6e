#!/usr/bin/env bash
# Compares the generated classes with torchvision on Python's torch, and says what was found: run.sh [ARGUMENTS OF xunit.v3]
# Needs python3-torch, python3-torchvision and what the build needs. The last line is the total: "N passed, N failed, N skipped".
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$here/ResNetGen.Oracle.Tests
# Debian's packages are made for Debian's own interpreter. Both sides get the same threads, so the same order of additions.
python=/usr/bin/python3
export OMP_NUM_THREADS=2 OMP_WAIT_POLICY=passive PYTHONDONTWRITEBYTECODE=1 DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

"$python" -c 'import torch, torchvision' || {
    printf 'run.sh: error: Python torch and torchvision are missing: apt-get install python3-torch python3-torchvision\n' >&2
    exit 1
}

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export RESNETGEN_ORACLE=$folder

printf 'Building ...\n'
dotnet build --configuration Release --nologo "$project" >"$folder/build.txt" 2>&1 || {
    cat "$folder/build.txt" >&2
    exit 1
}
printf 'Running torchvision ...\n'
"$python" "$here/make.py" "$folder"
printf 'Running the generated classes ...\n\n'
status=0
"$project/bin/Release/net10.0/ResNetGen.Oracle.Tests" -noLogo -noColor -noAutoReporters "$@" >"$folder/log.txt" 2>&1 || status=$?

[ "$status" -eq 0 ] || cat "$folder/log.txt"
[ ! -f "$folder/report.txt" ] || sort "$folder/report.txt"
printf '\n'
if [[ $(tail -n 5 "$folder/log.txt") =~ Total:\ ([0-9]+),\ Errors:\ ([0-9]+),\ Failed:\ ([0-9]+),\ Skipped:\ ([0-9]+),\ Not\ Run:\ ([0-9]+) ]]; then
    failed=$((BASH_REMATCH[2] + BASH_REMATCH[3]))
    skipped=${BASH_REMATCH[4]}
    passed=$((BASH_REMATCH[1] - BASH_REMATCH[3] - skipped - BASH_REMATCH[5]))
else
    printf 'The tests ended with exit code %s and no verdict\n' "$status"
    passed=0 failed=1 skipped=0
fi
# A program that ends badly without a failed test crashed: that counts as one.
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
