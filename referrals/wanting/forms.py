"""A listing's own questions as a part of the form that introduces somebody there."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from connect.forms import Form
from directory.models import Document, Question, Service
from directory.wanting import actions as wanted
from directory.wanting.states import Kind, Reader
from referrals.belonging import Connection
from referrals.models import Referral, Wanting

YES_NO = [("yes", _("Yes")), ("no", _("No"))]
MISSING = {"required": _("Ask them, and write what they say")}
CHOICE = {"required": _("Ask them, and choose what they say"), "invalid_choice": _("Choose one of these")}


class WantedForm(Form):
    """One field a question; nothing where the listing asks nothing. It stands inside the form of the introduction."""

    def __init__(
        self, data: Any = None, *, questions: list[Question], documents: list[Document], may_share: bool, **more: Any
    ) -> None:
        super().__init__(data, prefix="wanted", **more)
        self.questions, self.documents = {name_of(one): one for one in questions}, documents
        for name, one in self.questions.items():
            self.fields[name] = field_of(one)
        if may_share and any(one.seen_by == Reader.ORGANISER for one in questions):
            self.fields["agreed"] = forms.BooleanField(
                label=_("They agreed that the organiser reads the answers marked so"), required=False
            )

    def answers(self) -> list[tuple[Question, str]]:
        """Of those that were answered, in words that stand for themselves."""
        said = ((one, self.cleaned_data.get(name, "")) for name, one in self.questions.items())
        return [(one, in_words(one, words)) for one, words in said if words]

    @property
    def agreed(self) -> bool:
        return bool(self.cleaned_data.get("agreed"))


def name_of(question: Question) -> str:
    return f"q{question.pk.hex}"


def field_of(question: Question) -> forms.Field:
    said = {"label": question.words, "required": question.required, "help_text": _hint(question)}
    if question.kind == Kind.WORDS:
        return forms.CharField(max_length=500, error_messages=MISSING, **said)
    choices = YES_NO if question.kind == Kind.YES_NO else [(one, one) for one in question.choices]
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, error_messages=CHOICE, **said)


def _hint(question: Question) -> str:
    return _("The organiser reads this, if they agree") if question.seen_by == Reader.ORGANISER else ""


def in_words(question: Question, said: str) -> str:
    return str(dict(YES_NO)[said]) if question.kind == Kind.YES_NO else said.strip()


def form_for(service: Service, referral: Referral, data: Mapping[str, str] | None) -> WantedForm:
    """The part for this listing and this person; what was answered to it before stands there already."""
    questions = wanted.questions_of(service)
    return WantedForm(
        data, questions=questions, documents=wanted.documents_of(service), may_share=not referral.person.restricted,
        initial=_before(questions, service, referral),
    )  # fmt: skip


def _before(questions: list[Question], service: Service, referral: Referral) -> dict[str, str]:
    if not questions:
        return {}
    known = Connection.objects.filter(referral=referral, service=service)
    said = {one.question_id: one.words for one in Wanting.objects.filter(connection__in=known)}
    codes = {str(label): code for code, label in YES_NO}
    found = {name_of(one): said.get(one.pk, "") for one in questions}
    return {name: codes.get(words, words) for name, words in found.items() if words}
