"""A note of what worked, tied to a listing where there is one; and who was glad of it."""

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from connect.people.access import scope
from connect.people.models import Keyed, MadeOnce, Organisation, User


class Shown(models.TextChoices):
    """Whether others find it."""

    WAITING = "waiting", _("waits for a reader")
    SHOWN = "shown", _("shown")
    HIDDEN = "hidden", _("taken down")


class PracticeQuerySet(models.QuerySet):
    def visible_to(self, user: User) -> "PracticeQuerySet":
        """What is shown, to everybody who works here; one's own always; all of it to whoever reads them first."""
        if user.acting is None or scope(user.acting.role, "PRACTICE", "R") is None:
            return self.none()
        if scope(user.acting.role, "PRACTICE_READ", "R") is not None:
            return self
        return self.filter(models.Q(state=Shown.SHOWN) | models.Q(by=user))

    def unread(self) -> "PracticeQuerySet":
        return self.filter(read_at=None).exclude(state=Shown.HIDDEN)

    def saying(self, words: str) -> "PracticeQuerySet":
        """Every word somewhere in it, or in the name of its listing."""
        found = self
        for word in words.split()[:8]:
            said = models.Q(title__icontains=word) | models.Q(words__icontains=word)
            found = found.filter(said | models.Q(service__name__icontains=word))
        return found


class Practice(MadeOnce):
    """What somebody tried, and what came of it. About a way of doing things, never about a person."""

    title = models.CharField(max_length=150)
    words = models.TextField(max_length=3000)
    service = models.ForeignKey("directory.Service", models.SET_NULL, null=True, blank=True, related_name="practices")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    state = models.CharField(max_length=7, choices=Shown, default=Shown.SHOWN)
    looks_named = models.BooleanField(default=False)  # words that look like a name, which its writer let stand
    made_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(auto_now=True)
    read_at = models.DateTimeField(null=True)
    read_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    why_hidden = models.CharField(max_length=300, blank=True)  # told to its writer

    objects = PracticeQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "pk"]
        indexes = [models.Index(fields=["service"], name="practice_of_listing")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("practice_note", args=[self.pk])


class PracticeThanks(Keyed):
    """Somebody was glad of it, once."""

    practice = models.ForeignKey(Practice, models.CASCADE, related_name="thanks")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    said_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["practice", "user"], name="thanked_once")]

    def __str__(self) -> str:
        return str(self.pk)
