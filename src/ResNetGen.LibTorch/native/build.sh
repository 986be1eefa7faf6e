#!/bin/sh
# Compiles the shim against the libtorch of this machine: build.sh OUTDIR
# Which libtorch, in this order: LIBTORCH=/path (or LIBTORCH_INCLUDE and LIBTORCH_LIB), LIBTORCH_USE_PYTORCH=1
# (the one inside Python's torch; PYTHON names the interpreter), else the system's.
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
temporary=$target.$$.tmp
log=$out/build.$$.log
trap 'rm -f "$temporary" "$log"' EXIT
compile() {
    "$cxx" -std="$1" -O2 -shared -fPIC -fvisibility=hidden -w "-D_GLIBCXX_USE_CXX11_ABI=$abi" \
        "-DRT_LIBTORCH_VERSION=\"$major.$minor.${patch:-0}\"" -I"$include" \
        "$here/shim.cpp" -o "$temporary" -L"$lib" "-Wl,-rpath,$lib" -Wl,--no-as-needed $libs >"$log" 2>&1
}
if ! compile c++20 && ! compile c++17; then
    cat "$log" >&2
    fail "$cxx cannot compile the shim against libtorch $major.$minor in $include (messages above)"
fi
mv -f "$temporary" "$target"
printf 'libtorch %s.%s.%s (%s) -> %s\n' "$major" "$minor" "${patch:-0}" "$lib" "$target"
