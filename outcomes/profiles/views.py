"""Pages about places, from open data: the wards of an authority side by side, and one of them. Nobody is in them."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from connect.people.access import requires
from connect.people.models import User
from connect.places.models import Area
from outcomes.profiles import pages
from outcomes.profiles.reading import Borough
from outcomes.within import authorities


def chosen(user: User, code: str = "") -> Area | None:
    """The authority asked for, or the first that somebody may read of; 404 for one that is not theirs."""
    rows = authorities(user).filter(parts__kind=Area.Kind.WARD).distinct()
    found = rows.filter(code=code).first() if code else rows.first()
    if code and found is None:
        raise Http404
    return found


@requires("DASHBOARD")
@require_safe
def place_profiles(request: HttpRequest) -> HttpResponse:
    """The wards side by side."""
    authority = chosen(request.user, request.GET.get("place", ""))
    borough = Borough(authority) if authority else None
    context = {
        "authority": authority,
        "others": authorities(request.user).exclude(pk=authority.pk) if authority else [],
        "findings": [one for one in pages.overview(borough) if one] if borough else [],
        "datasets": borough.datasets() if borough else [],
    }
    return render(request, "outcomes/profiles/place_profiles.html", context)


@requires("DASHBOARD")
@require_safe
def place_profile(request: HttpRequest, slug: str) -> HttpResponse:
    """One ward of an authority that somebody may read of."""
    mine = Area.objects.filter(parent__in=authorities(request.user), kind=Area.Kind.WARD)
    ward = mine.select_related("parent").filter(code=slug).first()
    if ward is None:
        raise Http404
    borough = Borough(ward.parent)
    context = {
        "ward": ward,
        "authority": ward.parent,
        "wards": borough.wards,
        "findings": pages.profile(borough, ward),
        "datasets": borough.datasets(),
    }
    return render(request, "outcomes/profiles/place_profile.html", context)
