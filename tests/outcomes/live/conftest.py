"""Mr Ames in Carl’s hands, as the tests of referrals have him."""

from tests.referrals.conftest import with_carl  # noqa: F401
