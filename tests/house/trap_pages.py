"""The smallest pages that show each trap of a transaction round a page; they exist in tests alone."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.urls import path

from connect.people.access import signed_in
from connect.urls import urlpatterns as house
from referrals.models import Person, Referral


def _write(request: HttpRequest) -> Person:
    organisation = request.user.acting.organisation
    return Person.objects.create(
        given_name=request.GET.get("name", "Pat"), created_by=request.user, organisation=organisation
    )


@signed_in
def writes(request):
    return HttpResponse(str(_write(request).pk))


@signed_in
def writes_then_503(request):
    _write(request)
    return HttpResponse(status=503)


@signed_in
def writes_then_raises(request):
    raise ValueError(_write(request).given_name)


@signed_in
def writes_then_404(request):
    _write(request)
    raise Http404


@signed_in
def forgot_its_filter(request):
    return JsonResponse([str(row.pk) for row in Referral.objects.all()], safe=False)


@signed_in
def streams(request):
    return StreamingHttpResponse(str(Referral.objects.count()) for _ in range(1))


def declares_nothing(request):
    return HttpResponse("open")


PAGES = [writes, writes_then_503, writes_then_raises, writes_then_404, forgot_its_filter, streams, declares_nothing]
urlpatterns = [*house, *(path(f"trap/{page.__name__}/", page) for page in PAGES)]
