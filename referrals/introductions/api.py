"""A group's own system answers an introduction: the token of the letter's link is sent, and opens just that."""

from django.db import transaction
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from connect.api import ByMatrix, filled, refused
from connect.identity import acting_for
from connect.messaging import links
from connect.messaging.models import Link
from connect.people.access import Rule
from referrals.api import Refusal
from referrals.introductions import actions, answering, replying
from referrals.introductions.forms import AnswerForm
from referrals.introductions.states import Room, Said


class OrganisersWord(serializers.Serializer):
    """`token` is the last part of the link in the letter. It is sent in the body, so that it stands in no log.

    `other_at` is one of the coming sessions, as the link's page names them; `room` belongs to "full".
    """

    token = serializers.CharField()
    key = serializers.UUIDField()
    answer = serializers.ChoiceField(choices=Said)
    other_at = serializers.CharField(required=False)
    room = serializers.ChoiceField(choices=Room, required=False)
    words = serializers.CharField(required=False)


class Understood(serializers.Serializer):
    """What we have understood. Who it is about stands behind the link, and not here."""

    answer = serializers.CharField()
    other_at = serializers.DateTimeField(allow_null=True)


class OrganisersAnswer(APIView):
    """Yes, another day, or full; said again it is put right. A link that is over or for something else is a 410."""

    permission_classes = [ByMatrix]
    access = {"POST": Rule("INTRODUCTION", "U", door="link")}

    @extend_schema(request=OrganisersWord, responses={200: Understood, 400: Refusal, 409: Refusal, 410: Refusal})
    def post(self, request: Request) -> Response:
        try:
            link = _link(request)
        except links.LinkGone:
            return Response({"detail": "LinkGone"}, status=410)
        with acting_for(link.scope):
            return _answered(request, link)


def _link(request: Request) -> Link:
    given = request.data.get("token", "") if isinstance(request.data, dict) else ""
    link = links.read(given if isinstance(given, str) else "")
    if link.purpose != "introduction":
        raise links.LinkGone
    return link


def _answered(request: Request, link: Link) -> Response:
    row = replying.row_behind(request, link)
    if row is None:
        return Response({"detail": "LinkGone"}, status=410)
    sessions = [one for one in actions.coming(row.occasion.service) if one.starts_at != row.occasion.starts_at]
    form = filled(AnswerForm, request, sessions=sessions)
    if not form.is_valid():
        return refused(form)
    said = {"said": form.cleaned_data["answer"]} | {
        name: form.cleaned_data[name] for name in ("other_at", "room", "words")
    }
    try:
        with transaction.atomic():
            row = answering.answer(row, **said, made=form.made_by(request), link_id=link.pk)
    except answering.Settled:
        return Response({"detail": "Settled"}, status=409)
    return Response(Understood({"answer": row.answer, "other_at": row.other_at}).data)
