#!/usr/bin/env bash
# Runs exported PyTorch source on Python's torch and compares it with the generated C#; looks at exported pictures: run.sh [--all]
# Every shipped spec and 120 drawn ones: keys, shapes, order; those of a size that takes no time also run (--all: any size).
# Needs python3-torch, python3-numpy, graphviz and what the build needs. RESNETGEN_SEED draws other specs.
# The last line is the total: "N passed, N failed, N skipped".
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
project=$here/ResNetGen.PyTorch.Cases
# Debian's packages are made for Debian's own interpreter. Both sides get the same threads, so the same order of additions.
python=/usr/bin/python3
export OMP_NUM_THREADS=2 OMP_WAIT_POLICY=passive PYTHONDONTWRITEBYTECODE=1 DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

seed=${RESNETGEN_SEED:-$((RANDOM * 32768 + RANDOM))}
largest=13000000 most=2500000000 truth=13000000
if [ "${1-}" = --all ]; then
    largest=1000000000 most=100000000000 truth=1000000000
fi

if ! "$python" -c 'import numpy, torch' || ! command -v dot >/dev/null; then
    printf 'run.sh: error: Python torch or Graphviz is missing: apt-get install python3-torch python3-numpy graphviz\n' >&2
    exit 1
fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf 'Building ...\n'
dotnet build --configuration Release --nologo "$project" >"$folder/build.txt" 2>&1 || {
    cat "$folder/build.txt" >&2
    exit 1
}
printf 'Writing PyTorch source (RESNETGEN_SEED=%s replays this run) ...\n' "$seed"
"$project/bin/Release/net10.0/ResNetGen.PyTorch.Cases" "$folder" "$root/specs" \
    --drawn 120 --seed "$seed" --largest "$largest" --most "$most"
printf 'Running it ...\n'
"$python" "$here/check.py" "$folder" "$root/tests/truth/models.csv" --truth-parameters "$truth"
