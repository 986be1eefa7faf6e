#!/usr/bin/env bash
# Packs the runtime tests, the command, the specs and the shim's source for a machine that has CUDA, PyTorch and g++ but
# no .NET: artifacts/resnetgen-gpu.tar.xz. There: tar xf resnetgen-gpu.tar.xz && resnetgen-gpu/run.sh
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

[ $# -eq 0 ] || fail "gpu-package takes no arguments"
need_dotnet
need_packages xz-utils

limit=60000000
work=$root/artifacts/gpu
package=$work/resnetgen-gpu
archive=$root/artifacts/resnetgen-gpu.tar.xz
rm -rf "$package" "$archive"
mkdir -p "$package"

# Both programs go into one folder and share one copy of the runtime. The shim is compiled where it will run.
for project in tests/ResNetGen.Runtime.Tests src/ResNetGen.Tool; do
    say "Publishing $project ..."
    quietly dotnet publish "$root/$project" --configuration Release --nologo --verbosity quiet \
        --runtime linux-x64 --self-contained --artifacts-path "$work/build" --output "$package/bin" \
        -p:SkipShim=true -p:PublishTrimmed=false || fail "dotnet publish $project failed (messages above)"
done
find "$package/bin" -name '*.pdb' -delete
find "$package/bin" -maxdepth 1 -name '*.xml' -delete

cp -R "$root/specs" "$package/specs"
mkdir "$package/native"
cp "$root"/src/ResNetGen.LibTorch/native/{build.sh,*.cpp,*.h} "$package/native"
cp "$root/build/gpu/run.sh" "$root/build/gpu/compare.py" "$package"

say "Packing ..."
tar --directory "$work" --sort=name --owner=0 --group=0 --numeric-owner --create resnetgen-gpu | xz -6 --threads=0 >"$archive"
size=$(stat --format=%s "$archive")
[ "$size" -lt "$limit" ] || fail "$archive is $size bytes; $limit is the limit"
say "$archive: $((size / 1000000)) MB. On the GPU machine: tar xf resnetgen-gpu.tar.xz && resnetgen-gpu/run.sh"
