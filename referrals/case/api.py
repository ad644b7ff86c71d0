"""A connector's day over the API: a note, and what is next. The same forms and actions as the page."""

import uuid

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from connect.api import filled, refused
from connect.keyed import is_mine
from connect.people.access import Rule
from referrals.api import OfReferrals, ReferralRow, Refusal, done
from referrals.case import doing
from referrals.case.forms import A_NOTE, STEPS, NextForm, NoteForm
from referrals.case.models import Note


class NewNote(serializers.Serializer):
    """`key` is a random UUID of the sender's: sent twice, kept once. Of a call or a visit write a contact."""

    key = serializers.UUIDField()
    words = serializers.CharField()


class NewNext(serializers.Serializer):
    """`seen` as the referral was read with it: where a colleague has set something since, the answer is a 409."""

    step = serializers.ChoiceField(choices=STEPS)
    on = serializers.DateField()
    seen = serializers.CharField()


class Notes(OfReferrals):
    access = {"POST": Rule("CASE_NOTE", "C")}

    @extend_schema(request=NewNote, responses={201: ReferralRow, 400: Refusal, 409: Refusal})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        referral, form = self.held(pk), _note(request)
        if not form.is_valid():
            return refused(form)
        before = Note.objects.filter(key=form.cleaned_data["key"], referral=referral).first()
        if is_mine(request, form, before):
            return self.told(referral, 201)
        said = {"words": form.cleaned_data["words"], "made": form.made_by(request)}
        return done(lambda: self.told(doing.write_note(referral, **said, by=request.user).referral, 201))


def _note(request: Request) -> NoteForm:
    """The page's form with its radio set to a note."""
    form = filled(NoteForm, request)
    form.data["channel"], form.data["note"] = A_NOTE, form.data.get("words", "")
    form.fields["reached"].required = False
    return form


class NextThing(OfReferrals):
    """What is next for somebody, and by when."""

    access = {"POST": Rule("PERSON_NEED", "U")}

    @extend_schema(request=NewNext, responses={200: ReferralRow, 400: Refusal, 409: Refusal})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        form, referral = filled(NextForm, request), self.held(pk)
        if not form.is_valid():
            return refused(form)
        said = {name: form.cleaned_data[name] for name in ("step", "on", "seen")}
        return done(lambda: self.told(doing.set_next(referral, **said, by=request.user)))
