#!/usr/bin/env bash
# Builds a real Home Assistant core for the tests, in .cache/ha-core/<version>, with the Python it needs.
# Needs root once (debootstrap, chroot) on a Debian-like Linux; running it later needs none. Prints the path of
# its Python on stdout, and on stderr what it does: steps begin with "==". A second run is quick. Size: about 3 GB.
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:-2026.11.0}
suite=forky
home=$PWD/.cache/ha-core/$version
tree=$home/tree
stamp="$version $suite 2"

arch=$(uname -m)
libs=usr/lib/$arch-linux-gnu
case $arch in
  x86_64) loader=lib64/ld-linux-x86-64.so.2 ;;
  aarch64) loader=lib/ld-linux-aarch64.so.1 ;;
  *) echo "scripts/ha-core.sh: no recipe for $arch" >&2; exit 1 ;;
esac

step() { echo "== $*"; }

# Run without chroot, as any user: the tree's own loader with the tree's own libraries. Core finds ffmpeg on its PATH.
# Written at every run of someone who may, so that a checkout can be moved.
write_wrappers() {
  local lib=$tree/$libs name argv0 program
  if [ -d "$home/bin" ] && [ ! -w "$home/bin" ]; then return 0; fi
  mkdir -p "$home/bin"
  for name in python ffmpeg; do
    case $name in
      python) argv0=$tree/opt/ha/bin/python3 program=$tree/usr/bin/python3.14 ;;
      ffmpeg) argv0=ffmpeg program=$tree/usr/bin/ffmpeg ;;
    esac
    printf '#!/bin/sh\nPATH=%q:$PATH PYTHONHOME=%q exec %q --argv0 %q --library-path %q %q "$@"\n' \
      "$home/bin" "$tree/usr" "$tree/$loader" "$argv0" "$lib:$lib/pulseaudio:$lib/blas:$lib/lapack" "$program" > "$home/bin/$name.$$"
    chmod +x "$home/bin/$name.$$"
    mv "$home/bin/$name.$$" "$home/bin/$name"
  done
}

# Test files that run side by side all come here first: one builds, the others wait for it.
mkdir -p .cache/ha-core
if [ -w .cache/ha-core ]; then
  exec 9> .cache/ha-core/lock
  flock 9
fi

if [ "$(cat "$home/done" 2>/dev/null)" = "$stamp" ]; then
  write_wrappers
  echo "$home/bin/python"
  exit 0
fi
[ "$(id -u)" = 0 ] || { echo 'scripts/ha-core.sh: needs root once, to build the tree (sudo scripts/ha-core.sh)' >&2; exit 1; }

rm -rf "$home" && mkdir -p "$home"
{
  command -v debootstrap >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends debootstrap; }
  # The host's own mirror, so that whatever apt is set up to use goes on working.
  mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' ' || true)
  # An older debootstrap does not know the suite by name; sid's script is the one for every new suite.
  step "Debian $suite with Python 3.14 (1 of 3)"
  debootstrap --variant=minbase \
    --include=ca-certificates,python3.14,python3.14-venv,python3.14-dev,g++,ffmpeg,libturbojpeg0 \
    "$suite" "$tree" "${mirror:-http://deb.debian.org/debian}" /usr/share/debootstrap/scripts/sid
  cp -L /etc/resolv.conf /etc/hosts "$tree/etc/"
  mkdir -p "$tree/etc/ssl/certs" && cp -L /etc/ssl/certs/ca-certificates.crt "$tree/etc/ssl/certs/"
  if [ -f /etc/pip.conf ]; then cp -L /etc/pip.conf "$tree/etc/pip.conf"; fi
  export UV_LINK_MODE=copy
  in_tree() { chroot "$tree" /usr/bin/env PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
  step "Home Assistant $version (2 of 3)"
  in_tree python3.14 -m venv /opt/ha
  in_tree /opt/ha/bin/pip install --quiet uv
  in_tree /opt/ha/bin/uv pip install --quiet --python /opt/ha/bin/python --no-deps "homeassistant==$version"
  constraints=/opt/ha/lib/python3.14/site-packages/homeassistant/package_constraints.txt
  in_tree /opt/ha/bin/uv pip install --quiet --python /opt/ha/bin/python -c "$constraints" "homeassistant==$version"
  # What core would fetch at run time for its default integrations and ours.
  cp scripts/ha-requirements.py "$tree/opt/ha/requirements.py"
  in_tree /opt/ha/bin/python /opt/ha/requirements.py wyoming hassio template shopping_list zeroconf mcp_server > "$tree/opt/ha/requirements.txt"
  in_tree /opt/ha/bin/uv pip install --quiet --python /opt/ha/bin/python -c "$constraints" -r /opt/ha/requirements.txt
  step 'compiling it (3 of 3)'
  in_tree /opt/ha/bin/python -W ignore -m compileall -qq -j 2 /opt/ha/lib || true

  write_wrappers
  "$home/bin/python" -c 'import homeassistant.const as c; print("Home Assistant", c.__version__)'
} >&2
echo "$stamp" > "$home/done"
echo "$home/bin/python"
