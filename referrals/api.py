"""The referral over the API: the same reads, the same forms, the same actions as the pages."""

import uuid
from collections.abc import Callable

import django_filters
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_field, extend_schema_view
from rest_framework import generics, serializers
from rest_framework.request import Request
from rest_framework.response import Response

from connect.api import ByMatrix, filled, refused
from connect.audit.actions import saw
from connect.keyed import is_mine
from connect.people.access import Rule, may
from directory.models import Service
from referrals import actions
from referrals.asking import sending
from referrals.asking.forms import ReferForm
from referrals.case import doing
from referrals.forms import ContactForm, IntroduceForm
from referrals.hearing import progress
from referrals.introductions import actions as introductions
from referrals.models import ContactAttempt, Referral
from referrals.states import Channel, Domain, Known, Safe, Weight


class Refusal(serializers.Serializer):
    """Why not: `detail` in words, or a list of words a field."""

    detail = serializers.CharField()


class ReferralRow(serializers.ModelSerializer):
    """What the worker who asked may know: how far along, and no more than the person agreed to."""

    name = serializers.SerializerMethodField()
    progress = serializers.SerializerMethodField()

    class Meta:
        model = Referral
        fields = ["id", "reference", "name", "submitted_at", "progress"]

    def get_name(self, row: Referral) -> str:
        return row.name_for(self.context["request"].user)

    @extend_schema_field({"type": "object", "properties": {"at": {"type": "integer"}, "word": {"type": "string"}}})
    def get_progress(self, row: Referral) -> dict[str, object]:
        how = progress.for_referrer(row)
        return {"at": how.at, "word": how.word, "line": how.line}


class CaseRow(ReferralRow):
    """For those who work with the person: also the state itself, which says more than a referrer may know.

    `seen` is sent back with the next thing that is set, so that nobody overwrites a colleague unseen.
    """

    seen = serializers.SerializerMethodField()

    class Meta(ReferralRow.Meta):
        fields = [*ReferralRow.Meta.fields, "state", "urgent", "next_step", "next_on", "seen"]

    def get_seen(self, row: Referral) -> str:
        return doing.seen_as(row)


class Receipt(serializers.ModelSerializer):
    """What the sender keeps: the key of the row and the reference to say on the phone."""

    class Meta:
        model = Referral
        fields = ["id", "reference"]


class NewReferral(serializers.Serializer):
    """The form's own fields. `key` is a random UUID of the sender's: sent twice, made once.

    `postcode` may be a ward; one of `phone`, `email` and `through_me` is needed, and `wants` or `words`.
    """

    key = serializers.UUIDField()
    given_name = serializers.CharField()
    postcode = serializers.CharField()
    age = serializers.IntegerField(required=False)
    phone = serializers.CharField(required=False)
    through_me = serializers.BooleanField(required=False)
    safe_to_message = serializers.ChoiceField(choices=Safe, required=False)
    wants = serializers.ListField(child=serializers.CharField(), required=False)
    words = serializers.CharField(required=False)
    consent = serializers.BooleanField()
    tell_referrer = serializers.BooleanField(required=False)
    tell_more = serializers.BooleanField(required=False)
    full_messages = serializers.BooleanField(required=False)
    family_name = serializers.CharField(required=False)
    email = serializers.EmailField(required=False)
    language = serializers.CharField(required=False)
    good_times = serializers.CharField(required=False)
    access_needs = serializers.CharField(required=False)
    first_time = serializers.ChoiceField(choices=Known, required=False)
    domains = serializers.ListField(child=serializers.ChoiceField(choices=Domain), required=False)
    no_domains = serializers.BooleanField(required=False)
    expected_weight = serializers.ChoiceField(choices=Weight, required=False)
    urgent = serializers.BooleanField(required=False)


class NewContact(serializers.Serializer):
    key = serializers.UUIDField()
    channel = serializers.ChoiceField(choices=Channel)
    reached = serializers.ChoiceField(choices=["yes", "no"])
    note = serializers.CharField(required=False)


class NewIntroduction(serializers.Serializer):
    """Without `starts_at`, to the next session."""

    key = serializers.UUIDField()
    service = serializers.UUIDField()
    starts_at = serializers.DateTimeField(required=False)


class Filter(django_filters.FilterSet):
    submitted_after = django_filters.DateFilter("submitted_at", "date__gte")
    submitted_before = django_filters.DateFilter("submitted_at", "date__lte")

    class Meta:
        model = Referral
        fields = []


class CaseFilter(Filter):
    """A state cannot be filtered by those who may not see it: the count alone would say it."""

    class Meta(Filter.Meta):
        fields = ["state"]


class OfReferrals(generics.GenericAPIView):
    """Rows of the active role, as the pages see them."""

    permission_classes = [ByMatrix]

    @property
    def works_with_them(self) -> bool:
        return self.request is None or may(self.request.user, "QUEUE")

    def get_serializer_class(self) -> type[ReferralRow]:
        return CaseRow if self.works_with_them else ReferralRow

    @property
    def filterset_class(self) -> type[Filter]:
        return CaseFilter if self.works_with_them else Filter

    def get_queryset(self) -> QuerySet[Referral]:
        rows = (
            Referral.objects.visible_to(self.request.user)
            if self.request.user.is_authenticated
            else Referral.objects.none()
        )
        return sending.to_tell(rows).order_by("-submitted_at")

    def row(self, pk: uuid.UUID) -> Referral:
        found = get_object_or_404(self.get_queryset(), pk=pk)
        saw(self.request, [found.person_id])
        return found

    def held(self, pk: uuid.UUID) -> Referral:
        """For writing: somebody has accepted it."""
        found = self.row(pk)
        if found.connector_id is None:
            raise Http404
        return found

    def told(self, referral: Referral, status: int = 200) -> Response:
        return Response(self.get_serializer(self.get_queryset().get(pk=referral.pk)).data, status=status)


@extend_schema_view(get=extend_schema(operation_id="referrals_list", responses=ReferralRow(many=True)))
class ReferralList(OfReferrals):
    access = {"GET": Rule("REFERRAL_STATUS", "R"), "POST": Rule("REFERRAL_CREATE", "C")}

    def get(self, request: Request) -> Response:
        page = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        saw(request, [row.person_id for row in page])
        return self.get_paginated_response(self.get_serializer(page, many=True).data)

    @extend_schema(request=NewReferral, responses={201: Receipt, 400: Refusal, 409: Refusal})
    def post(self, request: Request) -> Response:
        form = filled(ReferForm, request)
        if not form.is_valid():
            sending.note_blocked(request, form)
            return refused(form)
        made = sending.send(request, form)
        if not is_mine(request, form, made):
            how = _("Already sent with other content. To change it, ring the team and say the reference.")
            return Response({"detail": how}, status=409)
        return Response(Receipt(made).data, status=201)


class ReferralDetail(OfReferrals):
    access = {"GET": Rule("REFERRAL_STATUS", "R")}

    def get(self, request: Request, pk: uuid.UUID) -> Response:
        return Response(self.get_serializer(self.row(pk)).data)


class Accept(OfReferrals):
    access = {"POST": Rule("CLAIM", "U")}

    @extend_schema(request=None, responses={200: ReferralRow, 409: Refusal})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        return done(lambda: self.told(actions.accept(self.row(pk), by=request.user)))


class Contacts(OfReferrals):
    access = {"POST": Rule("CASE_NOTE", "C")}

    @extend_schema(request=NewContact, responses={201: ReferralRow, 400: Refusal, 409: Refusal})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        form, referral = filled(ContactForm, request), self.held(pk)
        if not form.is_valid():
            return refused(form)
        said = {name: form.cleaned_data[name] for name in ("channel", "reached", "note")}
        before = ContactAttempt.objects.filter(key=form.cleaned_data["key"], referral=referral).first()
        if is_mine(request, form, before):
            return self.told(referral, 201)
        made = form.made_by(request)
        return done(
            lambda: self.told(actions.record_contact(referral, **said, by=request.user, made=made).referral, 201)
        )


class Introductions(OfReferrals):
    access = {"POST": Rule("CONNECTION", "C")}

    @extend_schema(request=NewIntroduction, responses={201: ReferralRow, 400: Refusal, 409: Refusal})
    def post(self, request: Request, pk: uuid.UUID) -> Response:
        form, referral = filled(IntroduceForm, request), self.held(pk)
        if not form.is_valid():
            return refused(form)
        service = get_object_or_404(Service.objects.searchable(), pk=form.cleaned_data["service"])
        said = {"service": service, "starts_at": form.cleaned_data["starts_at"], "made": form.made_by(request)}
        return done(lambda: self.told(introductions.introduce(referral, **said, by=request.user).referral, 201))


def done(action: Callable[[], Response]) -> Response:
    """A domain error is a 409 that says which; a key that made something else before is one too."""
    try:
        with transaction.atomic():
            return action()
    except IntegrityError:
        return Response({"detail": "AlreadySent"}, status=409)
    except actions.ReferralError as error:
        return Response({"detail": type(error).__name__}, status=409)
