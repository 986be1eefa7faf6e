#!/bin/sh
# Compiles the shim against the libtorch of this machine: build.sh OUTDIR
# Which libtorch, in this order: LIBTORCH=/path (or LIBTORCH_INCLUDE and LIBTORCH_LIB), LIBTORCH_USE_PYTORCH=1
# (the one inside Python's torch; PYTHON names the interpreter), else the system's.
# Beside the shim lies libresnetgen_c10d.so, for training over several processes: where gloo's headers (libgloo-dev) or, with
# CUDA, NCCL's are missing, it holds only the reason, and the build goes on. So does libresnetgen_onednn.so, for inference,
# where oneDNN's headers (libdnnl-dev) are missing or libtorch has oneDNN inside and not as a library.
# Exit codes: 0 done; 3 impossible here, for the one reason printed.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
out=${1:?"usage: build.sh OUTDIR"}
cxx=${CXX:-g++}
advice='install both with "apt-get install libtorch-dev g++", or point LIBTORCH at an unpacked libtorch, or set LIBTORCH_USE_PYTORCH=1'

fail() {
    printf 'native/build.sh: error : %s\n' "$1" >&2
    exit 3
}

command -v "$cxx" >/dev/null 2>&1 || fail "no C++ compiler ($cxx); $advice"

# Where the headers and libraries are.
root=${LIBTORCH:-}
include_root=${LIBTORCH_INCLUDE:-$root}
lib_root=${LIBTORCH_LIB:-$root}
if [ -n "$include_root$lib_root" ]; then
    asked=${root:+LIBTORCH=$root}
    asked=${asked:-"LIBTORCH_INCLUDE or LIBTORCH_LIB"}
    include=${include_root:-/usr}/include
    lib=${lib_root:+$lib_root/lib}
elif [ -n "${LIBTORCH_USE_PYTORCH:-}" ] && [ "${LIBTORCH_USE_PYTORCH}" != 0 ]; then
    asked="LIBTORCH_USE_PYTORCH=$LIBTORCH_USE_PYTORCH"
    root=$("${PYTHON:-python3}" -c 'import os, torch; print(os.path.dirname(os.path.realpath(torch.__file__)))' 2>/dev/null) ||
        fail "$asked, but ${PYTHON:-python3} cannot import torch; $advice"
    include=$root/include
    lib=$root/lib
    # Debian's Python package keeps both in the system's folders.
    [ -e "$include/ATen" ] || include=/usr/include
else
    asked="the system's libtorch"
    include=/usr/include
    lib=
fi
if [ -z "$lib" ] || [ ! -e "$lib/libtorch_cpu.so" ]; then
    if [ -z "$lib_root" ]; then
        for dir in "/usr/lib/$("$cxx" -dumpmachine)" /usr/lib64 /usr/lib /usr/local/lib; do
            if [ -e "$dir/libtorch_cpu.so" ]; then
                lib=$dir
                break
            fi
        done
    fi
fi
[ -n "$lib" ] && [ -e "$lib/libtorch_cpu.so" ] || fail "$asked: no libtorch_cpu.so${lib:+ in $lib}; $advice"
[ -e "$include/ATen/core/dispatch/Dispatcher.h" ] || fail "$asked: no ATen headers in $include; $advice"

# Which version it is.
version_h=$include/torch/csrc/api/include/torch/version.h
[ -e "$version_h" ] || version_h=$include/torch/version.h
number() {
    sed -n "s/^#define TORCH_VERSION_$1 \\([0-9][0-9]*\\).*/\\1/p" "$version_h" "$include/torch/headeronly/version.h" 2>/dev/null | head -n 1
}
major=$(number MAJOR)
minor=$(number MINOR)
patch=$(number PATCH)
[ -n "$major" ] && [ -n "$minor" ] || fail "$asked: $version_h does not say which version it is; 1.13 or later is needed"
if [ "$major" -lt 1 ] || { [ "$major" -eq 1 ] && [ "$minor" -lt 13 ]; }; then
    fail "$asked is version $major.$minor; 1.13 or later is needed; $advice"
fi

# Whether its std::string is the old or the new one: the library's own symbols say.
abi=1
if command -v nm >/dev/null 2>&1 && ! nm -DC --defined-only "$lib/libc10.so" 2>/dev/null | grep -q 'cxx11'; then
    abi=0
fi

# CUDA libraries register themselves when loaded, so the linker must not drop them.
libs="-ltorch_cpu -lc10"
for name in torch torch_cuda c10_cuda; do
    [ -e "$lib/lib$name.so" ] && libs="$libs -l$name"
done

mkdir -p "$out"
target=$out/libresnetgen_torch.so
group_target=$out/libresnetgen_c10d.so
onednn_target=$out/libresnetgen_onednn.so
work=$out/build.$$
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"

# compile OUTPUT LOG SOURCE FLAGS...: with the newest language that compiler and headers know.
compile() {
    output=$1
    log=$2
    shift 2
    for standard in c++20 c++17; do
        "$cxx" -std=$standard -O2 -shared -fPIC -fvisibility=hidden -w "-D_GLIBCXX_USE_CXX11_ABI=$abi" \
            "-DRT_LIBTORCH_VERSION=\"$major.$minor.${patch:-0}\"" -I"$include" \
            "$@" -o "$output" -L"$lib" "-Wl,-rpath,$lib" -Wl,--no-as-needed $libs >"$log" 2>&1 && return 0
    done
    return 1
}

# Prints the first folder that holds a header: folder_of HEADER FOLDERS...
folder_of() {
    header=$1
    shift
    for dir in "$@"; do
        [ -e "$dir/$header" ] && printf '%s\n' "$dir" && return 0
    done
    return 1
}

# try_group FLAGS... OPTIONS: the library with these engines.
try_group() {
    compile "$work/c10d.so" "$work/c10d.log" "$@" -Wl,-z,defs "$here/c10d.cpp"
}

# The library for several processes; a stub that says why, where it cannot be.
compile_group() {
    gloo=
    nccl=
    set --
    if folder=$(folder_of gloo/context.h "$include" /usr/include /usr/local/include); then
        gloo=-DUSE_C10D_GLOO
        set -- "$@" "-I$folder"
    fi
    # Python's packages of NVIDIA lie beside torch.
    nvidia=$lib/../../nvidia
    if [ -e "$lib/libtorch_cuda.so" ] &&
        folder=$(folder_of nccl.h "$include" /usr/include /usr/local/cuda/include "$nvidia/nccl/include") &&
        cuda=$(folder_of cuda_runtime_api.h "$include" /usr/include /usr/local/cuda/include "$nvidia/cuda_runtime/include" "$nvidia"/cu*/include); then
        nccl=-DUSE_C10D_NCCL
        set -- "$@" "-I$folder" "-I$cuda"
    fi
    # Debian leaves out a header of which the others need only two names.
    if [ ! -e "$include/torch/csrc/distributed/autograd/context/context.h" ]; then
        folder=torch/csrc/distributed/autograd/context
        mkdir -p "$work/include/$folder"
        cp "$here/c10d_context.h" "$work/include/$folder/context.h"
        set -- "$@" "-I$work/include"
    fi

    reason=
    if [ -z "$gloo$nccl" ]; then
        reason="gloo's headers were not there when it was compiled: install them (apt-get install libgloo-dev) and build the program again"
    elif ! try_group "$@" $gloo $nccl; then
        reason=$(grep -m 1 -E 'error|undefined' "$work/c10d.log" | tr -d '"\\' | cut -c 1-300) || reason=
        reason="it could not be compiled against libtorch $major.$minor ($reason)"
        printf 'native/build.sh: warning : libresnetgen_c10d.so, for training over several processes: %s\n' "$reason" >&2
        # One engine is better than none.
        if [ -n "$gloo" ] && [ -n "$nccl" ] && { try_group "$@" "$gloo" || try_group "$@" "$nccl"; }; then
            reason=
        fi
    fi
    if [ -n "$reason" ]; then
        "$cxx" -shared -fPIC -fvisibility=hidden "-DRD_UNAVAILABLE=\"$reason\"" "$here/c10d.cpp" -o "$work/c10d.so"
    fi
    mv -f "$work/c10d.so" "$group_target"
}

# The library for inference. libtorch must use the same oneDNN, and OpenMP, or two of each would share the machine's cores.
compile_onednn() {
    reason=
    linked=$(ldd "$lib/libtorch_cpu.so" 2>/dev/null | sed -n 's/.*=> *\(.*libdnnl\.so[^ ]*\) .*/\1/p')
    if [ -z "$linked" ]; then
        reason="libtorch has no oneDNN as a library of its own"
    elif ! folder=$(folder_of dnnl.hpp "$include" /usr/include /usr/local/include); then
        reason="oneDNN's headers were not there when it was compiled: install them (apt-get install libdnnl-dev) and build the program again"
    elif ! compile "$work/onednn.so" "$work/onednn.log" -fopenmp "-I$folder" "$here/onednn.cpp" "$linked"; then
        reason=$(grep -m 1 -E 'error|undefined' "$work/onednn.log" | tr -d '"\\' | cut -c 1-300) || reason=
        reason="it could not be compiled against libtorch $major.$minor ($reason)"
        printf 'native/build.sh: warning : libresnetgen_onednn.so, for inference: %s\n' "$reason" >&2
    fi
    if [ -n "$reason" ]; then
        "$cxx" -shared -fPIC -fvisibility=hidden "-DRI_UNAVAILABLE=\"$reason\"" "$here/onednn.cpp" -o "$work/onednn.so"
    fi
    mv -f "$work/onednn.so" "$onednn_target"
}

compile_group &
group=$!
compile_onednn &
onednn=$!

if ! compile "$work/torch.so" "$work/torch.log" "$here/shim.cpp"; then
    wait "$group" || true
    wait "$onednn" || true
    cat "$work/torch.log" >&2
    fail "$cxx cannot compile the shim against libtorch $major.$minor in $include (messages above)"
fi
wait "$group" || fail "$cxx cannot compile libresnetgen_c10d.so, not even the part that needs no headers"
wait "$onednn" || fail "$cxx cannot compile libresnetgen_onednn.so, not even the part that needs no headers"
mv -f "$work/torch.so" "$target"
printf 'libtorch %s.%s.%s (%s) -> %s\n' "$major" "$minor" "${patch:-0}" "$lib" "$target"
