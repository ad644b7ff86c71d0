"""The queue over the API: taking on, putting back, giving out, and how long it takes."""

import uuid

from django.contrib.auth import get_user_model
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from connect.api import ByMatrix
from connect.people.access import Rule
from referrals import refusals
from referrals.api import OfReferrals, ReferralRow, Refusal, done
from referrals.models import Referral
from referrals.queue import assigning, claiming, expecting


class TakenBy(Refusal):
    """`who` has it now, in words."""

    who = serializers.CharField()


class NewHolder(serializers.Serializer):
    connector = serializers.UUIDField()


class NewRelease(serializers.Serializer):
    words = serializers.CharField(required=False, max_length=2000)


class ExpectedWait(serializers.Serializer):
    """In working days; null where fewer than eight have left the queue."""

    count = serializers.IntegerField()
    middle = serializers.FloatField(allow_null=True)
    shortest = serializers.IntegerField(allow_null=True)
    longest = serializers.IntegerField(allow_null=True)
    words = serializers.CharField()


class Claim(OfReferrals):
    access = {"POST": Rule("CLAIM", "U")}

    @extend_schema(request=None, responses={200: ReferralRow, 409: TakenBy})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        seen = Referral.objects.visible_to(request.user).filter(pk=pk).first()
        try:
            return self.told(claiming.claim(seen or self.row(pk), by=request.user))
        except refusals.ReferralError as error:
            said = {"detail": type(error).__name__, "who": claiming.who_has(pk, request.user)}
            return Response(said, status=409)


class Release(OfReferrals):
    access = {"POST": Rule("CLAIM", "U")}

    @extend_schema(request=NewRelease, responses={200: ReferralRow, 409: Refusal})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        said = NewRelease(data=request.data)
        said.is_valid(raise_exception=True)
        words = said.validated_data.get("words", "")
        return done(lambda: self.told(claiming.release(self.held(pk), by=request.user, words=words)))


class Assign(OfReferrals):
    access = {"POST": Rule("REASSIGN", "U")}

    @extend_schema(request=NewHolder, responses={200: ReferralRow, 409: Refusal})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        said = NewHolder(data=request.data)
        said.is_valid(raise_exception=True)
        to = get_object_or_404(get_user_model(), pk=said.validated_data["connector"])
        return done(lambda: self.told(assigning.assign(self.row(pk), to=to, by=request.user)))


class Wait(APIView):
    permission_classes = [ByMatrix]
    access = {"GET": Rule("QUEUE", "R")}

    @extend_schema(responses=ExpectedWait)
    def get(self, request: Request) -> Response:
        return Response(ExpectedWait(expecting.wait_of(assigning.team_of(request.user))).data)
