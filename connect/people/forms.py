"""Signing in, in our words: what to do, and the same of an account that is not there."""

from typing import Any

from allauth.account import forms as allauth
from django.core.exceptions import ValidationError
from django.forms import Field
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSED = {
    "email_password_mismatch": _("That e-mail address and password do not go together. Type the password again"),
    "too_many_login_attempts": _("That was a lot of tries. Wait five minutes, then try again"),
}


def reword(field: Field, label: Promise, required: Promise, **errors: Promise) -> None:
    """The label says it; a placeholder that says it again is gone when one begins to type."""
    field.label = label
    field.error_messages |= {"required": required, **errors}
    field.widget.attrs.pop("placeholder", None)


def reword_email(field: Field) -> None:
    example = _("Enter an e-mail address, like name@example.org")
    reword(field, _("E-mail address"), _("Enter your e-mail address"), invalid=example)


class LoginForm(allauth.LoginForm):
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword_email(self.fields["login"])
        reword(self.fields["password"], _("Password"), _("Enter your password"))

    def clean(self) -> dict[str, Any]:
        try:
            return super().clean()
        except ValidationError as refused:
            raise ValidationError(REFUSED.get(refused.code, refused.message), code=refused.code) from None


class ResetPasswordForm(allauth.ResetPasswordForm):
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword_email(self.fields["email"])


class ResetPasswordKeyForm(allauth.ResetPasswordKeyForm):
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reword(self.fields["password1"], _("New password"), _("Enter a new password"))
        reword(self.fields["password2"], _("New password, once more"), _("Enter the new password once more"))
