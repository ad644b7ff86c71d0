"""Whose house this is, and one active role a session: holding two never adds them up."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from connect.people import proof
from connect.people.models import Membership, Tenant, User
from connect.places.attribution import ATTRIBUTION, uses_real_postcodes

SESSION_KEY = "acting"


class ActingMiddleware:
    """Sets `user.acting` from the session; a membership that has ended since is worth nothing.

    And what each page is framed with: read here, before the page's transaction, so that a refusal can be drawn after
    it was rolled back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.tenant = Tenant.current()
        request.attribution = ATTRIBUTION if uses_real_postcodes() else ""
        if request.user.is_authenticated:
            request.user.acting = choose(request)
            request.user.proof_is_fresh = proof.of(request)
        return self.get_response(request)


def memberships(user: User) -> list[Membership]:
    return list(Membership.objects.current().filter(user=user).select_related("organisation", "team", "area"))


def choose(request: HttpRequest) -> Membership | None:
    mine = memberships(request.user)
    chosen = [one for one in mine if str(one.pk) == request.session.get(SESSION_KEY)]
    request.user.could_act_as = mine
    return (chosen or mine or [None])[0]
