"""Who saw, changed and exported what."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "connect.audit"
    label = "audit"
