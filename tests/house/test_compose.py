"""docker-compose.yml is a valid compose file, and hands each service no more secrets than it needs."""

import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

FILE = Path(__file__).parents[2] / "docker-compose.yml"


@pytest.fixture(scope="module")
def services():
    return YAML(typ="safe").load(FILE)["services"]


def check(file):
    schema = ["--builtin-schema", "vendor.compose-spec"]  # comes with the package: nothing is fetched
    return subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *schema, file], capture_output=True, text=True, check=False
    )


def test_the_compose_file_is_valid_against_the_compose_schema():
    done = check(FILE)
    assert (done.returncode, done.stdout + done.stderr) == (0, "ok -- validation done\n")


def test_a_misspelt_key_would_be_noticed(tmp_path):
    wrong = tmp_path / "docker-compose.yml"
    wrong.write_text(FILE.read_text().replace("depends_on:", "depend_on:"))
    assert check(wrong).returncode == 1


def test_it_has_the_six_services(services):
    assert list(services) == ["postgres", "redis", "migrate", "web", "worker", "beat"]


def test_only_migrate_knows_the_logins_that_change_tables(services):
    secret = {"DATABASE_OWNER_URL", "ADMIN_DATABASE_URL"}
    assert [name for name, service in services.items() if secret & set(service.get("environment", ()))] == ["migrate"]


def test_web_worker_and_beat_wait_for_the_tables(services):
    waits = {name: services[name]["depends_on"]["migrate"]["condition"] for name in ("web", "worker", "beat")}
    assert set(waits.values()) == {"service_completed_successfully"}
