"""Scenes of first aid and rescue."""

from __future__ import annotations

from dataclasses import replace

from tools.draw.canvas import Canvas, falling
from tools.draw.hands import OPEN, Frame, hand
from tools.draw.land import rays, sky, sun
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
    SKIN,
    SKY,
    STONE,
    TEAL,
    dark,
    light,
    mix,
)
from tools.draw.people import (
    GIVE,
    PHONE,
    PRESS,
    SIT,
    VOLUNTEER,
    WALK,
    Look,
    cross,
    person,
    seat,
)
from tools.draw.register import picture
from tools.draw.shapes import arc, blob, oval, pill
from tools.draw.signs import bolt, heart
from tools.draw.things import aed, manikin, phone

KIT = "columns/first-aid/2026/kit/kit.jpg"


@picture("columns/first-aid/2019/cpr/cpr.jpg")
def cpr(c: Canvas) -> None:
    """Someone presses on a manikin's chest, someone else phones."""
    sky(c, light(TEAL, 0.62), light(TEAL, 0.8), 74)
    for k in range(3):
        x = 12 + k * 30
        c.rect(x, 9, 24, 36, PAPER)
        c.rect(x + 1, 10, 22, 34, SKY)
        c.disc(x + 12 + k * 2, 36 - k * 2, 6, SAGE)
        c.rect(x + 1, 37, 22, 7, MOSS)
        c.rect(x + 11.4, 10, 1.2, 34, PAPER)
    c.rect(0, 72, c.w, 30, light(OCHRE, 0.55))
    c.shade(pill(0, 72, c.w, 28), OCHRE, falling(90, 0.55, 0.0), 0.6)
    c.rect(0, 70.4, c.w, 1.6, PAPER)
    c.rect(107, 12, 32, 22, PAPER, 1)
    heart(c, 123, 23, 14, CORAL)
    c.poly([(16, 94), (26, 83), (112, 83), (120, 94)], TEAL)
    c.shade([(16, 94), (26, 83), (112, 83), (120, 94)], dark(TEAL, 0.4), falling(90, 0.1, 0.7), 0.6)
    person(c, 127, 92, 66, PHONE, Look(coat=OCHRE, legs=NAVY, cut="long", hair=HAIR[1]), -1)
    person(c, 40, 87, 62, PRESS, VOLUNTEER)
    manikin(c, 62, 91, 62, 1, SKIN[1], NAVY)
    hand(c, 55.5, 76.5, 3.4, 75, PAPER, SKIN[0], arm=1.2, thumb=False)
    phone(c, 133, 40.5, 0.1, ())


@picture("columns/first-aid/2019/cpr/hands.jpg")
def hands(c: Canvas) -> None:
    """Two locked hands on a chest."""
    sky(c, light(TEAL, 0.82), light(TEAL, 0.7))
    torso = blob(
        [
            (2, 112),
            (6, 84),
            (28, 73),
            (58, 68),
            (75, 68),
            (92, 68),
            (122, 73),
            (144, 84),
            (148, 112),
        ]
    )
    c.poly(torso, TEAL)
    c.shade(torso, dark(TEAL, 0.5), falling(90, -0.1, 0.9), 0.8)
    c.curve([(75, 76), (75, 84), (75, 100)], 0.7, light(TEAL, 0.35))
    for k in range(4):
        for side in (-1, 1):
            c.curve(
                [
                    (75 + side * 8, 80 + k * 6),
                    (75 + side * 26, 77 + k * 6.4),
                    (75 + side * 46, 86 + k * 7),
                ],
                0.7,
                light(TEAL, 0.25),
            )
    for k in range(3):
        c.line(arc(75, 70, 25 + k * 8, 190, 214), 0.9, CORAL)
        c.line(arc(75, 70, 25 + k * 8, 326, 350), 0.9, CORAL)
    hand(c, 74, 56, 21, 66, PAPER, SKIN[1], mirror=True, arm=4)
    hand(c, 77, 49, 21, 114, RED, SKIN[0], arm=4)
    for k in range(4):
        c.hull(
            [(69.5 - k * 3.8, 66 + k * 0.4, 2.3), (66.5 - k * 3.8, 71 + k * 0.2, 2)],
            SKIN[1 if k % 2 else 0],
        )
    c.poly([(124, 18), (132, 18), (132, 44), (138, 44), (128, 58), (118, 44), (124, 44)], CORAL)
    c.shade(
        [(124, 18), (132, 18), (132, 44), (138, 44), (128, 58), (118, 44), (124, 44)],
        RED,
        falling(90, -0.2, 0.8),
        0.8,
    )


@picture("columns/first-aid/2021/aed/aed.jpg")
def cabinet(c: Canvas) -> None:
    """A hand opens the AED cabinet in a hall."""
    sky(c, light(TEAL, 0.75), PAPER, 80)
    for k in range(5):
        x = 70 + k * 17
        c.poly([(x, 8), (x + 14, 8), (x + 14, 62), (x, 62)], light(SKY, 0.35))
        c.shade(pill(x, 8, 14, 54), SKY, falling(90, 0.6, -0.1), 0.6)
    c.poly(
        [
            (84, 40),
            (112, 34),
            (117, 27),
            (121, 27),
            (119, 35),
            (136, 35),
            (138, 38),
            (118, 41),
            (104, 52),
            (100, 52),
            (107, 42),
            (86, 43.5),
        ],
        PAPER,
    )
    c.rect(66, 62, 90, 3, light(TEAL, 0.4))
    c.poly([(58, 100), (66, 65), (150, 65), (150, 100)], light(TEAL, 0.6))
    c.shade([(58, 100), (66, 65), (150, 65), (150, 100)], TEAL, falling(90, 0, 0.5), 0.5)
    person(c, 128, 78, 30, WALK, Look(coat=OCHRE, legs=NAVY, pack=CLAY), -1)
    person(c, 142, 76, 27, WALK, Look(coat=DUSK, cut="bob"), -1)
    c.rect(0, 0, 66, 100, light(TEAL, 0.88))
    c.shade(pill(0, 0, 66, 100), TEAL, falling(0, -0.1, 0.4), 0.4)
    c.poly(pill(18, 4, 32, 13, 2), TEAL)
    heart(c, 27, 10.8, 9, PAPER)
    bolt(c, 27, 10.8, 6.5, TEAL)
    for k in range(2):
        c.rect(35, 8 + k * 4, 11 - k * 4, 1.6, PAPER, 0.8)
    c.rect(10, 22, 48, 58, light(STONE, 0.55), 2)
    c.rect(13, 25, 42, 52, dark(TEAL, 0.45))
    c.shade(pill(13, 25, 42, 52), INK, falling(90, 0.5, -0.1), 0.5)
    aed(c, 34, 56, 30, RED, PAPER)
    c.rect(13, 69, 42, 1.6, light(STONE, 0.5))
    door = [(55, 22), (82, 14), (82, 90), (55, 80)]
    c.poly(door, light(STONE, 0.5))
    c.poly([(58, 26), (79, 20), (79, 83), (58, 76)], light(SKY, 0.5))
    c.poly([(61, 34), (70, 25), (76, 25), (61, 45)], PAPER)
    c.rect(77, 47, 2.4, 12, STONE, 1.2)
    hand(c, 88, 56, 9.5, 190, NAVY, SKIN[0], mirror=True, arm=9)


@picture("columns/first-aid/2021/aed/pads.jpg")
def pads(c: Canvas) -> None:
    """Where the two pads go."""
    sky(c, light(TEAL, 0.7), light(TEAL, 0.86))
    body = blob(
        [
            (20, 108),
            (24, 62),
            (33, 50),
            (52, 44),
            (57, 38),
            (57, 30),
            (73, 30),
            (73, 38),
            (78, 44),
            (97, 50),
            (106, 62),
            (110, 108),
        ]
    )
    skin = SKIN[0]
    c.poly(body, skin)
    c.shade(body, dark(skin, 0.3), falling(0, -0.3, 0.7), 0.6)
    c.oval(65, 20, 12.5, 15.5, skin)
    c.shade(oval(65, 20, 12.5, 15.5), dark(skin, 0.3), falling(0, -0.4, 0.6), 0.6)
    c.poly([*arc(65, 18, 13.6, 178, 362), (74, 10), (58, 9)], HAIR[0])
    for side in (-1, 1):
        c.line([(65 + side * 2, 49), (65 + side * 24, 46)], 1.1, dark(skin, 0.22))
        c.curve(
            [(65 + side * 30, 64), (65 + side * 29, 82), (65 + side * 27, 102)],
            1.1,
            dark(skin, 0.25),
        )
        c.curve(
            [(65 + side * 3, 74), (65 + side * 13, 76), (65 + side * 23, 71)], 0.9, dark(skin, 0.18)
        )
        c.oval(65 + side * 4.6, 20, 1, 0.5, HAIR[1])
    c.line([(65, 53), (65, 92)], 0.7, dark(skin, 0.18))
    c.curve([(62, 27), (65, 28), (68, 27)], 0.7, mix(skin, RED, 0.5))
    for x, y, angle in ((47, 58, -12), (87, 82, 68)):
        f = Frame(c, x, y, 17, angle)
        shape = f.hull([(a * 0.34, b * 0.24, 0.14) for a in (-1, 1) for b in (-1, 1)], PAPER)
        c.shade(shape, TEAL, falling(45, -0.1, 0.5), 0.6)
        f.hull([(a * 0.24, b * 0.15, 0.08) for a in (-1, 1) for b in (-1, 1)], TEAL)
        heart(c, x, y, 6, PAPER)
    c.curve([(50, 66), (52, 94), (92, 100), (112, 80), (119, 66)], 1.1, INK)
    c.curve([(92, 86), (104, 84), (112, 76), (122, 66)], 1.1, RED)
    aed(c, 126, 52, 36, TEAL, PAPER)


@picture("columns/first-aid/2022/heat/heat.jpg")
def heat(c: Canvas) -> None:
    """A worker cools down in a tree's shade."""
    sky(c, OCHRE, light(CORAL, 0.45), 70)
    rays(c, 34, 22, 17, 90, light(OCHRE, 0.3), 20)
    sun(c, 34, 22, 13, CORAL, RED)
    for k, (x, tall) in enumerate(((2, 26), (18, 18), (32, 34), (50, 22), (64, 30))):
        c.rect(x, 70 - tall, 13, tall, mix(CORAL, CREAM, 0.25 + 0.1 * (k % 3)))
        for row in range(int(tall / 6)):
            for column in range(3):
                c.rect(x + 2 + column * 3.7, 72 - tall + row * 6, 2, 3, light(CORAL, 0.7))
    c.rect(0, 69, c.w, 32, light(OCHRE, 0.45))
    c.shade(pill(0, 69, c.w, 31), CORAL, falling(90, 0.5, -0.2), 0.6)
    for k in range(4):
        c.curve(
            [(8 + k * 17, 80), (11 + k * 17, 77), (8 + k * 17, 74), (11 + k * 17, 71)], 0.7, CORAL
        )
    c.oval(112, 89, 46, 9, mix(NAVY, OCHRE, 0.35))
    c.hull([(120, 88, 5), (122, 40, 3.4)], BARK)
    for x, y, r in (
        (92, 24, 15),
        (112, 13, 20),
        (136, 22, 19),
        (124, 34, 15),
        (102, 34, 12),
        (146, 36, 12),
    ):
        c.disc(x, y, r, TEAL)
    _front_of_heat(c)


def _front_of_heat(c: Canvas) -> None:
    c.shade(
        blob([(78, 28), (94, 8), (114, -6), (140, 4), (156, 24), (150, 46), (120, 48), (92, 46)]),
        dark(TEAL, 0.5),
        falling(60, -0.1, 0.7),
        0.8,
    )
    worker = Look(coat=mix(OCHRE, CORAL, 0.4), legs=NAVY, skin=SKIN[2], cut="short")
    seat(c, 108, 90, 50, BARK)
    person(
        c,
        108,
        90,
        50,
        replace(SIT, hand=(0.24, 0.4), elbow=(0.1, 0.42), head=(0.0, 0.715)),
        worker,
        -1,
    )
    person(c, 78, 92, 54, replace(GIVE, elbow_far=(0.15, 0.66), hand_far=(0.3, 0.62)), VOLUNTEER)
    f = Frame(c, 94.5, 57, 8, 60)
    f.hull([(-0.3, 0, 0.25), (0.35, 0, 0.25), (0.7, 0, 0.12)], light(SKY, 0.3))
    for k in range(5):
        c.line([(97 + k * 0.4, 64 + k * 2.3), (97.2 + k * 0.4, 65.4 + k * 2.3)], 1, SKY)
    c.oval(127, 91, 4, 1.4, OCHRE)
    c.hull([(127, 88.4, 3.2), (126, 88.8, 2.8)], OCHRE)


@picture(KIT)
def kit(c: Canvas) -> None:
    """An open home first-aid box, everything laid out."""
    sky(c, light(SAGE, 0.55), light(SAGE, 0.7))
    c.dots(pill(0, 0, c.w, 100), light(SAGE, 0.3), falling(60, 0.05, 0.25), 3.4)
    for dx, dy, tone in ((1.5, 2, dark(SAGE, 0.35)), (0, 0, PINE)):
        c.rect(10 + dx, 12 + dy, 62, 34, tone, 4)
        c.rect(10 + dx, 47 + dy, 62, 44, tone, 4)
    c.shade(pill(10, 12, 62, 34, 4), dark(PINE, 0.5), falling(60, -0.2, 0.7), 0.6)
    c.disc(41, 29, 12, PAPER)
    cross(c, 41, 29, 15, PINE)
    c.rect(13, 50, 56, 38, light(PINE, 0.75), 2)
    c.shade(pill(13, 50, 56, 38, 2), PINE, falling(90, 0.6, -0.1), 0.5)
    c.rect(34, 44.5, 14, 4.5, OCHRE, 1.5)
    for x in (24, 40, 56):
        c.disc(x, 60, 6.6, PAPER)
        c.shade(oval(x, 60, 6.6, 6.6), STONE, falling(45, -0.1, 0.6), 0.5)
        for r in (4.8, 3, 1.2):
            c.line(arc(x, 60, r, 0, 300), 0.35, STONE)
    for k, tone in enumerate((CORAL, OCHRE, TEAL, NAVY)):
        c.rect(17 + k * 12.6, 71, 10.4, 14, tone, 1.5)
        c.rect(18.6 + k * 12.6, 74, 7.2, 4, PAPER, 0.6)
    for k in range(3):
        c.box(92 + k * 2.4, 23 + k * 2, 21, 21, mix(PAPER, STONE, 0.12 * (2 - k)), -8 + k * 7)
    for k in range(5):
        c.line([(88 + k * 4, 17), (88.6 + k * 4, 37)], 0.25, light(STONE, 0.5))
    _scissors(c)
    glove = mix(SKY, TEAL, 0.3)
    hand(c, 96, 66, 11, -80, glove, glove, OPEN, arm=1.35)
    c.hull([(112, 92, 1.2), (140, 84, 1.2)], PAPER)
    c.hull([(113, 91.7, 1.6), (117, 90.6, 1.6)], RED)
    c.line([(119, 90.1), (132, 86.3)], 0.7, RED)
    c.hull([(118, 73, 4.4), (140, 66, 4)], OCHRE)
    c.hull([(114, 74.2, 5.6), (116.5, 73.4, 5.6)], dark(OCHRE, 0.4))
    c.oval(112.6, 74.6, 1.8, 5.2, CREAM, -17)
    c.hull([(129, 68.4, 1.2), (132, 67.4, 1.2)], RED)
    for k in range(3):
        f = Frame(c, 78 + k * 1.5, 84 + k * 4.5, 9, -18 + k * 9)
        f.hull([(-0.7, 0, 0.2), (0.7, 0, 0.2)], light(CLAY, 0.35))
        f.hull([(-0.15, 0, 0.16), (0.15, 0, 0.16)], CREAM)


def _scissors(c: Canvas) -> None:
    for side in (-1, 1):
        f = Frame(c, 128, 34, 20, -62 + side * 11)
        f.poly([(0, -0.05), (1.15, 0), (0, 0.06), (-0.5, 0.05), (-0.5, -0.05)], light(STONE, 0.3))
        c.disc(*f.at(-0.75, -0.12 * side), 5, RED)
        c.disc(*f.at(-0.75, -0.12 * side), 2.9, light(SAGE, 0.62))
    c.disc(128, 34, 1, INK)
