"""Those who look, and the small directory they look in."""

from tests.directory.conftest import listing, names  # noqa: F401 (fixtures)
