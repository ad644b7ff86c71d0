"""The five tables of words that editors keep, each with its form and what its page says."""

from dataclasses import dataclass

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from directory.models import Audience, KindGuide, Meaning, Need, SchoolTerm, Synonym
from directory.openreferral.forms import MeaningForm
from directory.wording.forms import AudienceForm, KindForm, LineForm, NeedForm, SynonymForm, TermForm


@dataclass(frozen=True)
class Table:
    model: type[models.Model]
    form: type[LineForm]
    title: str | Promise
    lead: str | Promise
    looked_in: tuple[str, ...] = ()  # fields a long table is searched in
    is_closed: bool = False  # its lines are given: none is added, none goes

    def rows(self, words: str) -> QuerySet:
        asked = Q()
        for name in self.looked_in if words else ():
            asked |= Q(**{f"{name}__icontains": words})
        order = self.model._meta.ordering or ["pk"]
        return self.model._default_manager.filter(asked).order_by(*order)


TABLES = {
    "synonyms": Table(
        Synonym,
        SynonymForm,
        _("What people say, and what they may mean"),
        _("A search for the words on the left looks for those on the right as well. A change counts at once."),
        ("said", "means"),
    ),
    "needs": Table(
        Need, NeedForm, _("Needs"), _("What people would like. Filters, referrals and reports use these names.")
    ),
    "audiences": Table(
        Audience, AudienceForm, _("Audiences"), _("Whom listings are for. A listing that names none is for everybody.")
    ),
    "kinds": Table(
        KindGuide,
        KindForm,
        _("Kinds"),
        _("How often each kind of listing is checked, and what is known about whether it helps."),
        is_closed=True,
    ),
    "terms": Table(
        SchoolTerm,
        TermForm,
        _("School terms"),
        _("Groups that meet in term time only have no dates outside of these."),
    ),
    "meanings": Table(
        Meaning,
        MeaningForm,
        _("What the words of feeds mean here"),
        _("Feeds have words of their own. These say which kind and needs they stand for, at the next reading."),
        ("said", "label", "taxonomy"),
    ),
}
