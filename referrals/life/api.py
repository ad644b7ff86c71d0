"""The steps of a life over the API: the same forms and actions, and a 409 that says which rule stood against it."""

import uuid

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from connect.api import filled, refused
from connect.keyed import is_mine
from connect.people.access import Rule
from referrals import actions
from referrals.api import OfReferrals, ReferralRow, Refusal, done
from referrals.life import leaving, passing_on, resting, urgency
from referrals.life.forms import (
    CloseForm,
    GiveBackForm,
    PauseForm,
    ReopenForm,
    SendAgainForm,
    TransferForm,
    UrgencyForm,
    WithdrawForm,
)
from referrals.life.models import Transfer
from referrals.states import Closed, Paused, Reopened, Returned, Transferred, Withdrawn


class NewPause(serializers.Serializer):
    why = serializers.ChoiceField(choices=Paused)
    until = serializers.DateField()
    words = serializers.CharField(required=False)


class NewWithdrawal(serializers.Serializer):
    why = serializers.ChoiceField(choices=[one for one in Withdrawn.choices if one[0] != Withdrawn.KEPT])
    words = serializers.CharField(required=False)


class NewAnswer(serializers.Serializer):
    """`words` are needed where it came back with a question, as on the page."""

    words = serializers.CharField(required=False)


class NewReopening(serializers.Serializer):
    """`consent` is needed after a withdrawal, or where the yes of that time does not hold any more."""

    why = serializers.ChoiceField(choices=Reopened)
    words = serializers.CharField(required=False)
    consent = serializers.BooleanField(required=False)
    tell_referrer = serializers.BooleanField(required=False)


class NewUrgency(serializers.Serializer):
    """`urgent` false: they can wait after all."""

    urgent = serializers.BooleanField()
    words = serializers.CharField()


class NewReturn(serializers.Serializer):
    why = serializers.ChoiceField(choices=[one for one in Returned.choices if one[0] != Returned.NO_ANSWER])
    words = serializers.CharField(required=False)


class NewEnd(serializers.Serializer):
    """`words` are needed for lost contact after fewer than three tries."""

    why = serializers.ChoiceField(choices=Closed)
    words = serializers.CharField(required=False)


class NewTransfer(serializers.Serializer):
    key = serializers.UUIDField()
    to_team = serializers.UUIDField()
    why = serializers.ChoiceField(choices=Transferred)
    agreed = serializers.BooleanField()
    summary = serializers.CharField(required=False)


ANSWERS = {200: ReferralRow, 400: Refusal, 409: Refusal}


class Pause(OfReferrals):
    access = {"POST": Rule("PAUSE", "C")}

    @extend_schema(request=NewPause, responses=ANSWERS)
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        form, referral = filled(PauseForm, request), self.held(pk)
        if not form.is_valid():
            return refused(form)
        return done(lambda: self.told(resting.pause(referral, by=request.user, **form.cleaned_data)))


class Resume(OfReferrals):
    access = {"POST": Rule("PAUSE", "C")}

    @extend_schema(request=None, responses={200: ReferralRow, 409: Refusal})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        return done(lambda: self.told(resting.resume(self.held(pk), by=request.user)))


class Withdraw(OfReferrals):
    access = {"POST": Rule("REFERRAL_EDIT", "U")}

    @extend_schema(request=NewWithdrawal, responses=ANSWERS)
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        form, referral = filled(WithdrawForm, request), self.row(pk)
        if not form.is_valid():
            return refused(form)
        return done(lambda: self.told(leaving.withdraw(referral, by=request.user, **form.cleaned_data)))


class SendAgain(OfReferrals):
    access = {"POST": Rule("REFERRAL_CREATE", "C")}

    @extend_schema(request=NewAnswer, responses=ANSWERS)
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        referral = self.row(pk)
        form = filled(SendAgainForm, request, is_asked=leaving.asks_something(referral))
        if not form.is_valid():
            return refused(form)
        return done(lambda: self.told(leaving.send_again(referral, by=request.user, **form.cleaned_data)))


class Reopen(OfReferrals):
    access = {"POST": Rule("REFERRAL_CLOSE", "U")}

    @extend_schema(request=NewReopening, responses=ANSWERS)
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        referral = self.row(pk)
        form = filled(ReopenForm, request, new_yes=leaving.needs_new_yes(referral))
        if not form.is_valid():
            return refused(form)
        said = {name: form.cleaned_data[name] for name in ("why", "words")}
        return done(lambda: self.told(leaving.reopen(referral, by=request.user, yeses=form.yeses(), **said)))


class Urgent(OfReferrals):
    """They cannot wait, as is known now; or they can after all."""

    access = {"POST": Rule("URGENCY", "C")}

    @extend_schema(request=NewUrgency, responses=ANSWERS)
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        form, referral = filled(UrgencyForm, request), self.row(pk)
        if not form.is_valid():
            return refused(form)
        return done(lambda: self.told(urgency.say(referral, by=request.user, **form.cleaned_data)))


class GiveBack(OfReferrals):
    """Back to whoever asked, with a reason they are told."""

    access = {"POST": Rule("CLAIM", "U")}

    @extend_schema(request=NewReturn, responses=ANSWERS)
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        form, referral = filled(GiveBackForm, request), self.row(pk)
        if not form.is_valid():
            return refused(form)
        return done(lambda: self.told(actions.give_back(referral, by=request.user, **form.cleaned_data)))


class Close(OfReferrals):
    """Nothing more is done, and nothing more is written to them."""

    access = {"POST": Rule("REFERRAL_CLOSE", "U")}

    @extend_schema(request=NewEnd, responses=ANSWERS)
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        form, referral = filled(CloseForm, request), self.held(pk)
        if not form.is_valid():
            return refused(form)
        return done(lambda: self.told(actions.close(referral, by=request.user, **form.cleaned_data)))


class Transfers(OfReferrals):
    access = {"POST": Rule("TRANSFER", "C")}

    @extend_schema(request=NewTransfer, responses={201: ReferralRow, 400: Refusal, 409: Refusal})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        referral = self.row(pk)
        form = filled(TransferForm, request, teams=passing_on.schemes_beside(referral.team))
        if not form.is_valid():
            return refused(form)
        before = Transfer.objects.filter(key=form.cleaned_data["key"], referral=referral).first()
        if is_mine(request, form, before):
            return self.told(referral, 201)
        said = {name: form.cleaned_data[name] for name in ("why", "agreed", "summary")}
        made = form.made_by(request)
        asked = {"to_team": form.team, "by": request.user, "made": made} | said
        return done(lambda: self.told(passing_on.ask(referral, **asked).referral, 201))


class Keep(OfReferrals):
    """The other scheme need not answer any more."""

    access = {"POST": Rule("TRANSFER", "C")}

    @extend_schema(request=None, responses={200: ReferralRow})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        referral = self.row(pk)
        if not Transfer.objects.filter(referral=referral, answered_at=None).exists():
            raise Http404
        passing_on.call_off(referral)
        return self.told(referral)
