"""Addresses of the network: the staff's, an admin's own, a poll as people see it, and the harvest of feeds."""

from django.urls import path

from directory.network import admins, asking, harvest, looking_in, views

urlpatterns = [
    path("network/", views.network, name="network"),
    path("network/new/", views.network_new, name="network_new"),
    path("network/write/", views.network_write, name="network_write"),
    path("network/polls/", asking.poll_list, name="poll_list"),
    path("network/polls/<uuid:pk>/", asking.poll, name="poll"),
    path("network/words/<uuid:pk>/", asking.poll_word, name="poll_word"),
    path("network/<uuid:pk>/", views.network_group, name="network_group"),
    path("network/<uuid:pk>/change/", views.network_change, name="network_change"),
    path("network/<uuid:pk>/reach/", views.network_reach, name="network_reach"),
    path("network/<uuid:pk>/admins/", views.network_admin, name="network_admin"),
    path("group-admin/", admins.group_admin, name="group_admin"),
    path("group-admin/letters/", admins.group_admin_letters, name="group_admin_letters"),
    path("group-admin/polls/<uuid:pk>/", admins.group_admin_poll, name="group_admin_poll"),
    path("group-admin/polls/<uuid:pk>/stop/", admins.group_admin_stop, name="group_admin_stop"),
    path("group-admin/<uuid:pk>/reach/", admins.group_admin_reach, name="group_admin_reach"),
    path("group-admin/<uuid:pk>/ask/", admins.group_admin_ask, name="group_admin_ask"),
    path("ask/<slug:slug>/", asking.ask, name="ask"),
    path("ask/<slug:slug>/thanks/", asking.ask_thanks, name="ask_thanks"),
    path("champion/listings/", looking_in.champion_listings, name="champion_listings"),
    path("champion/listings/<uuid:pk>/right/", looking_in.champion_right, name="champion_right"),
    path("desk/harvest/", harvest.harvest, name="harvest"),
    path("desk/harvest/<int:feed>/read/", harvest.harvest_read, name="harvest_read"),
]
