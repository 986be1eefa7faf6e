#!/usr/bin/env bash
# Checks exported ONNX files outside of .NET: onnx.sh [ARGUMENTS OF tests/onnx/run.sh]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_dotnet
need_libtorch
need_packages python3-onnx
for argument in "$@"; do
    if [ "$argument" = --runtime ]; then
        command -v node >/dev/null && command -v npm >/dev/null || need_packages nodejs npm
    fi
done
exec bash "$root/tests/onnx/run.sh" "$@"
