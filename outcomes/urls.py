"""Every address of the reports: pages, then the API."""

from datetime import date

from django.urls import include, path, register_converter

from outcomes import api, views


class Month:
    """2026-10, given to the view as the first of that month."""

    regex = r"[12]\d{3}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(f"{value}-01")

    def to_url(self, value: date) -> str:
        return f"{value:%Y-%m}"


register_converter(Month, "month")

urlpatterns = [
    path("reports/", views.reports, name="reports"),
    path("reports/<month:month>/", views.reports, name="reports"),
    path("", include("outcomes.measuring.urls")),
    path("", include("outcomes.documents.urls")),
    path("", include("outcomes.equality.urls")),
    path("", include("outcomes.quality.urls")),
    path("", include("outcomes.goals.urls")),
    path("", include("outcomes.framework.urls")),
    path("", include("outcomes.stories.urls")),
    path("", include("outcomes.chest.urls")),
    path("api/v1/reports/<month:month>/", api.reports, name="api-reports"),
]
