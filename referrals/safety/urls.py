"""Every address of what people write freely, and of concerns."""

from django.urls import path

from referrals.safety import leading, naming, views, worrying

urlpatterns = [
    path("words/", views.heard_words, name="heard_words"),
    path("words/<uuid:pk>/", views.heard_word, name="heard_word"),
    path("worry/", worrying.worry, name="worry"),
    path("worry/sent/<uuid:key>/", worrying.worry_sent, name="worry_sent"),
    path("concerns/", leading.concerns_told, name="concerns_told"),
    path("concerns/leads/", naming.safeguarding_leads, name="safeguarding_leads"),
    path("concerns/leads/name/", naming.name_lead, name="name_lead"),
    path("concerns/leads/<uuid:pk>/end/", naming.end_lead, name="end_lead"),
    path("concerns/<uuid:pk>/", leading.concern, name="concern"),
    path("concerns/<uuid:pk>/read/", leading.concern_read, name="concern_read"),
    path("concerns/<uuid:pk>/decide/", leading.concern_decide, name="concern_decide"),
    path("concerns/<uuid:pk>/follow/", leading.concern_follow, name="concern_follow"),
    path("concerns/<uuid:pk>/hide/", leading.concern_hide, name="concern_hide"),
]
