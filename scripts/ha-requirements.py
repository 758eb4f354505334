"""Prints the packages that Home Assistant's core would install at run time for the named integrations.

Core always loads its default integrations, so theirs belong to the list: manifests are followed along their
dependencies. Runs with the core's own Python.
"""

import json
import sys
from pathlib import Path

import homeassistant.components
from homeassistant import bootstrap
from homeassistant.const import BASE_PLATFORMS

COMPONENTS = Path(homeassistant.components.__path__[0])


def manifest(domain: str) -> dict:
    path = COMPONENTS / domain / "manifest.json"
    return json.loads(path.read_text()) if path.exists() else {}


def closure(domains: set[str]) -> set[str]:
    found: set[str] = set()
    waiting = list(domains)
    while waiting:
        domain = waiting.pop()
        if domain in found:
            continue
        found.add(domain)
        waiting += manifest(domain).get("dependencies", [])
    return found


wanted = set(sys.argv[1:]) | set(bootstrap.DEFAULT_INTEGRATIONS) | set(bootstrap.CORE_INTEGRATIONS)
wanted |= {str(platform) for platform in BASE_PLATFORMS}
requirements = {need for domain in closure(wanted) for need in manifest(domain).get("requirements", [])}
# The login provider and its second factors are no integrations.
requirements |= {"pyotp", "PyQRCode"}
print("\n".join(sorted(requirements)))
