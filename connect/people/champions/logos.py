"""A shop's or group's logo, drawn anew: its colours alone, small enough for a poster, and nothing that hides in it."""

import warnings
from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image

LARGEST = 3 * 1024 * 1024  # bytes as sent
MOST_POINTS = 20_000_000
WIDEST = 600
KINDS = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG"}  # by first bytes, whatever the file calls itself


def draw(sent: UploadedFile) -> bytes:
    """As a PNG. Raises ValidationError with what to do."""
    raw = sent.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise ValidationError(_("This file is larger than 3 MB. Make it smaller, or choose another"))
    kind = next((name for first, name in KINDS.items() if raw.startswith(first)), "")
    if not kind:
        raise ValidationError(_("Choose a picture: a PNG or a JPEG"))
    try:
        return _drawn(raw, kind)
    except Exception as problem:  # a broken file breaks in many ways, all of them inside the library
        raise ValidationError(_("This picture cannot be read. Open it on your machine and save it again")) from problem


def _drawn(raw: bytes, kind: str) -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        opened = Image.open(BytesIO(raw), formats=[kind])
        if opened.width * opened.height > MOST_POINTS:
            raise ValueError("too many points")
        layered = opened.convert("RGBA")
    layered.thumbnail((WIDEST, WIDEST))
    white = Image.new("RGBA", layered.size, "white")  # posters are white, and a see-through logo may be too
    clean = Image.alpha_composite(white, layered).convert("RGB")
    out = BytesIO()
    Image.frombytes("RGB", clean.size, clean.tobytes()).save(out, "PNG", optimize=True)
    return out.getvalue()
