"""Who works here, for whom, and what each may do."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "connect.people"
    label = "people"
