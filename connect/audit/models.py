"""Who looked at whom, one row a page view; and who changed what anybody may do."""

import uuid

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

# In the database itself, so that no query of ours can forget it.
APPEND_ONLY = pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


class Access(models.Model):
    """Append-only. The actor is named by key, since nothing on this floor may know the floors above."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)  # null: the holder of a link
    link_id = models.UUIDField(null=True)
    role = models.CharField(max_length=4)
    organisation_id = models.UUIDField(null=True)
    page = models.CharField(max_length=80)
    person_ids = ArrayField(models.UUIDField())

    class Meta:
        indexes = [GinIndex(fields=["person_ids"], name="access_by_person"), models.Index(fields=["actor_id", "at"])]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.page} at {self.at:%Y-%m-%d %H:%M}"


class RightsChange(models.Model):
    """Append-only: a role offered, agreed to, taken up, moved, suspended or ended; keys and codes, no names."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)  # null: the holder of a link, or a job
    role = models.CharField(max_length=4, blank=True)  # the actor's
    organisation_id = models.UUIDField(null=True)  # the actor's
    what = models.CharField(max_length=20)
    about_id = models.UUIDField()  # the user, or the invitation while there is none
    detail = models.CharField(max_length=200, blank=True)  # codes: a role, a team's key

    class Meta:
        indexes = [models.Index(fields=["about_id", "at"]), models.Index(fields=["at"])]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.what} at {self.at:%Y-%m-%d %H:%M}"
