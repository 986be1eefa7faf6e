#!/usr/bin/env bash
# Builds and runs samples/Quickstart, then samples/Training: demo.sh [-p:PROPERTY=VALUE ...] [ARGUMENTS OF THE SAMPLE]
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

properties=()
arguments=()
for argument in "$@"; do
    case $argument in
        -p:* | /p:* | --property:*) properties+=("$argument") ;;
        *) arguments+=("$argument") ;;
    esac
done

need_dotnet
asks_for_torchsharp "$@" || need_libtorch
# Only a picture of the user's needs decoders.
case " ${arguments[*]-} " in
    *" --image "*) need_packages libpng16-16 libturbojpeg0 ;;
esac

say "Building samples/Quickstart and samples/Training ..."
for sample in Quickstart Training; do
    dotnet_build "$root/samples/$sample" "${properties[@]}"
done
say ""
"$root/samples/Quickstart/bin/Release/net10.0/Quickstart" "${arguments[@]}"

# Every demo is a run of its own.
run=$root/artifacts/demo
rm -rf "$run"
say ""
say "Training ResNet-20 on drawn pictures, a minute or two on two cores ..."
exec "$root/samples/Training/bin/Release/net10.0/Training" "$run"
