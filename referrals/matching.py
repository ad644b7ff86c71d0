"""Groups that might suit somebody: near them, answering what they would like, and not tried yet."""

from django.db.models import prefetch_related_objects

from connect.places.find import Spot
from directory.search import PAGE_SIZE, Hit, near_and_answering, search
from referrals.models import Referral

HOW_MANY = 5
A_SHORT_WALK = 500  # metres: within the same few streets, what a group offers counts for more than the distance


def ideas_for(referral: Referral, words: str = "") -> list[Hit]:
    """The nearest and best first; a group they already have, or said no to, is not offered again.

    With words, what a search near them finds, in its order; without, what answers most of what they would like, and
    within the same few streets first where somebody meets them at the door.
    """
    spot = Spot(referral.ward.name, referral.spot_easting, referral.spot_northing, referral.ward)
    tried = {connection.service_id for connection in referral.connections.all()}
    found = search(words=words, near=spot).hits if words else near_and_answering(spot, referral.wants, PAGE_SIZE)
    new = [hit for hit in found if hit.service.pk not in tried]
    prefetch_related_objects([hit.service for hit in new], "needs")
    return (new if words else sorted(new, key=lambda hit: _rank(hit, referral)))[:HOW_MANY]


def _rank(hit: Hit, referral: Referral) -> tuple[int, int, bool, float]:
    """Few streets, then most wishes, then a friendly door, then metres; lower is better."""
    metres = hit.metres or 0.0
    answered = sum(need.pk in referral.wants for need in hit.service.needs.all())
    return int(metres // A_SHORT_WALK), -answered, not hit.service.met_at_door, metres
