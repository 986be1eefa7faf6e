#!/usr/bin/env bash
# Checks exported ONNX files, and says what was found: run.sh [--all] [--runtime [SPEC[@CxHxW] ...]]
#   (nothing)    ONNX's own checker and shape inference read the exports of the networks of checked.txt
#   --all        of every shipped spec, a few minutes
#   --runtime    onnxruntime, too, runs those of runtime/networks.txt, or of the specs named: downloads some 300 MB the first time
# Needs python3-onnx, for --runtime node and npm, and what the build needs. The last line is the total: "N passed, N failed, N skipped".
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
project=$here/ResNetGen.Onnx.Checks
program=$project/bin/Release/net10.0/ResNetGen.Onnx.Checks
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-2} OMP_WAIT_POLICY=passive PYTHONDONTWRITEBYTECODE=1 DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

all=false
runtime=false
named=()
while [ $# -gt 0 ]; do
    case $1 in
        --all) all=true ;;
        --runtime)
            runtime=true
            shift
            named=("$@")
            break
            ;;
        *)
            printf 'run.sh: error: no argument "%s"\n' "$1" >&2
            exit 2
            ;;
    esac
    shift
done

# The lines of a list, without comments: folder/name of a spec below the repository, and what may follow it.
listed() {
    sed 's/ *#.*//; /^$/d' "$1"
}

logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
printf 'Building ...\n'
dotnet build --configuration Release --nologo "$project" >"$logs/build.txt" 2>&1 || {
    cat "$logs/build.txt" >&2
    exit 1
}

cd "$root"
if $all; then
    mapfile -t specs < <(find specs tests/onnx/specs -name '*.resnet.yaml' | LC_ALL=C sort)
else
    mapfile -t specs < <(listed "$here/checked.txt")
fi
printf 'Checking the exports of %s networks, in two forms each ...\n' "${#specs[@]}"
status=0
# Debian's packages are made for Debian's own interpreter.
/usr/bin/python3 "$here/check.py" "$program" "${specs[@]}" | tee "$logs/check.txt" || status=1
$all || printf 'Others of the shipped specs were not asked for: --all checks every one.\n'

[ ${#named[@]} -gt 0 ] || mapfile -t named < <(listed "$here/runtime/networks.txt")
if $runtime; then
    modules=$(bash "$here/runtime/install.sh")
    printf 'Running %s networks in onnxruntime, in eight forms each ...\n' "${#named[@]}"
    node "$here/runtime/compare.mjs" "$modules" "$program" "${named[@]}" | tee "$logs/runtime.txt" || status=1
else
    printf 'Skipped: %s networks in onnxruntime, in eight forms each, because its package is some 300 MB: ./build.sh onnx --runtime\n' "${#named[@]}"
    printf '0 passed, 0 failed, %s skipped\n' $((8 * ${#named[@]})) >"$logs/runtime.txt"
fi

printf '\n'
passed=0 failed=0 skipped=0
for log in "$logs/check.txt" "$logs/runtime.txt"; do
    if [[ $(tail -n 1 "$log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed,\ ([0-9]+)\ skipped$ ]]; then
        passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2])) skipped=$((skipped + BASH_REMATCH[3]))
    else
        # A program without a verdict crashed.
        failed=$((failed + 1))
    fi
done
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
printf '%s passed, %s failed, %s skipped\n' "$passed" "$failed" "$skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
