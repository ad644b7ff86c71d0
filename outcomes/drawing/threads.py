"""The golden thread, drawn once: aims on the left, outcomes in the middle, the evidence that speaks to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from outcomes.drawing.frame import SMALL, Frame, svg
from outcomes.drawing.marks import circle, lines_of, path, swing, text
from outcomes.drawing.scales import wrap

X_AIM, X_OUTCOME, X_ROUND, X_PROOF = 122, 166, 384, 484
PITCH, TOP = 34, 34


@dataclass(frozen=True, slots=True)
class Strand:
    """One outcome, its aim and the evidence that speaks to it."""

    code: str
    label: str
    aim: str
    evidence: tuple[str, ...]


def thread(
    strands: Sequence[Strand], aims: Mapping[str, str], evidence: Mapping[str, str], frame: Frame,
    *, heads: tuple[str, str, str],
) -> SafeString:  # fmt: skip
    """It is too broad for a phone: there the linked lists below it say the same."""
    height = max(len(strands) * PITCH, len(evidence) * 56)
    pitch = height / max(len(strands), 1)
    ends = {s.code: TOP + (i + 0.5) * pitch for i, s in enumerate(strands)}
    proofs = {code: TOP + (i + 0.5) * height / len(evidence) for i, code in enumerate(evidence)}
    body = [text(x, 14, words, "sm mut") for x, words in zip((0, X_OUTCOME, X_PROOF + 8), heads, strict=True)]
    body += [_aim(aim, words, [ends[s.code] for s in strands if s.aim == aim]) for aim, words in aims.items()]
    body += [_strand(s, ends[s.code], proofs) for s in strands]
    for code, y in proofs.items():
        lines = wrap(evidence[code], frame.width - X_PROOF - 10, SMALL, 3)
        body.append(lines_of(X_PROOF + 8, y + 5 - 7.5 * (len(lines) - 1), lines, "sm", lead=15))
    return svg(frame, TOP + height + 4, "".join(body))


def _aim(aim: str, words: str, ys: Sequence[float]) -> str:
    if not ys:
        return ""
    middle, lines = sum(ys) / len(ys), wrap(words, X_AIM - 8, SMALL, 6)
    y = middle - 8 * len(lines)
    drawn = text(0, y - 2, aim, "b") + lines_of(0, y + 14, lines, "sm", lead=15)
    return drawn + "".join(path(swing(X_AIM, middle, X_OUTCOME - 6, end), "s-aim") for end in ys)


def _strand(one: Strand, y: float, proofs: Mapping[str, float]) -> str:
    lines = wrap(f"{one.code}  {one.label}", X_ROUND - X_OUTCOME, 12, 2)
    drawn = "".join(path(swing(X_ROUND + 6, y, X_PROOF, proofs[code]), "s-proof") for code in one.evidence)
    drawn += lines_of(X_OUTCOME, y + 4 - 7 * (len(lines) - 1), lines, "xs", lead=14)
    return drawn + circle(X_ROUND + 2, y, 3.5, "main" if one.evidence else "hollow")
