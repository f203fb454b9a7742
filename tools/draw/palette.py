"""The inks that the pictures are printed with: the site's tokens and a few muted neighbours."""

from __future__ import annotations

Colour = tuple[int, int, int]


def ink(code: str) -> Colour:
    """Read a colour written as `#rrggbb`."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Mix two colours; `share` is how much of the other goes in, from 0 to 1."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def light(colour: Colour, share: float) -> Colour:
    """Thin a colour with paper."""
    return mix(colour, PAPER, share)


def dark(colour: Colour, share: float) -> Colour:
    """Deepen a colour with ink."""
    return mix(colour, NIGHT, share)


PAPER = ink("#fffdf9")
INK = ink("#1a1a1a")
NIGHT = ink("#16202e")
RED = ink("#b3121d")
CORAL = ink("#d9624f")
ROSE = ink("#e6b3a6")
OCHRE = ink("#d9a13f")
SAND = ink("#efdcb8")
CREAM = ink("#f7ecd9")
SAGE = ink("#9cb08a")
MOSS = ink("#5f7d55")
PINE = ink("#2f5145")
TEAL = ink("#2f7277")
MIST = ink("#bcd3d0")
SKY = ink("#a9c9d6")
NAVY = ink("#22395a")
DUSK = ink("#5b5678")
BARK = ink("#7a5138")
CLAY = ink("#b9744f")
STONE = ink("#8f8a83")

SKIN = (ink("#f0c6a0"), ink("#e3ae86"), ink("#cf9468"))
HAIR = (ink("#1f1b1c"), ink("#3a2a24"), ink("#8d8a88"), ink("#d8d4cd"))
