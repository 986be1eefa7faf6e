#!/usr/bin/env bash
# Packs every library and the command: pack.sh [-p:PROPERTY=VALUE ...]; the packages lie in artifacts/packages.
# The same sources give the same bytes, wherever and whenever they are packed.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

need_dotnet
packages=$root/artifacts/packages
build=$root/artifacts/pack
# A tool's package takes all that lies in its publish folder.
rm -rf "$packages" "$build/publish"

say "Packing ..."
# The shim is compiled where it will run, and code ahead of time would run on one system alone; a build for packages never mixes with the builds of every day.
quietly dotnet pack "$root/build/packaging/Packages.proj" --configuration Release --nologo --verbosity quiet \
    --artifacts-path "$build" --output "$packages" \
    -p:ContinuousIntegrationBuild=true -p:SkipShim=true -p:ReadyToRun=false "$@" || fail "dotnet pack failed (messages above)"
for package in "$packages"/*.nupkg; do
    say "$package  $(($(stat --format=%s "$package") / 1000)) kB"
done
