"""What an organiser says at once about their own listing: shut for a while, or open again."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from connect.forms import Form
from directory.document import Document
from directory.keeping.fields import day, line, one_of
from directory.models import Service
from directory.states import Status


class ShutForm(Form):
    what = one_of(
        lazy("Is it open?"), [("shut", lazy("Shut for a while")), ("open", lazy("Open"))], required=True,
        error_messages={"required": lazy("Choose shut or open")},
    )  # fmt: skip
    shut_from = day(lazy("First day shut"), help_text=lazy("Leave empty if it is today"))
    reopens_on = day(lazy("Open again on"), help_text=lazy("Leave empty if you do not know yet"))
    shut_because = line(lazy("Why, in a line"), 200)

    def __init__(self, data: Any = None, *, service: Service, **more: Any) -> None:
        is_shut = service.status == Status.SHUT
        held = {"what": "shut", "shut_from": service.shut_from, "reopens_on": service.reopens_on}
        super().__init__(data, initial=held | {"shut_because": service.shut_because} if is_shut else None, **more)

    def clean_reopens_on(self) -> Any:
        on = self.cleaned_data["reopens_on"]
        if on and on < timezone.localdate():
            raise ValidationError(_("Choose a day from today on"))
        return on

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, again = cleaned.get("shut_from"), cleaned.get("reopens_on")
        if first and again and first > again:
            self.add_error("reopens_on", _("It would open again before it shuts"))
        return cleaned

    def part(self) -> Document:
        said = self.cleaned_data
        if said["what"] == "open":
            return {"status": Status.ACTIVE.value, "shut_from": None, "reopens_on": None, "shut_because": ""}
        first = said["shut_from"] or timezone.localdate()
        again = said["reopens_on"].isoformat() if said["reopens_on"] else None
        return {
            "status": Status.SHUT.value, "shut_from": first.isoformat(), "reopens_on": again,
            "shut_because": said["shut_because"],
        }  # fmt: skip
