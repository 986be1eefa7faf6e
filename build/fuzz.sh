#!/usr/bin/env bash
# Feeds the generator damaged specs and compiles what it makes of them: fuzz.sh [ARGUMENTS OF tests/ResNetGen.Fuzz]
# What fails is written to artifacts/fuzz, made as small as it can be.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_dotnet
# Generated code is compiled against the backend, never run: its native half is built along, and not used.
need_libtorch
dotnet_build "$root/tests/ResNetGen.Fuzz"
cd "$root"
exec "$root/tests/ResNetGen.Fuzz/bin/Release/net10.0/ResNetGen.Fuzz" "$@"
