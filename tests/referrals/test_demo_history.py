"""The demo's four months gone by: whatever the reports ask of them is there."""

from connect.identity import acting_as
from connect.people import demo as people
from connect.places import demo as places
from directory import demo as directory
from referrals import demo
from referrals.hearing.models import Reply
from referrals.models import Connection, ContactAttempt, Referral
from referrals.states import Source


def test_people_came_by_every_door_and_got_as_far_as_people_do(db, django_assert_max_num_queries):
    for floor in (places, people, directory):
        floor.load()
    with django_assert_max_num_queries(100):
        demo.load_history()
    with acting_as("seed"):
        rows = Referral.objects.all()
        assert rows.count() == 400
        assert set(rows.values_list("source", flat=True)) == {Source.WORKER, Source.OUTSIDER, Source.SELF}
        assert rows.filter(decided_at=None).count() == 0
        assert rows.filter(state="closed", closed_at=None).count() == 0
        assert rows.filter(state="closed", closed_why="").count() == 0
        assert Connection.objects.filter(first_offered_at=None).count() == 0
        assert ContactAttempt.objects.count() > 400
        assert Reply.objects.reached().count() > 300
