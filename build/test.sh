#!/usr/bin/env bash
# Builds everything and runs every test project: test.sh [--filter TEXT] [-p:PROPERTY=VALUE ...] [ARGUMENTS OF xunit.v3]
# The last line is the total of all projects: "N passed, N failed, N skipped".
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

properties=()
options=(-noLogo -noColor -noAutoReporters)
while [ $# -gt 0 ]; do
    case $1 in
        --filter)
            [ $# -gt 1 ] || fail "--filter takes a text"
            options+=(-method "*${2#FullyQualifiedName~}*")
            shift
            ;;
        -p:* | /p:* | --property:*) properties+=("$1") ;;
        *) options+=("$1") ;;
    esac
    shift
done

logs=$root/artifacts/test
passed=0
failed=0
skipped=0

# Lists skipped tests under their reasons: list_skipped NAMESPACE LOG
list_skipped() {
    awk -v prefix="$1" '
        / \[SKIP\]$/ {
            test = $0
            gsub(/^ +| \[SKIP\]$/, "", test)
            if (index(test, prefix) == 1) test = substr(test, length(prefix) + 1)
            next
        }
        test != "" {
            sub(/^ +/, "")
            if (!count[$0]++) reasons[++last] = $0
            tests[$0] = tests[$0] "      " test "\n"
            test = ""
        }
        END { for (i = 1; i <= last; i++) printf "  %d skipped: %s\n%s", count[reasons[i]], reasons[i], tests[reasons[i]] }' "$2"
}

# Tells of one project what its log says, in full where something failed: report_project NAME STATUS
report_project() {
    local name=$1 log=$logs/$1.txt status=$2
    local summary total=0 errors=0 fails=0 skips=0 not_run=0 time=
    summary=$(grep -E "^ +$name  Total: " "$log" | tail -n 1) || true
    if [[ $summary =~ Total:\ ([0-9]+),\ Errors:\ ([0-9]+),\ Failed:\ ([0-9]+),\ Skipped:\ ([0-9]+),\ Not\ Run:\ ([0-9]+),\ Time:\ ([0-9.]+s) ]]; then
        total=${BASH_REMATCH[1]}
        errors=${BASH_REMATCH[2]}
        fails=${BASH_REMATCH[3]}
        skips=${BASH_REMATCH[4]}
        not_run=${BASH_REMATCH[5]}
        time=${BASH_REMATCH[6]}
    fi

    local passes=$((total - fails - skips - not_run))
    fails=$((fails + errors))
    # A program that ends badly without a failed test crashed: that counts as one.
    if [ "$fails" -eq 0 ] && { [ "$status" -ne 0 ] || [ -z "$summary" ]; }; then
        fails=1
        printf '%s ended with exit code %s and no verdict\n' "$name" "$status" >>"$log"
    fi

    [ "$fails" -eq 0 ] || cat "$log"
    list_skipped "$name." "$log"
    say "$(printf '%-32s %5d passed %5d failed %5d skipped  %s' "$name" "$passes" "$fails" "$skips" "$time")"

    passed=$((passed + passes))
    failed=$((failed + fails))
    skipped=$((skipped + skips))
}

need_dotnet
need_libtorch
# NativeAOT links against the first; the next two decode pictures; with the last two, several processes train together and inference is fast.
need_packages zlib1g-dev libpng16-16 libturbojpeg0 libgloo-dev libdnnl-dev
for project in "$root"/tests/*/*.Tests.csproj; do
    grep -qF "${project##*/}" "$root/ResNetGen.sln" || fail "${project##*/} is not in ResNetGen.sln"
done

say "Building ..."
dotnet_build "$root/ResNetGen.sln" "${properties[@]}"
mkdir -p "$logs"

# Two programs at a time, where there are processors: many tests wait for processes that they started.
lanes=$(($(nproc) > 1 ? 2 : 1))
declare -A running=()
trap '[ ${#running[@]} -eq 0 ] || kill "${!running[@]}" 2>/dev/null || true' EXIT

report_next() {
    local pid status=0
    wait -n -p pid "${!running[@]}" || status=$?
    report_project "${running[$pid]}" "$status"
    unset "running[$pid]"
}

for project in "$root"/tests/*/*.Tests.csproj; do
    name=$(basename "$project" .csproj)
    program=$(dirname "$project")/bin/Release/net10.0/$name
    [ -x "$program" ] || fail "$program was not built"
    [ "${#running[@]}" -lt "$lanes" ] || report_next
    # A script's background processes ignore Ctrl-C, and so would what they start: tests interrupt programs by it.
    env --default-signal=INT "$program" "${options[@]}" >"$logs/$name.txt" 2>&1 &
    running[$!]=$name
done
while [ "${#running[@]}" -gt 0 ]; do
    report_next
done

[ $((passed + failed + skipped)) -gt 0 ] || say "No test ran."
say "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ $((passed + skipped)) -gt 0 ]
