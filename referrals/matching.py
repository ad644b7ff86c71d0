"""Groups that might suit somebody: near them, answering what they would like, and not tried yet."""

from connect.places.find import Spot
from directory.search import Hit, near_and_answering, search
from referrals.models import Referral

HOW_MANY = 5


def ideas_for(referral: Referral, words: str = "") -> list[Hit]:
    """The nearest and best first; a group they already have, or said no to, is not offered again.

    With words, what a search near them finds; without, what answers what they would like.
    """
    spot = Spot(referral.ward.name, referral.spot_easting, referral.spot_northing, referral.ward)
    tried = {connection.service_id for connection in referral.connections.all()}
    wanted = HOW_MANY + len(tried)
    found = search(words=words, near=spot).hits if words else near_and_answering(spot, referral.wants, wanted)
    return [hit for hit in found if hit.service.pk not in tried][:HOW_MANY]
