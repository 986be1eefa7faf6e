#!/usr/bin/env bash
# Restores and builds the whole solution: build.sh [ARGUMENTS OF dotnet build]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_dotnet
need_libtorch
dotnet_build "$root/ResNetGen.sln" "$@"
say "Built $root/ResNetGen.sln (Release). Next: ./build.sh demo, ./build.sh test"
