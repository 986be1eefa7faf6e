#!/usr/bin/env bash
# Compares with Python's torch and torchvision: oracle.sh [ARGUMENTS OF tests/oracle/run.sh]
# First the generated classes with torchvision, then exported PyTorch source with the generated classes. The last line is the
# total of both: "N passed, N failed, N skipped".
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_dotnet
need_libtorch
need_packages python3-torch python3-torchvision python3-numpy graphviz

status=0
counts=(0 0 0)

# Runs a comparison, and adds what its last line says to the total.
compare() {
    local script=$1 log
    shift
    [ -f "$script" ] || fail "there is nothing to compare: $script is missing"
    log=$(mktemp)
    bash "$script" "$@" | tee "$log" || status=1
    if [[ $(tail -n 1 "$log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed,\ ([0-9]+)\ skipped$ ]]; then
        for i in 0 1 2; do
            counts[i]=$((counts[i] + BASH_REMATCH[i + 1]))
        done
    else
        # It ended without a verdict: that counts as a failure.
        counts[1]=$((counts[1] + 1))
        status=1
    fi
    rm -f "$log"
}

compare "$root/tests/oracle/run.sh" "$@"
compare "$root/tests/pytorch/run.sh"
say "${counts[0]} passed, ${counts[1]} failed, ${counts[2]} skipped"
exit "$status"
