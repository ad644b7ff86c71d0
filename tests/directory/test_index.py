"""The index when two people work on one listing at once."""

import threading

import pytest
from django.db import connection, transaction

from directory.models import Location, SearchEntry, Service
from directory.search import search


@pytest.mark.django_db(transaction=True)
def test_two_who_change_one_listing_at_once_both_count(listing):
    choir = listing("Choir", place={"name": "The hall"})
    begun, go_on = threading.Event(), threading.Event()

    def rename():
        with transaction.atomic():
            Service.objects.filter(pk=choir.pk).update(name="Band")
            begun.set()
            go_on.wait(5)
        connection.close()

    def move():
        begun.wait(5)
        threading.Timer(0.3, go_on.set).start()  # by then this one waits for the other's lock
        Location.objects.update(name="Corn Exchange")
        connection.close()

    both = [threading.Thread(target=rename), threading.Thread(target=move)]
    [each.start() for each in both]
    [each.join(10) for each in both]
    assert SearchEntry.objects.count() == 1
    assert search("band corn").eased == ""
