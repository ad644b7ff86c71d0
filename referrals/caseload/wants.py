"""What people would like, by its name."""

from directory.models import Need


def names() -> dict[str, str]:
    return {need.code: str(need) for need in Need.objects.all()}
