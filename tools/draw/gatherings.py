"""Scenes of people together: a village clinic, volunteers, a lecture."""

from __future__ import annotations

from dataclasses import replace

from tools.draw.canvas import Canvas, falling
from tools.draw.hands import FLAT, hand
from tools.draw.land import hills, layer, ridge, sky, sun
from tools.draw.palette import (
    BARK,
    CLAY,
    CORAL,
    CREAM,
    DUSK,
    HAIR,
    INK,
    MOSS,
    NAVY,
    OCHRE,
    PAPER,
    PINE,
    RED,
    SAGE,
    SAND,
    SKIN,
    SKY,
    STONE,
    TEAL,
    dark,
    light,
    mix,
)
from tools.draw.people import (
    ARM_OUT,
    CROWD,
    PRESS,
    READ,
    SHOW,
    SIT,
    STAND,
    VOLUNTEER,
    Look,
    Pose,
    person,
    seat,
)
from tools.draw.register import picture
from tools.draw.shapes import blob, pill
from tools.draw.things import board, manikin
from tools.draw.village import gable, house


@picture("media/village-clinic.jpg")
def village_clinic(c: Canvas) -> None:
    """A table under a camphor tree, blood pressure and a manikin."""
    sky(c, light(SAGE, 0.75), CREAM, 60)
    hills(c, (light(SAGE, 0.45), SAGE), 36, 46, 5, 60)
    gable(c, 4, 70, 22, 30)
    house(c, 112, 70, 34, 18)
    layer(c, ridge(c, 68, 1, 120), light(MOSS, 0.4), MOSS)
    c.hull([(76, 74, 8), (74, 30, 5)], BARK)
    c.limb((75, 46), (104, 24), 3.2, 2, BARK)
    c.limb((75, 48), (46, 24), 3.2, 2, BARK)
    crown = blob(
        [
            (14, 26),
            (22, 8),
            (50, -6),
            (84, -8),
            (118, -2),
            (138, 16),
            (130, 34),
            (104, 40),
            (76, 36),
            (46, 41),
            (22, 38),
        ]
    )
    c.poly(crown, PINE)
    c.shade(crown, dark(PINE, 0.5), falling(70, -0.1, 0.9), 0.8)
    for _ in range(60):
        x, y = c.rnd.uniform(24, 128), c.rnd.uniform(0, 34)
        c.oval(x, y, 2.4, 1.1, mix(MOSS, SAGE, c.rnd.random()), c.rnd.uniform(0, 180))
    _front_of_village_clinic(c)


def _front_of_village_clinic(c: Canvas) -> None:
    c.oval(76, 92, 70, 10, mix(MOSS, PINE, 0.4))
    seat(c, 24, 93, 46, BARK)
    person(
        c,
        24,
        93,
        46,
        replace(SIT, hand=(0.12, 0.42), elbow=(0.02, 0.43)),
        replace(VOLUNTEER, coat=PAPER, vest=None, mark=False, legs=PAPER, cut="bun"),
    )
    seat(c, 66, 93, 46, BARK)
    person(
        c,
        66,
        93,
        46,
        ARM_OUT,
        Look(coat=DUSK, legs=INK, skin=SKIN[1], cut="bald", hair=HAIR[3]),
        -1,
    )
    c.rect(32, 75, 26, 3, PAPER, 0.5)
    c.poly([(32, 77), (58, 77), (60, 93), (30, 93)], PAPER)
    c.shade([(32, 77), (58, 77), (60, 93), (30, 93)], SAGE, falling(0, -0.1, 0.7), 0.6)
    c.rect(38, 70, 7, 5, TEAL, 0.8)
    c.curve([(45, 73), (49, 75), (53, 73)], 0.6, INK)
    c.rect(51, 71.4, 4.6, 4, NAVY, 0.8)
    person(c, 92, 95, 46, PRESS, VOLUNTEER)
    manikin(c, 108, 98, 42)
    for x, look in ((128, CROWD[1]), (139, CROWD[3])):
        person(c, x, 92, 42, STAND if x < 135 else SHOW, look, -1)


# Nobody asked those in this one: its sidecar keeps it out of the site.
@picture("columns/first-aid/2019/cpr/class.jpg", 960, 640)
@picture("media/volunteers.jpg")
def volunteers(c: Canvas) -> None:
    """Six volunteers stack their hands."""
    sky(c, light(OCHRE, 0.35), light(OCHRE, 0.65), 80)
    board(c, 14, 8, 44, 30, CREAM)
    for row in range(4):
        for k in range(5):
            tone = (RED, OCHRE, TEAL, light(STONE, 0.4))[(row * 3 + k * 2) % 4]
            c.rect(17 + k * 8, 11 + row * 6.6, 6, 4.4, light(tone, 0.25) if row else tone, 0.6)
    for k in range(3):
        c.rect(72 + k * 24, 8, 19, 30, light(SKY, 0.4))
        c.shade(pill(72 + k * 24, 8, 19, 30), SKY, falling(45, 0, 0.6), 0.5)
        c.rect(81 + k * 24, 8, 1, 30, PAPER)
    c.rect(0, 66, c.w, 36, mix(CLAY, OCHRE, 0.4))
    c.shade(pill(0, 66, c.w, 34), CLAY, falling(90, -0.1, 0.8), 0.7)
    c.oval(75, 92, 62, 10, mix(CLAY, BARK, 0.4))
    _six(c)
    for k in range(4):
        hand(
            c,
            75 + (k % 2 * 2 - 1) * 2.6,
            61.5 - k * 1.6,
            3.4,
            180 * (k % 2) + 4,
            PAPER,
            SKIN[k % 3],
            FLAT,
            arm=1.1,
        )


def _six(c: Canvas) -> None:
    cuts = (
        ("bun", 1, 0),
        ("short", 0, 1),
        ("bob", 1, 0),
        ("short", 0, 0),
        ("long", 0, 1),
        ("bald", 2, 2),
    )
    places = (
        (52, 84, 54, 1),
        (98, 84, 54, -1),
        (35, 91, 60, 1),
        (115, 91, 60, -1),
        (18, 99, 68, 1),
        (132, 99, 68, -1),
    )
    for k, (x, y, tall, face) in enumerate(places):
        cut, hair, skin = cuts[k]
        pose = _reaching(abs(75 - x) / tall, (y - 58 - k) / tall, near=k > 3)
        person(
            c,
            x,
            y,
            tall,
            pose,
            replace(
                VOLUNTEER,
                coat=(PAPER, SAND, PAPER)[k % 3],
                cut=cut,
                hair=HAIR[hair],
                skin=SKIN[skin],
                legs=(NAVY, INK)[k % 2],
            ),
            face,
        )


def _reaching(reach_x: float, reach_y: float, *, near: bool) -> Pose:
    pose = replace(
        STAND,
        elbow=(reach_x * 0.45, reach_y + 0.05),
        hand=(reach_x * 0.97, reach_y),
        elbow_far=(reach_x * 0.4, 0.66),
        hand_far=(reach_x * 0.5, 0.56),
        neck=(0.07, 0.785),
        head=(0.105, 0.895),
    )
    if near:
        pose = replace(
            pose,
            neck=(0.16, 0.76),
            head=(0.21, 0.865),
            hip=(0.03, 0.47),
            elbow_far=(0.3, 0.6),
            hand_far=(0.34, 0.5),
        )
    return pose


@picture("media/lecture.jpg")
def lecture(c: Canvas) -> None:
    """A lecturer with a timeline before listeners on benches."""
    sky(c, light(DUSK, 0.55), light(DUSK, 0.75), 80)
    c.rect(0, 70, c.w, 32, mix(CLAY, SAND, 0.35))
    c.shade(pill(0, 70, c.w, 30), CLAY, falling(90, 0.7, -0.1), 0.7)
    board(c, 46, 10, 66, 34, dark(PINE, 0.35))
    c.line([(52, 28), (106, 28)], 0.8, CREAM)
    for k in range(6):
        c.disc(55 + k * 9.8, 28, 1.6, (OCHRE, CREAM, CORAL)[k % 3])
        y = 20 if k % 2 else 33
        c.rect(52 + k * 9.8, y, 7, 1, light(PINE, 0.6), 0.4)
        c.rect(52 + k * 9.8, y + 2, 5, 1, light(PINE, 0.6), 0.4)
    person(
        c,
        122,
        78,
        50,
        replace(STAND, elbow=(0.15, 0.74), hand=(0.29, 0.86)),
        Look(coat=RED, legs=NAVY, cut="bob"),
        -1,
    )
    c.line([(108, 35), (98, 29)], 0.8, OCHRE)
    c.rect(8, 14, 24, 34, light(OCHRE, 0.55))
    c.shade(pill(8, 14, 24, 34), CORAL, falling(90, -0.1, 0.6), 0.5)
    c.rect(19.4, 14, 1.2, 34, PAPER)
    c.rect(8, 30, 24, 1.2, PAPER)
    for leg in (-4, 0, 5):
        c.line([(141, 62), (141 + leg, 90)], 0.9, INK)
    c.rect(138, 50, 6, 12, INK, 1)
    c.rect(138.8, 51.4, 4.4, 9, SKY)
    sun(c, 20, 24, 3.4, CREAM)
    for row, (y, tall, count) in enumerate(((84, 34, 4), (92, 38, 4), (101, 44, 4))):
        for k in range(count):
            x = 14 + row * 6 + k * 26
            look = CROWD[(k * 2 + row * 3 + (k > 1)) % 6]
            person(c, x, y, tall, replace(READ if (k + row) % 2 else SIT), look)
        c.rect(6 + row * 6, y - tall * 0.24, 26 * count - 6, 1.8, BARK, 0.4)
        for k in range(3):
            c.rect(9 + row * 6 + k * 44, y - tall * 0.22, 1.8, tall * 0.22, dark(BARK, 0.3))
