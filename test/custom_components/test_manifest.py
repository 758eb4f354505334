"""What Home Assistant's own checker asks, as far as it can be asked here."""

import ast
import json
from pathlib import Path
import re
from string import Formatter
from typing import Any

from awesomeversion import AwesomeVersion
import pytest

from custom_components.hearken.assistant import ASSISTANT_PARTS
from custom_components.hearken.client import Failure
from custom_components.hearken.const import LANGUAGES
from homeassistant.const import __version__

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "custom_components" / "hearken"
KNOWN_KEYS = {
    "after_dependencies",
    "codeowners",
    "config_flow",
    "dependencies",
    "documentation",
    "domain",
    "integration_type",
    "iot_class",
    "issue_tracker",
    "loggers",
    "name",
    "requirements",
    "version",
    "zeroconf",
}


def load(path: str) -> dict[str, Any]:
    """Return a JSON file of the integration."""
    loaded: dict[str, Any] = json.loads((FOLDER / path).read_text())
    return loaded


def flat(texts: dict[str, Any], prefix: str = "") -> dict[str, str]:
    """Return every text by its dotted key."""
    found: dict[str, str] = {}
    for key, value in texts.items():
        if isinstance(value, dict):
            found |= flat(value, f"{prefix}{key}.")
        else:
            found[f"{prefix}{key}"] = value
    return found


def test_the_manifest_is_sorted_and_knows_its_keys() -> None:
    """Domain, name, then the alphabet."""
    keys = list(load("manifest.json"))
    assert keys == ["domain", "name", *sorted(keys[2:])]
    assert set(keys) <= KNOWN_KEYS


def test_the_manifest_says_what_core_needs() -> None:
    """One version for all parts; no packages of its own."""
    manifest = load("manifest.json")
    package = json.loads((ROOT / "package.json").read_text())
    assert manifest["domain"] == FOLDER.name
    assert manifest["version"] == package["version"]
    assert manifest["requirements"] == []
    assert manifest["integration_type"] == "service"
    assert manifest["iot_class"] == "local_push"
    assert manifest["zeroconf"] == ["_hearken._tcp.local."]


def test_the_manifest_points_to_the_repository_when_there_is_one() -> None:
    """No address is invented."""
    manifest = load("manifest.json")
    package = json.loads((ROOT / "package.json").read_text())
    repository = package.get("repository", "")
    text = repository["url"] if isinstance(repository, dict) else repository
    if not text:
        assert not {"documentation", "issue_tracker"} & manifest.keys()
        return
    # As npm takes it: "github:owner/name", or an address.
    owner, name = text.removesuffix(".git").replace(":", "/").split("/")[-2:]
    base = f"https://github.com/{owner}/{name}"
    assert manifest["codeowners"] == [f"@{owner}"]
    assert manifest["documentation"] == f"{base}#readme"
    assert manifest["issue_tracker"] == f"{base}/issues"


def test_there_is_one_integration_for_the_store() -> None:
    """HACS takes one folder, and the oldest core the tests run on."""
    folders = [path.name for path in FOLDER.parent.iterdir() if path.is_dir()]
    assert [name for name in folders if not name.startswith("__")] == ["hearken"]
    hacs = json.loads((ROOT / "hacs.json").read_text())
    assert hacs == {"name": "Hearken", "homeassistant": "2026.4.0"}
    assert AwesomeVersion(hacs["homeassistant"]) <= AwesomeVersion(__version__)
    assert not (FOLDER / "strings.json").exists()


def test_every_language_has_its_file() -> None:
    """Those of `LANGUAGES` and no other."""
    files = {path.stem for path in (FOLDER / "translations").iterdir()}
    assert files == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same(language: str) -> None:
    """The same keys and placeholders as English, real texts, no references."""
    english = flat(load("translations/en.json"))
    texts = flat(load(f"translations/{language}.json"))
    assert texts.keys() == english.keys()
    for key, text in texts.items():
        assert text.strip() == text != ""
        assert "[%key:" not in text
        holes = re.findall(r"\{\w+\}", text)
        assert sorted(set(holes)) == sorted(set(re.findall(r"\{\w+\}", english[key])))


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_every_sentence_is_translated(language: str) -> None:
    """What is longer than a word reads differently."""
    english = flat(load("translations/en.json"))
    texts = flat(load(f"translations/{language}.json"))
    same = [text for k, text in texts.items() if " " in text and text == english[k]]
    assert set(same) <= {"Home Assistant"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_one_that_the_checker_takes(language: str) -> None:
    """Source: script/hassfest/translations.py of Home Assistant."""
    for key, text in flat(load(f"translations/{language}.json")).items():
        assert re.fullmatch(r"[a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?", key)
        assert not re.search(r"<[a-z/][^>]*>|https?://|'\{\w+\}'", text)
        holes = [hole for _, hole, _, _ in Formatter().parse(text) if hole]
        assert all(hole.isidentifier() for hole in holes)
        assert not holes or ".state." not in key


def test_every_issue_says_what_it_is_or_how_it_is_fixed() -> None:
    """One of both; core shows a description only where nothing can be submitted."""
    issues = load("translations/en.json")["issues"]
    assert set(issues) >= {"voice_services", "endpointing_ignored", "server_too_old"}
    for issue in issues.values():
        assert issue.keys() in ({"title", "description"}, {"title", "fix_flow"})
        if flow := issue.get("fix_flow"):
            assert flow["step"].keys() == {"confirm"}
            assert flow["abort"]


def test_every_failure_has_words() -> None:
    """In the form and aloud."""
    texts = load("translations/en.json")
    failures = {failure.value for failure in Failure}
    assert texts["config"]["error"].keys() == failures
    assert texts["exceptions"].keys() == failures | {"no_server", "which_server"}


def test_every_step_field_and_abort_of_the_flow_has_words() -> None:
    """Read from the flow's own source."""
    config = load("translations/en.json")["config"]
    source = (FOLDER / "config_flow.py").read_text()
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    named = {
        (keyword.arg, keyword.value.value)
        for call in calls
        for keyword in call.keywords
        if isinstance(keyword.value, ast.Constant)
    }
    steps = {value for name, value in named if name == "step_id"} - {"init"}
    assert config["step"].keys() == steps | {"reauth_confirm", "reconfigure"}
    reasons = {value for name, value in named if name == "reason"}
    assert reasons <= config["abort"].keys()
    fields = {name: set(step.get("data", {})) for name, step in config["step"].items()}
    assert fields == {
        "user": {"host", "port", "token"},
        "reconfigure": {"host", "port", "token"},
        "confirm": {"token"},
        "reauth_confirm": {"token"},
        "assistant": set(ASSISTANT_PARTS),
        "slow_satellites": set(),
    }
    for step in config["step"].values():
        assert step.get("data", {}).keys() == step.get("data_description", {}).keys()
