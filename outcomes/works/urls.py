"""The addresses of the figures' pages; "period" is known to whoever includes them."""

from django.urls import path

from outcomes.works import views

urlpatterns = [
    path("reports/", views.reports, name="reports"),
    path("reports/<period:period>/", views.reports, name="reports"),
    path("reports/who-reaches-whom/", views.who_reaches_whom, name="who_reaches_whom"),
    path("reports/measures/", views.measures, name="measures"),
    path("reports/measures/<int:number>/", views.definition, name="definition"),
    path("reports/golden-thread/", views.golden_thread, name="golden_thread"),
]
