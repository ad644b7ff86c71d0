"""Can it be read: the contrast of two colours (WCAG 2.2, 1.4.3), and the nearest colour that can."""

WHITE, BLACK = "#ffffff", "#000000"


def channels(colour: str) -> tuple[int, int, int]:
    """#0b5a55 as three numbers from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """How bright the eye finds it, 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """1 (the same) to 21 (black on white), whichever way round."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(colour: str, other: str, share: float) -> str:
    """`colour` with a share (0 to 1) of `other` in it."""
    pairs = zip(channels(colour), channels(other), strict=True)
    return "#" + "".join(f"{round(mine + (theirs - mine) * share):02x}" for mine, theirs in pairs)


def readable(colour: str, on: str, ratio: float) -> str:
    """The colour itself, or the first step towards black or white that reaches the ratio on this ground."""
    towards = WHITE if luminance(on) < 0.18 else BLACK
    steps = (mixed(colour, towards, step / 20) for step in range(21))
    return next((shade for shade in steps if contrast(shade, on) >= ratio), towards)
