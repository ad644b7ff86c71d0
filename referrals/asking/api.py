"""The front door over the API: who would answer there, and a chat on its own. The same forms, the same refusals."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from connect.api import ByMatrix, filled, refused
from connect.keyed import earlier
from connect.people.access import Rule
from connect.people.roles import Job
from referrals.asking import chats, sending
from referrals.asking.forms import WhereForm
from referrals.asking.models import Came, HealthyChat, WhyNot


class Where(serializers.Serializer):
    """`postcode` may be a ward. The key makes one count of it, however often it is asked."""

    key = serializers.UUIDField()
    postcode = serializers.CharField()
    age = serializers.IntegerField(required=False)


class Answers(serializers.Serializer):
    """`team` would answer; or `why` says why nobody may, `instead` who is right for them, `phone` who helps."""

    team = serializers.CharField(allow_null=True)
    ward = serializers.CharField()
    decide_days = serializers.IntegerField(allow_null=True)
    why = serializers.CharField()
    instead = serializers.CharField()
    phone = serializers.CharField()


class NewChat(serializers.Serializer):
    """Nobody's name is asked, and none is kept. `came` belongs to asked "yes", `why_not` to "no"."""

    key = serializers.UUIDField()
    asked = serializers.ChoiceField(choices=["yes", "no"])
    came = serializers.ChoiceField(choices=Came, required=False)
    why_not = serializers.ChoiceField(choices=WhyNot, required=False)
    minutes = serializers.IntegerField(required=False)
    before = serializers.IntegerField(required=False, min_value=1, max_value=5)
    after = serializers.IntegerField(required=False, min_value=1, max_value=5)
    ward = serializers.CharField(required=False)
    job = serializers.ChoiceField(choices=Job, required=False)


class WhoAnswers(APIView):
    permission_classes = [ByMatrix]
    access = {"POST": Rule("REFERRAL_CREATE", "C")}

    @extend_schema(request=Where, responses=Answers)
    def post(self, request: Request) -> Response:
        """Before any question about somebody. By POST, since a place is not to stand in anybody's log."""
        form = filled(WhereForm, request)
        if not form.is_valid():
            return refused(form)
        sending.note_blocked(request, form)
        fit = form.fit
        told = {
            "team": None if fit.is_blocked else fit.team.name,
            "ward": fit.spot.ward.name,
            "decide_days": None if fit.is_blocked else fit.team.scheme.decide_days,
            "why": fit.reason,
            "instead": fit.door,
            "phone": fit.phone,
        }
        return Response(told)


class Chats(APIView):
    permission_classes = [ByMatrix]
    access = {"POST": Rule("HEALTHY_CHAT", "C")}

    @extend_schema(request=NewChat, responses={204: None})
    def post(self, request: Request) -> Response:
        form = filled(chats.ChatForm, request)
        if not form.is_valid():
            return refused(form)
        if earlier(HealthyChat, form.cleaned_data["key"]) is None:
            chats.log(by=request.user, made=form.made_by(request), **chats.said(form))
        return Response(status=204)
