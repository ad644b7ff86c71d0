"""Which names may be one person's, and which are not."""

import pytest

from referrals.alike import names

ALIKE = [
    ("Stanley", "Stan"), ("Stephen", "Steven"), ("Catherine", "Kathryn"), ("Siân", "Sian"), ("William", "Bill"),
    ("Gwilym", "William"), ("O'Brien", "OBrien"), ("Thomson", "Thompson"), ("Smith", "Smyth"), ("Philips", "Phillips"),
    ("Mohammed", "Muhammad"), ("Clark", "Clarke"), ("Macdonald", "McDonald"), ("Elisabeth", "Liz"), ("AMES", "ames"),
    ("Margaret", "Mragaret"), ("Lloyd", "Loyd"), ("Dafydd", "David"),
]  # fmt: skip
NOT = [
    ("Stanley", "Jean"), ("Ann", "Ian"), ("Joan", "John"), ("Ames", "Adams"), ("Lee", "Li Wei"), ("", ""), ("Ames", ""),
    ("Patel", "Pater Noster"), ("Rose", "Ross"), ("Brown", "Green"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_these_may_be_one_persons_in_either_order(one, other):
    assert (names.alike(one, other), names.alike(other, one)) == (True, True)


@pytest.mark.parametrize(("one", "other"), NOT)
def test_these_are_not(one, other):
    assert (names.alike(one, other), names.alike(other, one)) == (False, False)
