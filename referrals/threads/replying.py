"""The organiser's page behind a signed link: one person's place in one group, by first name at most."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from connect.audit.actions import saw
from connect.forms import form_page
from connect.messaging.models import Link
from connect.messaging.views import holding, link_gone
from connect.people.access import by_link
from connect.people.roles import Role
from referrals.belonging import Connection
from referrals.threads import actions
from referrals.threads.forms import LineForm
from referrals.threads.models import Line
from referrals.threads.sending import sent


@by_link("WORDS_ORGANISER", "C")
@form_page
@holding("thread")
def organiser_words(request: HttpRequest, link: Link) -> HttpResponse:
    """What the connector and the organiser have written to each other about this one introduction."""
    rows = Connection.objects.select_related("service", "referral__team__organisation", "referral__connector")
    connection = rows.filter(pk=link.subject).first()
    if connection is None or actions.why_not_to_organiser(connection):
        return link_gone(request)
    named = actions.may_be_named(connection)
    if named:
        saw(request, [connection.person_id], link_id=link.pk, role=Role.GRP)
    form = LineForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        write = partial(actions.organiser_says, connection, link_id=link.pk)
        if sent(request, form, connection.referral, write):
            return redirect("organiser_words")
    lines = Line.objects.filter(connection=connection).select_related("by")
    context = {"link": link, "connection": connection, "named": named, "lines": lines, "form": form}
    return render(request, "referrals/threads/organiser_words.html", context, status=422 if form.errors else 200)
