"""Forms that make something carry a key of their own, so that what is sent twice is made once."""

import json
import uuid

from django import forms
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from connect.forms import Form
from connect.identity import opening
from connect.people.models import MadeOnce


class KeyedForm(Form):
    """A form with a random key, minted when the form is drawn and sent back with it."""

    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    @property
    def content_hash(self) -> str:
        """Keyed, so that the digest of a phone number cannot be guessed back from the row."""
        content = {name: value for name, value in sorted(self.cleaned_data.items()) if name != "key"}
        return salted_hmac("connect.keyed.content", json.dumps(content, default=str), algorithm="sha256").hexdigest()

    def made_by(self, request: HttpRequest) -> dict[str, object]:
        """The three columns of MadeOnce for what this form makes."""
        return {"key": self.cleaned_data["key"], "content_hash": self.content_hash, "made_in": made_in(request)}


def made_in(request: HttpRequest) -> str:
    """Which session sent the form, or without an account which browser, in a way that gives neither away.

    A browser is told by the secret of its forms. One that keeps no cookies sends none of ours, and is nobody.
    """
    browser = request.session.session_key or request.META.get("CSRF_COOKIE", "")
    return salted_hmac("connect.keyed.session", browser, algorithm="sha256").hexdigest()


def is_mine(request: HttpRequest, form: KeyedForm, made: MadeOnce | None) -> bool:
    """The same session, or browser, and the same content: then what was made is the sender's to see."""
    return (
        made is not None
        and constant_time_compare(made.made_in, made_in(request))
        and constant_time_compare(made.content_hash, form.content_hash)
    )


def earlier(model: type[MadeOnce], key: uuid.UUID, *related: str) -> MadeOnce | None:
    """What this key has made already, if anything; found by the key alone, whoever asks."""
    with opening(key):
        found = model.objects.filter(key=key)
        return found.prefetch_related(*related).first() if related else found.first()
