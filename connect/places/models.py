"""Areas in one tree, postcodes with the middle of each, and the streets of the demo borough. Public: no wall."""

import re
from unicodedata import combining
from unicodedata import normalize as unicode_form

from django.db import models
from django.utils.translation import gettext_lazy as _

SHORT_FOR = {
    "ave": "avenue",
    "cl": "close",
    "cres": "crescent",
    "dr": "drive",
    "gdns": "gardens",
    "gr": "grove",
    "la": "lane",
    "ln": "lane",
    "pl": "place",
    "rd": "road",
    "sq": "square",
    "st": "street",
    "terr": "terrace",
}


def fold(name: str) -> str:
    """A name as it is looked up: no case, accents or punctuation, and a shortened last word written out."""
    plain = "".join(letter for letter in unicode_form("NFKD", name) if not combining(letter)).casefold()
    words = re.sub(r"[^\w]+", " ", plain.replace("&", " and ").replace("'", "").replace("’", "")).split()
    return " ".join([*words[:-1], SHORT_FOR.get(words[-1], words[-1])]) if len(words) > 1 else "".join(words)


class Area(models.Model):
    """A region, an authority within it, and the wards and statistical areas (LSOA) within that."""

    class Kind(models.TextChoices):
        REGION = "region", _("region")
        AUTHORITY = "authority", _("authority")
        WARD = "ward", _("ward")
        LSOA = "lsoa", _("statistical area")

    code = models.CharField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=100)
    folded = models.CharField(max_length=100, editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    locality = models.ForeignKey("Locality", models.SET_NULL, null=True, blank=True, related_name="wards")

    class Meta:
        verbose_name, verbose_name_plural = _("area"), _("areas")
        ordering = ["name"]
        indexes = [models.Index(fields=["folded"], name="area_by_name")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.folded = fold(self.name)
        super().save(*args, **kwargs)


class Locality(models.Model):
    """Wards that an authority plans for together. Its own division, which no national list has."""

    code = models.CharField(_("code"), max_length=20, unique=True)
    name = models.CharField(_("name"), max_length=100)
    authority = models.ForeignKey(Area, models.CASCADE, related_name="localities")

    class Meta:
        verbose_name, verbose_name_plural = _("locality"), _("localities")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Postcode(models.Model):
    """The middle of a postcode, in British National Grid metres; an ended one is kept, for people still use it."""

    postcode = models.CharField(_("postcode"), max_length=8, primary_key=True, help_text=_("with one space, KX2 4HD"))
    easting = models.IntegerField(_("easting"))
    northing = models.IntegerField(_("northing"))
    ward = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="postcodes")
    lsoa_code = models.CharField(_("statistical area code"), max_length=20, blank=True)
    authority_code = models.CharField(_("authority code"), max_length=20, blank=True)
    terminated = models.BooleanField(_("ended"), default=False)

    class Meta:
        verbose_name, verbose_name_plural = _("postcode"), _("postcodes")
        indexes = [
            models.Index(fields=["authority_code"], name="postcode_by_authority"),
            models.Index(fields=["easting", "northing"], name="postcode_by_spot"),
        ]

    def __str__(self) -> str:
        return self.postcode


class Street(models.Model):
    """A street to look up by name. Only the demo borough has any: no open file of Britain's streets is loaded."""

    name = models.CharField(_("name"), max_length=100)
    folded = models.CharField(max_length=100, editable=False)
    ward = models.ForeignKey(Area, models.PROTECT, related_name="streets")
    easting = models.IntegerField(_("easting"))
    northing = models.IntegerField(_("northing"))

    class Meta:
        verbose_name, verbose_name_plural = _("street"), _("streets")
        indexes = [models.Index(fields=["folded"], name="street_by_name")]
        constraints = [models.UniqueConstraint(fields=["ward", "name"], name="street_once_in_a_ward")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.folded = fold(self.name)
        super().save(*args, **kwargs)
