"""Fields for the words of the directory: several in a line, and words that residents may read."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from directory import words

MOST, LONGEST = 60, 80
NEVER = re.compile(r"(?i)\b(?:lonel\w+|isolat(?:ed|ion)|vulnerable|unig\w*|ynysig\w*)\b")


class Several(forms.CharField):
    """Words or phrases with commas between them, as a list."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=MOST * LONGEST, **kwargs)

    def prepare_value(self, value: object) -> object:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: object) -> list[str]:
        said = [" ".join(part.split()) for part in super().clean(value).split(",")]
        kept = list(dict.fromkeys(part for part in said if part))
        if any(len(part) > LONGEST for part in kept):
            raise ValidationError(_("Put a comma between the phrases; each may have %(n)d letters") % {"n": LONGEST})
        if len(kept) > MOST:
            raise ValidationError(_("That is a lot. Keep the %(n)d that people say most") % {"n": MOST})
        if any(not words.tokens(part) for part in kept):
            raise ValidationError(_("Each phrase needs a letter or a figure"))
        if self.required and not kept:
            raise ValidationError(self.error_messages["required"])
        return kept

    def has_changed(self, initial: object, data: object) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


def kind_to_read(said: str) -> None:
    """Residents read it: nobody is called anything on our screens."""
    if NEVER.search(said):
        raise ValidationError(_("Residents read this. Say what people want instead: company, somebody to talk to"))
