#!/usr/bin/env bash
# Runs ResNetGen's runtime tests and probes on this machine's PyTorch; no .NET is needed.
#
#   tar xf resnetgen-gpu.tar.xz
#   resnetgen-gpu/run.sh [RESULTS]
#
# Needs Linux on x86-64 with glibc, g++ and a Python that can import torch; CUDA where that torch has it.
# RESULTS is a folder for what was seen (default: results, beside this script): results.txt, the tests' output, the probes' JSON.
# Variables: PYTHON (default python3), CXX (default g++), NVIDIA_TF32_OVERRIDE (default 0: single precision is meant in full).
# Exit code: 0 where all went well; where there is no CUDA device that is said, and the CPU's share still runs.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
results=${1:-$here/results}
python=${PYTHON:-python3}
export LIBTORCH_USE_PYTORCH=1 PYTHON=$python
export OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-passive} NVIDIA_TF32_OVERRIDE=${NVIDIA_TF32_OVERRIDE:-0}
probed=(imagenet/resnet18 imagenet/resnet50 imagenet/resnext50_32x4d cifar10/cifar_resnet20_B)

fail() {
    printf 'run.sh: error: %s\n' "$1" >&2
    exit 1
}

"$python" -c 'import torch' 2>/dev/null || fail "$python cannot import torch"
mkdir -p "$results"
rm -f "$results"/{results.txt,tests.txt,probe-cpu.json,probe-cuda.json}
exec > >(tee "$results/results.txt") 2>&1

echo "== machine"
date --utc +%Y-%m-%dT%H:%MZ
"$python" - <<'PYTHON'
import os, platform, torch
print("python", platform.python_version(), "torch", torch.__version__, "on", os.cpu_count(), "cores")
print("CUDA", torch.version.cuda, torch.cuda.get_device_name(0) if torch.cuda.is_available() else "without a device")
PYTHON
cuda=$("$python" -c 'import torch; print(int(torch.cuda.is_available()))')

echo "== shim"
sh "$here/native/build.sh" "$here/shim"
export RESNETGEN_SHIM=$here/shim/libresnetgen_torch.so

echo "== tests"
tests=0
"$here/bin/ResNetGen.Runtime.Tests" -noLogo -noColor -noAutoReporters >"$results/tests.txt" 2>&1 || tests=$?
if [ "$tests" -ne 0 ]; then
    cat "$results/tests.txt"
else
    # How many were skipped, by reason.
    { grep -A 1 ' \[SKIP\]$' "$results/tests.txt" || true; } | sed -n 's/^      //p' | sort | uniq -c | sed 's/^ *\([0-9]*\) /\1 skipped: /'
fi
summary=$(grep -E ' Total: [1-9]' "$results/tests.txt") || { summary="no test ran" && tests=1; }

echo "== probes"
specs=()
for name in "${probed[@]}"; do
    specs+=("$here/specs/$name.resnet.yaml")
done
probes=0
"$here/bin/resnetgen" probe "${specs[@]}" --device cpu -o "$results/probe-cpu.json" || probes=$?
if [ "$cuda" = 1 ]; then
    "$here/bin/resnetgen" probe "${specs[@]}" --device cuda -o "$results/probe-cuda.json" || probes=$?
    [ "$probes" -ne 0 ] || "$python" "$here/compare.py" "$results/probe-cpu.json" "$results/probe-cuda.json" || probes=$?
else
    echo "No CUDA device: the probes ran on the CPU alone."
fi

echo "== verdict"
echo "tests: ${summary#"${summary%%[! ]*}"}"
echo "probes: $([ "$probes" -eq 0 ] && echo fine || echo FAILED)"
echo "CUDA: $([ "$cuda" = 1 ] && echo used || echo NOT USED, there is no device)"
[ "$tests" -eq 0 ] && [ "$probes" -eq 0 ]
