#!/usr/bin/env bash
# Makes the Python environment of the integration's tests and prints the path of its Python: the published test package
# with the core it pins, mypy and ruff (test/custom_components/requirements.txt). `scripts/ha-pytest.sh oldest` makes the
# one with the oldest core that hacs.json admits (requirements-oldest.txt), which also boots as a Home Assistant.
# Both live in the tree of scripts/ha-core.sh, which is built first; again only when a list changed. About 1 GB each.
set -euo pipefail
cd "$(dirname "$0")/.."
home=$(dirname "$(dirname "$(scripts/ha-core.sh)")")
tree=$home/tree
suffix=${1:+-$1}
list=test/custom_components/requirements$suffix.txt
name=pytest$suffix
wrapper=$home/bin/pytest-python$suffix
done=$tree/opt/$name/installed.txt

# The core's wrapper for the other environment; at every run, as that one, so that a checkout can be moved.
if [ -w "$home/bin" ]; then
  sed "s#/opt/ha/bin/python3#/opt/$name/bin/python3#" "$home/bin/python" > "$wrapper.$$"
  chmod +x "$wrapper.$$"
  mv "$wrapper.$$" "$wrapper"
fi

if ! cmp -s "$list" "$done"; then
  [ "$(id -u)" = 0 ] || { echo 'scripts/ha-pytest.sh: needs root to fill the tree' >&2; exit 1; }
  {
    export UV_LINK_MODE=copy
    in_tree() { chroot "$tree" /usr/bin/env PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
    # uv lives in the core's own environment and installs into this one.
    install() { in_tree /opt/ha/bin/uv pip install --quiet --python "/opt/$name/bin/python" "$@"; }
    rm -rf "$tree/opt/$name"
    in_tree python3.14 -m venv --without-pip "/opt/$name"
    cp "$list" "$tree/opt/$name/wanted.txt"
    cp scripts/ha-requirements.py "$tree/opt/$name/requirements.py"
    install -r "/opt/$name/wanted.txt"
    constraints=/opt/$name/lib/python3.14/site-packages/homeassistant/package_constraints.txt
    in_tree "/opt/$name/bin/python" "/opt/$name/requirements.py" wyoming hassio zeroconf template > "$tree/opt/$name/requirements.txt"
    install -c "$constraints" -r "/opt/$name/requirements.txt"
    "$wrapper" -c 'import homeassistant.const as c; print("Home Assistant", c.__version__)'
    mv "$tree/opt/$name/wanted.txt" "$done"
  } >&2
fi
echo "$wrapper"
