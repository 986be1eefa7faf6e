#!/usr/bin/env bash
# Measures, beside what others use where there is such a thing: bench.sh [ARGUMENTS OF tests/ResNetGen.Benchmarks]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

project=$root/tests/ResNetGen.Benchmarks
[ -d "$project" ] || fail "there are no benchmarks: $project is missing"

# Whether one of the subjects is asked for, by name or because none is.
measures() {
    local subject all=true
    [[ " ${arguments[*]} " != *" --help "* && " ${arguments[*]} " != *" -h "* ]] || return 1
    for subject in "${arguments[@]}"; do
        [[ $subject == --* ]] || all=false
    done
    $all && return
    for subject in "$@"; do
        [[ " ${arguments[*]} " != *" $subject "* ]] || return 0
    done
    return 1
}

arguments=("$@")
need_dotnet
need_libtorch
# The generator, the builds and the command are compared with no peer.
! measures inference training overhead weights || need_packages python3-torch python3-torchvision
if measures inference; then
    command -v node >/dev/null && command -v npm >/dev/null || need_packages nodejs npm
    RESNETGEN_BENCH_ONNXRUNTIME=$(bash "$root/tests/onnx/runtime/install.sh") || fail "onnxruntime-node could not be installed (messages above)"
    export RESNETGEN_BENCH_ONNXRUNTIME
fi
! measures command || dotnet_build "$root/src/ResNetGen.Tool"
dotnet_build "$project"
exec "$project/bin/Release/net10.0/ResNetGen.Benchmarks" "$@"
