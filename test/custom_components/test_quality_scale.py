"""Every rule of the quality scale is answered, and what can be checked here is."""

import ast
from pathlib import Path
from typing import Any

import pytest
from test_manifest import FOLDER, load

from homeassistant.util.yaml import load_yaml_dict

# Source: script/hassfest/quality_scale.py of Home Assistant, bronze to platinum.
RULES = {
    "action-setup",
    "appropriate-polling",
    "brands",
    "common-modules",
    "config-flow-test-coverage",
    "config-flow",
    "dependency-transparency",
    "docs-actions",
    "docs-triggers",
    "docs-conditions",
    "docs-high-level-description",
    "docs-installation-instructions",
    "docs-removal-instructions",
    "entity-event-setup",
    "entity-unique-id",
    "has-entity-name",
    "runtime-data",
    "test-before-configure",
    "test-before-setup",
    "unique-config-entry",
    "action-exceptions",
    "config-entry-unloading",
    "docs-configuration-parameters",
    "docs-installation-parameters",
    "entity-unavailable",
    "integration-owner",
    "log-when-unavailable",
    "parallel-updates",
    "reauthentication-flow",
    "test-coverage",
    "devices",
    "diagnostics",
    "discovery-update-info",
    "discovery",
    "docs-data-update",
    "docs-examples",
    "docs-known-limitations",
    "docs-supported-devices",
    "docs-supported-functions",
    "docs-troubleshooting",
    "docs-use-cases",
    "dynamic-devices",
    "entity-category",
    "entity-device-class",
    "entity-disabled-by-default",
    "entity-translations",
    "exception-translations",
    "icon-translations",
    "reconfiguration-flow",
    "repair-issues",
    "stale-devices",
    "async-dependency",
    "inject-websession",
    "strict-typing",
}
PLATFORMS = ("binary_sensor", "conversation", "event", "sensor")


def rules() -> dict[str, Any]:
    """Return the answers."""
    answered: dict[str, Any] = load_yaml_dict(str(FOLDER / "quality_scale.yaml"))
    return dict(answered["rules"])


def test_every_rule_is_done_or_exempt_with_a_reason() -> None:
    """None is left to do."""
    answered = rules()
    assert answered.keys() == RULES
    for answer in answered.values():
        if answer != "done":
            assert answer["status"] == "exempt"
            assert len(answer["comment"]) > 20


@pytest.mark.parametrize("platform", PLATFORMS)
def test_every_platform_says_how_many_updates_run_at_once(platform: str) -> None:
    """None: nothing is polled by an entity."""
    tree = ast.parse((FOLDER / f"{platform}.py").read_text())
    names = [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    assert "PARALLEL_UPDATES" in names


def test_every_action_is_described_and_has_an_icon() -> None:
    """With every field."""
    described: dict[str, Any] = load_yaml_dict(str(FOLDER / "services.yaml"))
    texts = load("translations/en.json")["services"]
    assert described.keys() == texts.keys() == load("icons.json")["services"].keys()
    for name, action in described.items():
        assert action["fields"].keys() == texts[name]["fields"].keys()


def test_every_entity_has_a_name() -> None:
    """Read from the translation keys in the source."""
    texts = load("translations/en.json")["entity"]
    for platform in ("binary_sensor", "event", "sensor"):
        source = (FOLDER / f"{platform}.py").read_text()
        for key in texts[platform]:
            assert f'"{key}"' in source


@pytest.mark.parametrize("name", ["icon", "icon@2x", "logo", "logo@2x"])
def test_the_brand_has_its_images(name: str) -> None:
    """As the store and the frontend look for them."""
    image = Path(FOLDER / "brand" / f"{name}.png").read_bytes()
    assert image.startswith(b"\x89PNG")
