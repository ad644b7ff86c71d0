"""Pictures, drawn anew: what people send is read for its colours alone, and nothing that hides in it is kept."""

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _
from PIL import Image, ImageOps

from directory.models import Picture, Service

LARGEST = 8 * 1024 * 1024  # bytes as sent
MOST_PIXELS = 40_000_000
WIDEST = 1600
QUALITY = 82
# By their first bytes, whatever the file calls itself. SVG is a program, and no picture.
KINDS = {b"\xff\xd8\xff": "JPEG", b"\x89PNG\r\n\x1a\n": "PNG", b"RIFF": "WEBP"}


class NotAPicture(ValueError):
    """What was sent cannot be shown; the message says what to do."""


@dataclass(frozen=True)
class Drawn:
    jpeg: bytes
    width: int
    height: int


def draw(sent: UploadedFile | BinaryIO) -> Drawn:
    """Colours only, upright, at most so wide, as a JPEG without place, camera or date."""
    raw = sent.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise NotAPicture(_("This picture is larger than 8 MB. Make it smaller, or take another"))
    kind = next((name for first, name in KINDS.items() if raw.startswith(first)), "")
    if not kind or (kind == "WEBP" and raw[8:12] != b"WEBP"):
        raise NotAPicture(_("This is no picture that we can show. Choose a JPEG, PNG or WebP"))
    try:
        return _drawn(raw, kind)
    except NotAPicture:
        raise
    except Exception as problem:  # a broken file breaks in many ways, all of them inside the library
        raise NotAPicture(_("This picture is broken. Open it on your machine and save it again")) from problem


def _drawn(raw: bytes, kind: str) -> Drawn:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of odd metadata, none of which is kept
        opened = Image.open(BytesIO(raw), formats=[kind])
        if opened.width * opened.height > MOST_PIXELS:
            raise NotAPicture(_("This picture has too many points. Make it smaller, or take another"))
        upright = ImageOps.exif_transpose(opened)
    plain = _on_white(upright)
    plain.thumbnail((WIDEST, WIDEST))
    clean = Image.new("RGB", plain.size)
    clean.paste(plain)  # the points alone: no EXIF, no profile, no comment comes with them
    out = BytesIO()
    clean.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Drawn(out.getvalue(), *clean.size)


def _on_white(picture: Image.Image) -> Image.Image:
    """What was see-through is white, not black."""
    if picture.mode not in ("RGBA", "LA", "P", "PA"):
        return picture.convert("RGB")
    layered = picture.convert("RGBA")
    white = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(white, layered).convert("RGB")


@transaction.atomic
def keep(service: Service, *, drawn: Drawn | None, alt: str, credit: str = "") -> None:
    """The picture and its words; without a new picture, the words of the one that is there."""
    said = {"alt": alt, "credit": credit}
    if drawn:
        said |= {"jpeg": drawn.jpeg, "width": drawn.width, "height": drawn.height}
        Picture.objects.update_or_create(service=service, defaults=said)
    else:
        picture = Picture.objects.select_for_update().get(service=service)
        for name, value in said.items():
            setattr(picture, name, value)
        picture.save(update_fields=[*said, "changed_at"])


def remove(service: Service) -> None:
    Picture.objects.filter(service=service).delete()
