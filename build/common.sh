# What every verb shares; sourced, never run.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=true
# Waiting threads of OpenMP sleep: on a machine that does other work too, spinning ones are much slower.
export OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-passive}

say() {
    printf '%s\n' "$*"
}

fail() {
    printf 'build.sh: error: %s\n' "$*" >&2
    exit 1
}

# Runs a command silently; prints all that it said if it fails.
quietly() {
    local log status=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 || status=$?
    [ "$status" -eq 0 ] || cat "$log" >&2
    rm -f "$log"
    return "$status"
}

installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Installs Debian packages; without root, names the one command that does.
apt_install() {
    command -v apt-get >/dev/null || fail "missing here: $* (the Debian names); install them and try again"
    [ "$(id -u)" -eq 0 ] || fail "missing here: $*. Run this, then try again:
    sudo apt-get install --yes --no-install-recommends $*"

    say "Installing $* (apt-get; once, a few minutes) ..."
    export DEBIAN_FRONTEND=noninteractive
    # The lists are fetched only where they are missing or too old to install from.
    local command=(apt-get install --yes --no-install-recommends "$@")
    if ! "${command[@]}" >/dev/null 2>&1; then
        quietly apt-get update || fail "apt-get update failed (messages above)"
        quietly "${command[@]}" || fail "apt-get could not install $* (messages above)"
    fi
}

need_packages() {
    local missing=() package
    for package in "$@"; do
        installed "$package" || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] || apt_install "${missing[@]}"
}

need_dotnet() {
    command -v dotnet >/dev/null || fail "the .NET SDK 10.0 is missing (no dotnet on the PATH)"
    local version
    version=$(cd "$root" && dotnet --version) || fail "dotnet does not run (messages above)"
    [ "${version%%.*}" -ge 10 ] || fail "the .NET SDK 10.0 is needed; dotnet here is $version"
}

# A compiler and a libtorch for the embedded backend: LIBTORCH's or Python's where asked for, else the system's.
need_libtorch() {
    local missing=()
    command -v "${CXX:-g++}" >/dev/null || missing+=(g++)
    if [ -z "${LIBTORCH-}${LIBTORCH_INCLUDE-}${LIBTORCH_LIB-}" ] && [ "${LIBTORCH_USE_PYTORCH:-0}" = 0 ] &&
        [ ! -e /usr/include/ATen/core/dispatch/Dispatcher.h ]; then
        # With gloo's headers several processes can train together; with oneDNN's, inference is fast.
        missing+=(libtorch-dev libgloo-dev libdnnl-dev)
    fi
    [ ${#missing[@]} -eq 0 ] || apt_install "${missing[@]}"
}

# Whether the arguments ask for TorchSharp in place of the embedded backend.
asks_for_torchsharp() {
    [[ " $* " =~ [-/](p|property):(TorchBackend=TorchSharp|TorchSharpAssembly=) ]]
}

# dotnet build: prints warnings, or everything where it fails.
dotnet_build() {
    local log status=0
    log=$(mktemp)
    dotnet build --configuration Release --nologo --verbosity quiet "$@" >"$log" 2>&1 || status=$?
    if [ "$status" -ne 0 ]; then
        # MSBuild's summary says every error a second time.
        sed '/^Build FAILED\./,$d' "$log" >&2
    else
        grep -E ': warning [A-Z]+[0-9]+' "$log" | sort -u >&2 || true
    fi
    rm -f "$log"
    [ "$status" -eq 0 ] || fail "dotnet build failed (messages above)"
}
