"""The roles of the permission matrix. A person has memberships; each gives one role, and one is active at a time."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    PUB = "PUB", _("Anybody")
    SELF = "SELF", _("The person themselves")
    REF = "REF", _("Frontline worker")
    LEAD = "LEAD", _("Lead of a referring organisation")
    CON = "CON", _("Community connector")
    TL = "TL", _("Lead of a connector team")
    BEF = "BEF", _("Befriender")
    GRP = "GRP", _("Group organiser")
    DIR = "DIR", _("Directory editor")
    COM = "COM", _("Commissioner")
    DPO = "DPO", _("Data protection officer")
    ADM = "ADM", _("Platform administrator")
    CHA = "CHA", _("Community champion")
    COO = "COO", _("Volunteer coordinator")
    HLP = "HLP", _("Approved helper")


# Roles that come with a link or with nothing at all; nobody is a member as one of these.
WITHOUT_ACCOUNT = {Role.PUB, Role.SELF, Role.GRP}


class Job(models.TextChoices):
    """What somebody does for a living, as reports count who refers; a role says what they may do here."""

    HOUSING = "housing", _("Housing")
    POLICE = "police", _("Police or community support")
    FIRE = "fire", _("Fire and rescue")
    NURSE = "nurse", _("Nurse or therapist")
    GP = "gp", _("GP practice")
    SOCIAL_CARE = "social_care", _("Social care")
    LIBRARY = "library", _("Library, museum or leisure")
    JOB_CENTRE = "job_centre", _("Job centre or benefits")
    VOLUNTARY = "voluntary", _("Charity or community group")
    FAITH = "faith", _("Faith group")
    SHOP = "shop", _("Shop or business")
    OTHER = "other", _("Something else")


class Skill(models.TextChoices):
    """What a connector is good at, as far as it helps to choose who takes somebody on."""

    LOSS = "loss", _("Bereavement")
    CARING = "caring", _("Carers")
    WELLBEING = "wellbeing", _("Mental health")
    MEMORY = "memory", _("Dementia and memory")
    YOUNGER = "younger", _("Younger adults")
    MONEY = "money", _("Money and benefits")
    DIGITAL = "digital", _("Phones and computers")
    WELSH = "cy", _("Welsh")
    BSL = "bsl", _("British Sign Language")
