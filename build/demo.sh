#!/usr/bin/env bash
# Builds and runs samples/Quickstart: demo.sh [-p:PROPERTY=VALUE ...] [ARGUMENTS OF THE SAMPLE]
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

say "Building samples/Quickstart ..."
dotnet_build "$root/samples/Quickstart" "${properties[@]}"
say ""
exec "$root/samples/Quickstart/bin/Release/net10.0/Quickstart" "${arguments[@]}"
