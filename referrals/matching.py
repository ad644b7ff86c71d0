"""Groups that might suit somebody: near them, answering what they would like, and not tried yet."""

from connect.places.find import Spot
from directory.search import Hit, near_and_answering
from referrals.models import Referral

HOW_MANY = 5


def ideas_for(referral: Referral) -> list[Hit]:
    """The nearest and best first; a group they already have, or said no to, is not offered again."""
    spot = Spot(referral.ward.name, referral.spot_easting, referral.spot_northing, referral.ward)
    tried = {connection.service_id for connection in referral.connections.all()}
    found = near_and_answering(spot, referral.wants, HOW_MANY + len(tried))
    return [hit for hit in found if hit.service.pk not in tried][:HOW_MANY]
