#!/usr/bin/env bash
# Makes the Python environment of one peer program (test/peers/<name>.txt) in .cache/peers/<name>; again only
# when the list changed. Prints the path of its python.
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: scripts/peer.sh NAME (a file in test/peers)}
list=test/peers/$name.txt
home=.cache/peers/$name
if ! cmp -s "$list" "$home/installed.txt"; then
  rm -rf "$home"
  python3 -m venv "$home" >&2
  "$home/bin/pip" install --quiet --disable-pip-version-check -r "$list" >&2
  cp "$list" "$home/installed.txt"
fi
echo "$PWD/$home/bin/python"
