"""What is coming, over the API: to be shown on a council's own page. Booking stays with the page, and its letter."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from connect.api import ByMatrix
from connect.people.access import PUBLIC
from connect.people.training import kinds
from connect.people.training.booking import actions
from connect.people.training.booking.pages import SHOWN, may_ask_for
from connect.people.training.models import TrainingSession


class ComingTraining(serializers.ModelSerializer):
    """`left` is how many places may be booked now; 0 while somebody waits."""

    kind_name = serializers.CharField()
    name = serializers.CharField(source="__str__")
    left = serializers.IntegerField()

    class Meta:
        model = TrainingSession
        fields = [
            "id", "kind", "kind_name", "name", "about", "starts_at", "ends_at", "place", "getting_there",
            "places", "left",
        ]  # fmt: skip


class ComingTrainings(APIView):
    """Those anybody may ask for a place at; those with an account see theirs too."""

    access = {"GET": PUBLIC}
    permission_classes = [ByMatrix]

    @extend_schema(responses=ComingTraining(many=True), operation_id="training_coming")
    def get(self, request: Request) -> Response:
        sessions = actions.counted(kinds.name_all(may_ask_for(request)[:SHOWN]))
        return Response(ComingTraining(sessions, many=True).data)
