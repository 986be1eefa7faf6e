#!/usr/bin/env bash
# Measures against Python's torch in the same run, or the generator in an editor: bench.sh [ARGUMENTS OF tests/ResNetGen.Benchmarks]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

project=$root/tests/ResNetGen.Benchmarks
[ -d "$project" ] || fail "there are no benchmarks: $project is missing"
need_dotnet
need_libtorch
# The generator alone is compared with no peer.
[[ " $* " == *" generator "* && " $* " != *" overhead "* && " $* " != *" resnet50 "* && " $* " != *" weights "* ]] || need_packages python3-torch python3-torchvision
exec dotnet run --configuration Release --project "$project" -- "$@"
