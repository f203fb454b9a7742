"""The second half of the gallery of the first-aid classroom."""

from __future__ import annotations

from dataclasses import replace

from tools.draw.canvas import Canvas, falling, glowing
from tools.draw.classroom import floor
from tools.draw.hands import OPEN, Frame, hand
from tools.draw.land import cloud, sky, sun, tree
from tools.draw.palette import (
    BARK,
    CLAY,
    CORAL,
    CREAM,
    DUSK,
    HAIR,
    INK,
    MIST,
    MOSS,
    NAVY,
    OCHRE,
    PAPER,
    PINE,
    RED,
    ROSE,
    SAGE,
    SKIN,
    SKY,
    STONE,
    TEAL,
    dark,
    light,
    mix,
)
from tools.draw.people import (
    CHEER,
    CROWD,
    STAND,
    VOLUNTEER,
    Look,
    cross,
    person,
)
from tools.draw.register import picture
from tools.draw.shapes import arc, blob, oval, pill

ROOM = "galleries/first-aid-classroom"


@picture(f"{ROOM}/07-choking.jpg", 1280, 1600)
def choking(c: Canvas) -> None:
    """The thrusts for a choking person, shown by two volunteers."""
    sky(c, OCHRE, light(OCHRE, 0.4), 100)
    c.disc(40, 48, 37, light(OCHRE, 0.55))
    c.dots(oval(40, 48, 37, 37), light(OCHRE, 0.2), falling(70, -0.1, 0.8), 1.8)
    floor(c, 86, mix(OCHRE, CLAY, 0.5))
    c.oval(42, 95, 26, 3, mix(CLAY, BARK, 0.4))
    behind = replace(
        STAND,
        neck=(0.05, 0.78),
        head=(0.06, 0.895),
        elbow=(0.2, 0.62),
        hand=(0.36, 0.575),
        elbow_far=(0.2, 0.62),
        hand_far=(0.3, 0.58),
        foot=(-0.14, 0.025),
        knee=(-0.07, 0.25),
    )
    ahead = replace(
        STAND,
        neck=(0.07, 0.765),
        head=(0.13, 0.87),
        elbow=(0.14, 0.62),
        hand=(0.13, 0.75),
        elbow_far=(0.16, 0.62),
        hand_far=(0.16, 0.73),
        hip=(-0.02, 0.47),
    )
    person(c, 28, 96, 78, replace(behind, hand=(0.08, 0.6)), replace(VOLUNTEER, legs=NAVY))
    person(c, 45, 96, 74, ahead, Look(coat=TEAL, legs=INK, cut="long", hair=HAIR[1]))
    shoulder, elbow, fist = (25.6, 37.6), (42, 48.6), (54, 52.4)
    c.limb(shoulder, elbow, 3.6, 3, PAPER)
    c.limb(elbow, fist, 3, 2.5, PAPER)
    c.disc(55.4, 52.8, 3.1, SKIN[0])
    for k in range(3):
        c.line(arc(55, 52, 7 + k * 3, 300, 350), 0.9, RED)


@picture(f"{ROOM}/08-cool-burn.jpg", 1600, 1600)
def burn(c: Canvas) -> None:
    """A hand under cool running water."""
    sky(c, light(SKY, 0.2), light(SKY, 0.55), 80)
    for row in range(5):
        for k in range(6):
            c.rect(
                k * 17 + 0.5,
                row * 14 + 0.5,
                16,
                13,
                light(SKY, 0.45 + ((row * 3 + k * 5) % 4) * 0.09),
                0.6,
            )
    c.rect(0, 70, 100, 31, light(STONE, 0.6))
    basin = blob([(8, 76), (30, 72), (70, 72), (92, 76), (84, 98), (16, 98)])
    c.poly(basin, PAPER)
    c.shade(basin, STONE, falling(90, -0.1, 0.7), 0.6)
    c.oval(50, 80, 36, 7, light(TEAL, 0.5))
    c.shade(oval(50, 80, 36, 7), TEAL, falling(90, 0.8, -0.1), 0.6)
    c.line([(78, 72), (78, 22)], 5, STONE)
    c.line([*arc(66, 22, 12, 360, 180)], 5, STONE)
    c.line([(54, 22), (54, 28)], 5, STONE)
    c.line([(72, 60), (88, 60)], 3, RED)
    c.rect(51.8, 30, 4.6, 50, light(SKY, 0.4))
    c.shade(pill(51.8, 30, 4.6, 50), TEAL, falling(0, -0.1, 0.6), 0.6)
    hand(c, 50, 55, 13, 14, CORAL, SKIN[0], OPEN, mirror=True, arm=6)
    c.oval(52, 55, 5, 2.6, mix(SKIN[0], RED, 0.42), 14)
    c.poly([(51.8, 30), (56.4, 30), (57, 50), (53, 52.4), (50.6, 50)], light(SKY, 0.5))
    for k in range(3):
        c.line(
            [*oval(54, 80, 6 + k * 6, 1.4 + k * 1.4), oval(54, 80, 6 + k * 6, 1.4 + k * 1.4)[0]],
            0.4,
            PAPER,
        )


@picture(f"{ROOM}/09-recovery.jpg")
def recovery(c: Canvas) -> None:
    """The recovery position, seen from above on a mat."""
    sky(c, light(OCHRE, 0.5), light(CLAY, 0.5), 100)
    for k in range(8):
        c.line([(0, k * 14), (c.w, k * 14 - 6)], 0.4, light(CLAY, 0.2))
    f = Frame(c, 76, 52, 100, -4)
    c.shade(
        [f.at(x, y) for x, y in ((-0.6, -0.3), (0.62, -0.3), (0.62, 0.33), (-0.6, 0.33))],
        BARK,
        glowing(0.8, 0.8),
        0.5,
    )
    f.poly([(-0.62, -0.32), (0.6, -0.32), (0.6, 0.3), (-0.62, 0.3)], TEAL)
    c.shade(
        [f.at(x, y) for x, y in ((-0.62, -0.32), (0.6, -0.32), (0.6, 0.3), (-0.62, 0.3))],
        NAVY,
        falling(45, -0.1, 0.7),
        0.7,
    )
    for x in (-0.3, 0.02, 0.32):
        f.line([(x, -0.32), (x, 0.3)], 0.004, light(TEAL, 0.3))
    f.hull([(0.28, -0.02, 0.05), (0.3, 0.2, 0.04)], mix(OCHRE, BARK, 0.15))
    f.hull([(0.3, 0.2, 0.038), (0.42, 0.22, 0.03)], SKIN[1])
    f.hull([(-0.08, -0.03, 0.07), (-0.32, -0.01, 0.055)], dark(NAVY, 0.2))
    f.hull([(-0.32, -0.01, 0.055), (-0.53, 0.0, 0.04)], dark(NAVY, 0.2))
    f.hull([(-0.54, -0.02, 0.035), (-0.55, 0.05, 0.03)], INK)
    f.hull([(-0.08, 0.0, 0.075), (-0.14, 0.2, 0.055)], light(NAVY, 0.15))
    f.hull([(-0.14, 0.2, 0.055), (-0.34, 0.18, 0.04)], light(NAVY, 0.15))
    f.hull([(-0.35, 0.15, 0.034), (-0.38, 0.21, 0.03)], INK)
    shape = f.hull(
        [(0.26, -0.06, 0.075), (0.26, 0.03, 0.07), (-0.07, -0.03, 0.08), (-0.07, 0.02, 0.08)], OCHRE
    )
    c.shade(shape, dark(OCHRE, 0.5), falling(270, -0.2, 0.8), 0.7)
    f.hull([(0.3, 0.0, 0.04), (0.38, 0.0, 0.04)], dark(SKIN[1], 0.15))
    f.hull([(0.43, -0.03, 0.085), (0.42, -0.01, 0.085)], HAIR[0])
    f.hull([(0.44, 0.03, 0.07), (0.43, 0.02, 0.07)], SKIN[1])
    f.hull([(0.27, 0.03, 0.045), (0.33, 0.13, 0.036)], mix(OCHRE, CREAM, 0.2))
    f.hull([(0.33, 0.13, 0.034), (0.42, 0.09, 0.028)], SKIN[1])
    f.line([(0.41, 0.05), (0.425, 0.055)], 0.008, INK)
    c.curve([(94, 12), (74, 6), (56, 14)], 1.4, CORAL)
    c.poly([(52, 17), (58, 10.6), (60, 17.6)], CORAL)


@picture(f"{ROOM}/10-certificates.jpg", 1600, 900)
def certificates(c: Canvas) -> None:
    """The class holds up its certificates outdoors."""
    sky(c, SKY, light(SKY, 0.75), 70)
    sun(c, 24, 18, 7, light(OCHRE, 0.15), OCHRE)
    cloud(c, 64, 16, 12, PAPER, MIST)
    cloud(c, 148, 22, 14, PAPER, MIST)
    c.rect(40, 34, 98, 46, light(ROSE, 0.25))
    c.rect(36, 30, 106, 5, CLAY)
    for k in range(8):
        c.rect(46 + k * 11.6, 41, 6.4, 11, light(SKY, 0.3))
    for x, y, tall in ((14, 82, 40), (30, 80, 30), (150, 80, 34), (167, 83, 44)):
        tree(c, x, y, tall, MOSS)
    c.rect(0, 78, c.w, 24, SAGE)
    c.shade(pill(0, 78, c.w, 22), PINE, falling(90, 0.5, -0.1), 0.6)
    _front_of_certificates(c)


def _front_of_certificates(c: Canvas) -> None:
    looks = (
        VOLUNTEER,
        CROWD[5],
        replace(CROWD[1], coat=TEAL),
        CROWD[3],
        replace(VOLUNTEER, cut="bun"),
        Look(coat=OCHRE, legs=NAVY),
        replace(CROWD[5], coat=DUSK),
    )
    for k, look in enumerate(looks):
        x, tall = 34 + k * 18.4, 54 + (k * 5 % 7)
        face = 1 if k < 4 else -1
        person(
            c,
            x,
            97 - (k % 2) * 3,
            tall,
            replace(CHEER, elbow_far=(0.12, 0.63), hand_far=(0.05, 0.55)) if k % 2 else CHEER,
            look,
            face,
        )
        hx, hy = x - face * 0.15 * tall, 97 - (k % 2) * 3 - tall * 1.03
        c.box(hx, hy - 2, 11, 8, RED, face * -8)
        c.box(hx, hy - 2, 9.4, 6.4, PAPER, face * -8)
        cross(c, hx, hy - 2, 3)
    for k in range(60):
        c.box(
            c.rnd.uniform(0, c.w),
            c.rnd.uniform(0, 60),
            1.2,
            0.7,
            (RED, OCHRE, TEAL, PAPER)[k % 4],
            c.rnd.uniform(0, 180),
        )
