"""People as simple figures: a pose is a handful of joints, a look is what they wear."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from tools.draw.canvas import Canvas, falling
from tools.draw.palette import HAIR, INK, NAVY, PAPER, RED, SKIN, STONE, Colour, dark, mix
from tools.draw.shapes import Point, hull, turned


@dataclass(frozen=True)
class Pose:
    """Joints in heights of the figure: x forward, y up from the ground."""

    hip: Point = (0, 0.47)
    neck: Point = (0, 0.79)
    head: Point = (0.015, 0.905)
    elbow_far: Point = (0.11, 0.62)
    hand_far: Point = (0.13, 0.47)
    elbow: Point = (-0.1, 0.62)
    hand: Point = (-0.07, 0.46)
    knee_far: Point = (0.05, 0.25)
    foot_far: Point = (0.05, 0.025)
    knee: Point = (-0.04, 0.25)
    foot: Point = (-0.05, 0.025)
    open: float = 0.075


STAND = Pose()
SHOW = replace(
    STAND, elbow_far=(0.16, 0.64), hand_far=(0.28, 0.66), elbow=(0.02, 0.6), hand=(0.16, 0.58)
)
GIVE = replace(
    STAND, elbow_far=(0.15, 0.62), hand_far=(0.3, 0.6), elbow=(-0.02, 0.6), hand=(0.2, 0.57)
)
PHONE = replace(STAND, elbow=(0.05, 0.63), hand=(0.085, 0.86), head=(0.02, 0.9))
WALK = replace(
    STAND,
    knee=(0.1, 0.26),
    foot=(0.15, 0.03),
    knee_far=(-0.05, 0.25),
    foot_far=(-0.17, 0.05),
    elbow=(-0.12, 0.64),
    hand=(-0.06, 0.5),
    elbow_far=(0.09, 0.62),
    hand_far=(0.18, 0.54),
)
CARRY = replace(
    WALK,
    elbow=(0.03, 0.6),
    hand=(0.06, 0.46),
    elbow_far=(0.06, 0.6),
    hand_far=(0.1, 0.46),
    neck=(0.03, 0.78),
    head=(0.06, 0.895),
)
BEND = replace(
    STAND,
    hip=(-0.06, 0.48),
    neck=(0.16, 0.7),
    head=(0.26, 0.78),
    elbow=(0.2, 0.53),
    hand=(0.3, 0.42),
    elbow_far=(0.24, 0.54),
    hand_far=(0.36, 0.44),
    knee=(-0.01, 0.25),
    foot=(-0.05, 0.025),
    knee_far=(0.06, 0.25),
    foot_far=(0.05, 0.025),
)
PRESS = Pose(
    hip=(-0.14, 0.27),
    neck=(0.13, 0.49),
    head=(0.21, 0.59),
    elbow=(0.19, 0.34),
    hand=(0.235, 0.17),
    elbow_far=(0.21, 0.35),
    hand_far=(0.245, 0.175),
    knee=(0.07, 0.05),
    foot=(-0.2, 0.03),
    knee_far=(0.11, 0.055),
    foot_far=(-0.16, 0.035),
)
KNEEL = Pose(
    hip=(-0.08, 0.27),
    neck=(0.0, 0.58),
    head=(0.035, 0.7),
    elbow=(0.05, 0.42),
    hand=(0.19, 0.37),
    elbow_far=(0.12, 0.44),
    hand_far=(0.24, 0.38),
    knee=(0.1, 0.05),
    foot=(-0.17, 0.03),
    knee_far=(0.14, 0.24),
    foot_far=(0.13, 0.025),
)
SIT = Pose(
    hip=(0, 0.29),
    neck=(0.01, 0.6),
    head=(0.035, 0.715),
    elbow=(-0.02, 0.43),
    hand=(0.13, 0.36),
    elbow_far=(0.1, 0.44),
    hand_far=(0.19, 0.36),
    knee=(0.2, 0.29),
    foot=(0.19, 0.025),
    knee_far=(0.22, 0.29),
    foot_far=(0.25, 0.025),
)
READ = replace(
    SIT,
    elbow=(0.04, 0.42),
    hand=(0.19, 0.46),
    elbow_far=(0.1, 0.43),
    hand_far=(0.22, 0.47),
    head=(0.055, 0.705),
)
ARM_OUT = replace(
    SIT, elbow=(0.12, 0.45), hand=(0.28, 0.42), elbow_far=(0.12, 0.45), hand_far=(0.2, 0.37)
)
CHEER = replace(
    STAND, elbow=(-0.14, 0.83), hand=(-0.15, 1.0), elbow_far=(0.14, 0.84), hand_far=(0.17, 1.0)
)
CLIMB = Pose(
    hip=(-0.08, 0.46),
    neck=(0.04, 0.75),
    head=(0.08, 0.865),
    elbow=(0.14, 0.7),
    hand=(0.22, 0.85),
    elbow_far=(0.16, 0.62),
    hand_far=(0.25, 0.7),
    knee=(0.14, 0.42),
    foot=(0.19, 0.2),
    knee_far=(0.0, 0.22),
    foot_far=(-0.1, 0.02),
)


@dataclass(frozen=True)
class Look:
    """What a figure wears."""

    coat: Colour = NAVY
    legs: Colour = INK
    skin: Colour = SKIN[0]
    hair: Colour = HAIR[0]
    cut: str = "short"
    vest: Colour | None = None
    mark: bool = False
    skirt: bool = False
    shoes: Colour = INK
    pack: Colour | None = None


VOLUNTEER = Look(coat=PAPER, legs=NAVY, vest=RED, mark=True)


def cross(c: Canvas, x: float, y: float, size: float, fill: Colour = RED) -> None:
    """Draw a cross of five equal squares, `size` across."""
    k = size / 6
    c.rect(x - k, y - 3 * k, 2 * k, 6 * k, fill)
    c.rect(x - 3 * k, y - k, 6 * k, 2 * k, fill)


def person(
    c: Canvas,
    x: float,
    y: float,
    tall: float,
    pose: Pose = STAND,
    look: Look = VOLUNTEER,
    face: int = 1,
) -> None:
    """Draw a figure whose feet are at (x, y); `face` 1 looks right, -1 left."""

    def at(joint: Point) -> Point:
        return x + face * joint[0] * tall, y - joint[1] * tall

    neck, hip = pose.neck, pose.hip
    length = max(1e-6, ((neck[0] - hip[0]) ** 2 + (neck[1] - hip[1]) ** 2) ** 0.5)
    across = ((neck[1] - hip[1]) / length, -(neck[0] - hip[0]) / length)

    def beside(point: Point, along: float, drop: float = 0.025) -> Point:
        return point[0] + across[0] * along, point[1] + across[1] * along - drop

    far, near = beside(neck, pose.open), beside(neck, -pose.open)
    far_hip, near_hip = beside(hip, 0.04, 0), beside(hip, -0.04, 0)
    sleeve = look.coat
    if look.pack is not None:
        c.hull(
            [
                (*at((neck[0] - 0.15, neck[1] - 0.03)), tall * 0.06),
                (*at((hip[0] - 0.13, hip[1] + 0.1)), tall * 0.075),
            ],
            look.pack,
        )
    _arm(c, tall, (at(far), at(pose.elbow_far), at(pose.hand_far)), dark(sleeve, 0.18), look.skin)
    _leg(
        c,
        tall,
        (at(far_hip), at(pose.knee_far), at(pose.foot_far)),
        dark(look.legs, 0.25),
        look,
        face,
    )
    _leg(c, tall, (at(near_hip), at(pose.knee), at(pose.foot)), look.legs, look, face)
    _trunk(c, tall, (at(near), at(far), at(near_hip), at(far_hip)), look, face)
    _head(c, tall, at(neck), at(pose.head), look, face)
    _arm(c, tall, (at(near), at(pose.elbow), at(pose.hand)), sleeve, look.skin)


def _arm(
    c: Canvas, tall: float, joints: tuple[Point, Point, Point], sleeve: Colour, skin: Colour
) -> None:
    shoulder, elbow, hand = joints
    wrist = (hand[0] + (elbow[0] - hand[0]) * 0.12, hand[1] + (elbow[1] - hand[1]) * 0.12)
    c.disc(*hand, tall * 0.031, skin)
    c.limb(shoulder, elbow, tall * 0.046, tall * 0.038, sleeve)
    c.limb(elbow, wrist, tall * 0.038, tall * 0.031, sleeve)
    edge = hull([(*elbow, tall * 0.038), (*wrist, tall * 0.031)])
    c.shade(edge, dark(sleeve, 0.4), falling(90, -0.2, 0.55), 0.6)


def _leg(
    c: Canvas, tall: float, joints: tuple[Point, Point, Point], cloth: Colour, look: Look, face: int
) -> None:
    hip, knee, foot = joints
    c.hull(
        [
            (foot[0], foot[1] - tall * 0.005, tall * 0.028),
            (foot[0] + face * tall * 0.055, foot[1] + tall * 0.006, tall * 0.02),
        ],
        look.shoes,
    )
    c.limb(hip, knee, tall * 0.064, tall * 0.05, cloth)
    c.limb(knee, (foot[0], foot[1] - tall * 0.02), tall * 0.05, tall * 0.036, cloth)


def _trunk(
    c: Canvas, tall: float, joints: tuple[Point, Point, Point, Point], look: Look, face: int
) -> None:
    near, far, near_hip, far_hip = joints
    body = [
        (*near, tall * 0.05),
        (*far, tall * 0.05),
        (*near_hip, tall * 0.062),
        (*far_hip, tall * 0.062),
    ]
    if look.skirt:
        low = tall * 0.16
        body += [
            (near_hip[0] - face * tall * 0.03, near_hip[1] + low, tall * 0.05),
            (far_hip[0] + face * tall * 0.03, far_hip[1] + low, tall * 0.05),
        ]
    cloth = look.vest or look.coat
    shape = hull(body)
    c.poly(shape, cloth)
    c.shade(shape, dark(cloth, 0.4), falling(0 if face < 0 else 180, -0.25, 0.75), 0.7)
    if look.mark:
        mx = near[0] * 0.25 + far[0] * 0.45 + (near_hip[0] + far_hip[0]) * 0.15
        my = near[1] * 0.3 + far[1] * 0.4 + (near_hip[1] + far_hip[1]) * 0.15
        c.disc(mx, my, tall * 0.036, PAPER)
        cross(c, mx, my, tall * 0.05)


def _head(c: Canvas, tall: float, neck: Point, head: Point, look: Look, face: int) -> None:
    r = tall * 0.078
    lean = math.degrees(math.atan2((head[0] - neck[0]) * face, neck[1] - head[1])) - 7
    skull = _Skull(c, head, r, face, lean * 0.75)
    skull.back(look)
    c.limb(neck, skull.at(-0.1, 0.1), tall * 0.036, tall * 0.036, dark(look.skin, 0.14))
    skull.oval(0, 0, 0.95, 1.1, look.skin)
    skull.oval(0.95, 0.12, 0.16, 0.16, look.skin)
    skull.top(look)
    skull.oval(-0.3, 0.2, 0.17, 0.24, mix(look.skin, dark(look.skin, 0.3), 0.5))
    skull.oval(0.45, 0.12, 0.085, 0.12, INK)
    skull.oval(0.4, 0.48, 0.2, 0.13, mix(look.skin, RED, 0.25))


class _Skull:
    """A head's own measure: its radius is one, x goes the way it looks, and it leans."""

    def __init__(self, c: Canvas, centre: Point, r: float, face: int, lean: float) -> None:
        self.c, self.centre, self.r, self.face, self.lean = c, centre, r, face, lean * face

    def at(self, x: float, y: float) -> Point:
        """Give the place on the sheet."""
        there = (self.centre[0] + self.face * x * self.r, self.centre[1] + y * self.r)
        return turned([there], self.centre, self.lean)[0]

    def oval(self, x: float, y: float, rx: float, ry: float, fill: Colour) -> None:
        """Fill an ellipse."""
        self.c.oval(*self.at(x, y), rx * self.r, ry * self.r, fill, self.lean)

    def hull(self, circles: tuple[tuple[float, float, float], ...], fill: Colour) -> None:
        """Fill a skin around circles."""
        self.c.hull([(*self.at(x, y), r * self.r) for x, y, r in circles], fill)

    def back(self, look: Look) -> None:
        """Draw the hair that hangs behind."""
        if look.cut in ("long", "bob"):
            drop = 1.1 if look.cut == "long" else 0.5
            self.hull(((-0.2, -0.15, 1.1), (-0.5, drop, 0.6)), look.hair)
        elif look.cut == "bun":
            self.oval(-1.05, -0.6, 0.46, 0.46, look.hair)

    def top(self, look: Look) -> None:
        """Draw what covers the crown."""
        if look.cut == "helmet":
            self.hull(((-0.05, -0.5, 0.98), (-0.9, -0.2, 0.12)), look.hair)
            self.hull(((-0.98, -0.2, 0.16), (1.3, -0.3, 0.13)), dark(look.hair, 0.2))
        elif look.cut == "hat":
            self.hull(((0, -1.15, 0.45), (-0.35, -0.6, 0.5), (0.35, -0.6, 0.5)), look.hair)
            self.hull(((-0.8, -0.68, 0.13), (0.8, -0.68, 0.13)), dark(look.hair, 0.5))
            self.oval(0, -0.48, 1.75, 0.24, look.hair)
        elif look.cut == "scarf":
            self.hull(((-0.25, -0.3, 1.02), (-0.75, 0.7, 0.4)), look.hair)
            self.oval(0.3, 0.2, 0.68, 0.82, look.skin)
        elif look.cut == "bald":
            self.oval(-0.75, 0.05, 0.3, 0.5, look.hair)
        else:
            ring = [
                (-0.05 + 1.06 * math.cos(math.radians(k)), -0.08 + 1.14 * math.sin(math.radians(k)))
                for k in range(158, 327, 8)
            ]
            line = [*ring, (0.45, -0.42), (0.05, -0.42), (-0.3, -0.2), (-0.42, 0.1), (-0.5, 0.42)]
            self.c.poly([self.at(*point) for point in line], look.hair)


def seat(c: Canvas, x: float, y: float, tall: float, fill: Colour = STONE) -> None:
    """Draw a stool for a sitting figure."""
    c.rect(x - tall * 0.12, y - tall * 0.235, tall * 0.24, tall * 0.03, fill, tall * 0.01)
    for side in (-0.1, 0.08):
        c.rect(x + tall * side, y - tall * 0.22, tall * 0.022, tall * 0.22, dark(fill, 0.2))


CROWD = (
    Look(coat=NAVY, legs=INK),
    Look(coat=STONE, cut="bob", legs=NAVY),
    VOLUNTEER,
    Look(coat=mix(NAVY, PAPER, 0.4), cut="bald", hair=HAIR[2], skin=SKIN[1]),
    replace(VOLUNTEER, cut="bun", hair=HAIR[1]),
    Look(coat=mix(RED, PAPER, 0.35), cut="long", hair=HAIR[1], legs=NAVY),
)
