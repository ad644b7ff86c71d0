"""Addresses of a crisis: the room, its list, shut groups, champions; and the person's own page behind their link."""

from django.urls import path

from referrals.crisis import checks, closures, replying, views
from referrals.going import stop_pages

urlpatterns = [
    path("crisis/", views.crisis, name="crisis"),
    path("crisis/on/", views.crisis_switch, name="crisis_switch"),
    path("crisis/end/", views.crisis_end, name="crisis_end"),
    path("crisis/round/", views.crisis_round, name="crisis_round"),
    path("crisis/list/", checks.crisis_list, name="crisis_list"),
    path("crisis/list/<uuid:pk>/", checks.crisis_check, name="crisis_check"),
    path("crisis/shut/", closures.crisis_closures, name="crisis_closures"),
    path("crisis/shut/new/", closures.crisis_shut, name="crisis_shut"),
    path("crisis/shut/<uuid:pk>/", closures.crisis_closure, name="crisis_closure"),
    path("crisis/shut/<uuid:pk>/open/", closures.crisis_reopen, name="crisis_reopen"),
    path("crisis/champions/", views.crisis_champions, name="crisis_champions"),
    path("crisis/leaflet/", views.crisis_leaflet, name="crisis_leaflet"),
    path("crisis/champions/streets/", views.crisis_patch, name="crisis_patch"),
    path("crisis/champions/<uuid:pk>/", views.crisis_champion, name="crisis_champion"),
    path("all-right/", replying.crisis_reply, name="crisis_reply"),
    path("all-right/thanks/", replying.crisis_thanks, name="crisis_thanks"),
    path("all-right/stop/", stop_pages.behind("crisis"), name="crisis_stop"),
]
