"""Accounts are given, not taken: nobody signs themselves up; and who has a second lock proves themselves by it."""

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from connect.people.proof import has_second_lock


class InvitedOnly(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict]:
        """By the strongest they have: a password beside a second lock would be a way round it."""
        methods = super().get_reauthentication_methods(user)
        if user.is_authenticated and has_second_lock(user):
            methods = [method for method in methods if method["id"] != "reauthenticate"]
        return methods
