"""Whose pages may show our search box in a frame."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# A name of the open internet with at least one dot: no scheme, path, port or star, which would let in more than meant.
HOST = RegexValidator(
    r"^(?=.{4,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$",
    _("Enter the name alone, like www.example.org"),
)


class Host(models.Model):
    name = models.CharField(max_length=200, unique=True, validators=[HOST])
    by = models.ForeignKey("people.User", models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
