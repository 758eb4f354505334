#!/usr/bin/env bash
# Makes the Python environment of the integration's tests: the published test package with the core it pins, mypy
# and ruff (test/custom_components/requirements.txt). Lives in the tree of scripts/ha-core.sh, which it builds first.
# Prints the path of its Python; again only when the list changed. Size: about 1 GB more.
set -euo pipefail
cd "$(dirname "$0")/.."
home=$(dirname "$(dirname "$(scripts/ha-core.sh)")")
tree=$home/tree
list=test/custom_components/requirements.txt
done=$tree/opt/pytest/installed.txt

if ! cmp -s "$list" "$done"; then
  [ "$(id -u)" = 0 ] || { echo 'scripts/ha-pytest.sh: needs root to fill the tree' >&2; exit 1; }
  {
    export UV_LINK_MODE=copy
    in_tree() { chroot "$tree" /usr/bin/env PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
    # uv lives in the core's own environment and installs into this one.
    install() { in_tree /opt/ha/bin/uv pip install --quiet --python /opt/pytest/bin/python "$@"; }
    rm -rf "$tree/opt/pytest"
    in_tree python3.14 -m venv --without-pip /opt/pytest
    cp "$list" "$tree/opt/pytest/wanted.txt"
    cp scripts/ha-requirements.py "$tree/opt/pytest/requirements.py"
    install -r /opt/pytest/wanted.txt
    constraints=/opt/pytest/lib/python3.14/site-packages/homeassistant/package_constraints.txt
    in_tree /opt/pytest/bin/python /opt/pytest/requirements.py wyoming hassio zeroconf > "$tree/opt/pytest/requirements.txt"
    install -c "$constraints" -r /opt/pytest/requirements.txt
    in_tree /opt/pytest/bin/python -W ignore -m compileall -qq -j 2 /opt/pytest/lib || true
    # The same wrapper for the other environment, with the tree's ffmpeg on the path, as core looks for one.
    sed -e 's#/opt/ha/bin/python3#/opt/pytest/bin/python3#' -e "s#^PYTHONHOME=#PATH=$home/bin:\$PATH PYTHONHOME=#" "$home/bin/python" > "$home/bin/pytest-python"
    chmod +x "$home/bin/pytest-python"
    "$home/bin/pytest-python" -c 'import homeassistant.const as c; print("Home Assistant", c.__version__)'
    mv "$tree/opt/pytest/wanted.txt" "$done"
  } >&2
fi
echo "$home/bin/pytest-python"
