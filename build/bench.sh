#!/usr/bin/env bash
# Runs the benchmarks: bench.sh [ARGUMENTS OF BenchmarkDotNet]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

project=$root/tests/ResNetGen.Benchmarks
[ -d "$project" ] || fail "there are no benchmarks: $project is missing"
need_dotnet
need_libtorch
exec dotnet run --configuration Release --project "$project" -- "$@"
