"""Where people and things are: areas, postcodes, streets."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PlacesConfig(AppConfig):
    name = "connect.places"
    label = "places"
    verbose_name = _("places")
