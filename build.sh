#!/usr/bin/env bash
# Sets up, builds and runs everything: build.sh [VERB] [ARGUMENTS]; build.sh help tells the verbs.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() {
    cat <<'USAGE'
usage: ./build.sh [VERB] [ARGUMENTS]

  (no verb)    restore and build the whole solution; arguments go to dotnet build
  demo         build and run samples/Quickstart, then train in samples/Training; --image FILE takes a PNG or JPEG of yours
  test         build and run every test; --filter TEXT takes those whose full name contains TEXT
  oracle       compare with Python's torch and torchvision: networks, files of weights, exported source
  onnx         check exported ONNX files with ONNX's own checker; --all every shipped spec, --runtime in onnxruntime, too
  bench        measure inference and training beside PyTorch and onnxruntime, the generator, builds and the command; --quick, bench --help
  pack         make the NuGet packages: artifacts/packages
  fuzz         feed the generator damaged specs: --minutes N, --seed S, --jobs N; what fails goes to artifacts/fuzz
  gpu-package  pack the runtime tests and the command for a CUDA machine: artifacts/resnetgen-gpu.tar.xz
  help         this text

Each verb installs with apt what it needs and this machine lacks, or says which command does.
Build and demo take MSBuild properties: -p:TorchSharpAssembly=PATH, -p:TorchBackend=TorchSharp.
Which libtorch: LIBTORCH=/path, or LIBTORCH_USE_PYTORCH=1, else the system's.
USAGE
}

case ${1-build} in
    build | demo | test | oracle | onnx | bench | pack | fuzz | gpu-package)
        verb=${1-build}
        [ $# -eq 0 ] || shift
        exec "$root/build/$verb.sh" "$@"
        ;;
    -p:* | /p:* | --property:*)
        exec "$root/build/build.sh" "$@"
        ;;
    help | -h | --help)
        usage
        ;;
    *)
        printf 'build.sh: no verb "%s"\n\n' "$1" >&2
        usage >&2
        exit 2
        ;;
esac
