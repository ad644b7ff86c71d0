"""Phone numbers, times of day and web addresses, as people type them and as a listing keeps them."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from directory import addresses

PHONE = re.compile(r"(?:\+44|0)[1-9]\d{8,9}")
EMAIL_WRONG = {"invalid": _("Enter an e-mail address, like name@example.org")}
CLOCKS = ["%H:%M", "%H:%M:%S", "%I:%M%p", "%I.%M%p", "%I%p", "%H.%M"]


def clean_phone(typed: str) -> str:
    """A British number, spaced as it was typed; nothing where nothing was."""
    if typed and not PHONE.fullmatch(re.sub(r"[\s()\-.]", "", typed)):
        raise ValidationError(_("Enter a phone number, like 01632 960 123"))
    return " ".join(typed.split())


def clean_website(typed: str, platform: str = "") -> str:
    """The address as a listing keeps it. People leave out what stands before the name."""
    typed = typed.strip()
    if not typed:
        return ""
    try:
        return addresses.check(typed if "://" in typed else f"https://{typed}", platform)
    except addresses.BadAddress as problem:
        said = problem.messages if hasattr(problem, "messages") else [problem.message]
        raise ValidationError(list(said)) from problem


class Clock(forms.TimeField):
    """10:30, 10.30am or 2pm."""

    def to_python(self, value: Any) -> Any:
        return super().to_python(value.replace(" ", "") if isinstance(value, str) else value)


def clock_field(label: str, **more: Any) -> Clock:
    return Clock(
        label=label,
        input_formats=CLOCKS,
        widget=forms.TimeInput(attrs={"type": "time", "class": "mid"}, format="%H:%M"),
        error_messages={"invalid": _("Enter a time, like 10:30 or 2pm")},
        **more,
    )
