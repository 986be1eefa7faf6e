#!/usr/bin/env bash
# Compares with Python's torch and torchvision: oracle.sh [ARGUMENTS OF tests/oracle/run.sh]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

script=$root/tests/oracle/run.sh
[ -f "$script" ] || fail "there is nothing to compare: $script is missing"
need_dotnet
need_libtorch
need_packages python3-torch python3-torchvision
exec bash "$script" "$@"
