"""Scenes at a desk and in the villages."""

from __future__ import annotations

import math
from dataclasses import replace

from tools.draw.canvas import Canvas, falling
from tools.draw.giving import planks
from tools.draw.hands import Frame, hand
from tools.draw.land import bush, cloud, hills, sky, tree
from tools.draw.palette import (
    BARK,
    CLAY,
    CORAL,
    CREAM,
    INK,
    MIST,
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
    SHOW,
    STAND,
    Look,
    person,
)
from tools.draw.register import picture
from tools.draw.shapes import arc, blob, oval, pill
from tools.draw.things import cup, pin
from tools.draw.village import gable, house

PIONEER = "columns/party-building-pioneer"


@picture(f"{PIONEER}/2018/two-villages/water.jpg")
def water(c: Canvas) -> None:
    """A hill village with a water tank and a tap."""
    sky(c, SKY, light(SKY, 0.7), 55)
    cloud(c, 118, 14, 13, PAPER, MIST)
    hills(c, (light(TEAL, 0.6), light(TEAL, 0.4), SAGE), 30, 46, 6, 70)
    slope = blob(
        [(-20, 40), (14, 34), (40, 42), (76, 60), (112, 68), (170, 72), (170, 120), (-20, 120)]
    )
    c.poly(slope, MOSS)
    c.shade(slope, PINE, falling(40, -0.1, 0.8), 0.7)
    c.rect(12, 22, 24, 18, light(STONE, 0.6))
    c.shade(pill(12, 22, 24, 18), STONE, falling(0, -0.1, 0.8), 0.7)
    c.oval(24, 40, 12, 3, light(STONE, 0.45))
    c.oval(24, 22, 12, 3.4, SKY)
    c.line([(15, 30), (33, 30)], 1.4, TEAL)
    for k in range(3):
        c.disc(20 + k * 4, 34.6, 1, TEAL)
    gable(c, 84, 70, 20, 24)
    house(c, 107, 72, 26, 14)
    gable(c, 132, 74, 16, 22)
    house(c, 60, 64, 19, 11)
    for x, y, tall in ((54, 62, 16), (104, 71, 13), (148, 74, 24)):
        tree(c, x, y, tall, PINE)
    c.curve([(34, 39), (46, 50), (54, 66), (66, 74), (84, 77)], 1.8, TEAL)
    _front_of_water(c)


def _front_of_water(c: Canvas) -> None:
    c.line([(84, 76), (84, 92)], 2.6, STONE)
    c.line([(84, 76), (93, 76), (93, 79.4)], 2.2, mix(OCHRE, STONE, 0.3))
    c.line([(86, 73), (90, 73)], 1.2, RED)
    c.line([(88, 73), (88, 76)], 1, RED)
    c.line([(93, 80), (93, 89)], 1.5, light(SKY, 0.3))
    c.poly([(85, 87), (101, 87), (99, 98), (87, 98)], RED)
    c.shade([(85, 87), (101, 87), (99, 98), (87, 98)], dark(RED, 0.5), falling(0, -0.2, 0.8), 0.7)
    c.oval(93, 87, 8, 1.9, light(SKY, 0.25))
    c.line(arc(93, 88, 8.6, 200, 340), 0.6, INK)
    person(
        c,
        114,
        97,
        34,
        replace(
            STAND,
            elbow=(0.05, 0.6),
            hand=(0.2, 0.52),
            elbow_far=(0.14, 0.62),
            hand_far=(0.26, 0.55),
        ),
        Look(coat=CORAL, legs=NAVY, cut="bun"),
        -1,
    )
    person(c, 66, 97, 21, SHOW, Look(coat=OCHRE, legs=TEAL))
    for k in range(9):
        bush(c, k * 7, 101 - (k % 3), 10, dark(MOSS, 0.15))


@picture(f"{PIONEER}/2021/half-year/chart.jpg")
def chart(c: Canvas) -> None:
    """A newspaper page with charts, a magnifying glass and a pencil."""
    slate = mix(NAVY, STONE, 0.4)
    sky(c, slate, light(slate, 0.15), 100)
    c.dots(pill(0, 0, c.w, 100), dark(slate, 0.2), falling(30, 0.35, 0.02), 2.4)
    f = Frame(c, 66, 52, 84, -5)
    c.shade(
        [f.at(*p) for p in ((-0.6, -0.5), (0.64, -0.5), (0.64, 0.55), (-0.6, 0.55))],
        INK,
        falling(90, 0.6, 0.8),
        0.5,
    )
    f.poly([(-0.62, -0.53), (0.62, -0.53), (0.62, 0.53), (-0.62, 0.53)], PAPER)
    f.poly([(-0.56, -0.48), (-0.1, -0.48), (-0.1, -0.41), (-0.56, -0.41)], RED)
    f.line([(-0.56, -0.38), (0.56, -0.38)], 0.006, INK)
    for k, tall in enumerate((0.14, 0.22, 0.19, 0.31, 0.37, 0.46)):
        x = -0.53 + k * 0.092
        bar = f.poly(
            [(x, 0.2 - tall), (x + 0.06, 0.2 - tall), (x + 0.06, 0.2), (x, 0.2)],
            RED if k == 5 else mix(slate, PAPER, 0.25),
        )
        c.shade(bar, NAVY if k < 5 else dark(RED, 0.5), falling(90, -0.1, 0.7), 0.6)
    f.line([(-0.56, 0.2), (0.02, 0.2)], 0.008, INK)
    for k in range(4):
        f.line([(0.1, -0.26 + k * 0.14), (0.56, -0.26 + k * 0.14)], 0.004, light(STONE, 0.4))
    trend = [(0.1, 0.12), (0.19, 0.05), (0.28, 0.08), (0.37, -0.06), (0.46, -0.11), (0.55, -0.27)]
    f.line(trend, 0.016, RED)
    for point in trend:
        f.hull([(*point, 0.016)], INK)
    for column in range(4):
        for row in range(5):
            x = -0.56 + column * 0.29
            f.line(
                [(x, 0.28 + row * 0.048), (x + (0.24 if row < 4 else 0.13), 0.28 + row * 0.048)],
                0.012,
                light(STONE, 0.35),
            )
    c.hull([(121, 66, 2.6), (141, 90, 3.2)], BARK)
    c.disc(110, 52, 18, INK)
    c.disc(110, 52, 15.6, light(SKY, 0.55))
    for k, tall in enumerate((9, 15, 22)):
        c.rect(100 + k * 7.4, 62 - tall, 5, tall, RED if k == 2 else slate)
    c.shade(oval(110, 52, 15.6, 15.6), PAPER, falling(225, -0.3, 0.9), 0.6)
    c.hull([(20, 96, 1.7), (64, 91, 1.7)], OCHRE)
    c.poly([(64, 89.3), (70, 90.3), (64, 92.7)], SAND)
    c.poly([(68.4, 90), (70.4, 90.3), (68.4, 91)], INK)
    c.hull([(16, 96.4, 1.7), (20, 96, 1.7)], CORAL)


@picture(f"{PIONEER}/2025/bulletin/bulletin.jpg")
def bulletin(c: Canvas) -> None:
    """An editor's desk from above."""
    planks(c, mix(OCHRE, CREAM, 0.35))
    f = Frame(c, 62, 51, 86, -4)
    c.shade(
        [f.at(*p) for p in ((-0.36, -0.46), (0.4, -0.46), (0.4, 0.53), (-0.36, 0.53))],
        BARK,
        falling(90, 0.6, 0.9),
        0.6,
    )
    f.poly([(-0.38, -0.5), (0.38, -0.5), (0.38, 0.5), (-0.38, 0.5)], PAPER)
    f.poly([(-0.31, -0.44), (0.31, -0.44), (0.31, -0.33), (-0.31, -0.33)], RED)
    f.line([(-0.31, -0.29), (0.31, -0.29)], 0.006, INK)
    for row in range(15):
        long = (0.62, 0.56, 0.6, 0.3)[row % 4]
        f.line(
            [(-0.31, -0.22 + row * 0.045), (-0.31 + long, -0.22 + row * 0.045)],
            0.014,
            light(STONE, 0.3),
        )
    for y, x0, x1 in ((-0.175, -0.2, 0.1), (0.095, -0.05, 0.2), (0.275, -0.28, -0.02)):
        wave = [(x0 + (x1 - x0) * k / 14, y + 0.012 + (0.008 if k % 2 else 0)) for k in range(15)]
        f.line(wave, 0.008, RED)
    ring = [(0.0 + 0.12 * math.cos(k / 4), 0.0 + 0.035 * math.sin(k / 4)) for k in range(26)]
    f.line(ring, 0.009, RED)
    f.line([(0.12, 0.0), (0.27, -0.07), (0.33, -0.07)], 0.009, RED)
    hand(c, 104, 72, 12, 200, TEAL, SKIN[0], mirror=True, arm=6)
    c.hull([(88, 60, 1.5), (112, 84, 1.5)], RED)
    c.poly([(87, 61), (84, 56), (89, 59)], SAND)
    for k in range(4):
        c.hull([(97 - k * 0.4, 67 + k * 2.6, 1.9), (92.6 + k * 1.1, 66 + k * 2.7, 1.7)], SKIN[0])
    cup(c, 127, 24, 11, TEAL, mix(OCHRE, CLAY, 0.6))
    c.box(15, 52, 6, 82, light(OCHRE, 0.35), 3)
    for k in range(26):
        c.line(
            [(17.2 - k * 0.16, 15 + k * 3), (15.4 - k * 0.16 + (k % 5 == 0) * -1, 15 + k * 3)],
            0.3,
            BARK,
        )
    for x in (99, 112):
        c.line(arc(x, 43 + (x - 99) * 0.15, 5, 0, 360), 1, INK)
    c.curve([(104, 43), (105.6, 42), (107, 44)], 1, INK)
    c.curve([(94, 42.4), (90, 36), (92, 26)], 0.9, INK)
    c.curve([(117, 45.4), (116, 37), (113, 32)], 0.9, INK)


@picture("columns/villages/2019/field-research/map.jpg")
def field_map(c: Canvas) -> None:
    """A notebook, a drawn map with three pins, a straw hat."""
    sky(c, mix(MOSS, SAGE, 0.5), SAGE, 100)
    c.dots(pill(0, 0, c.w, 100), mix(MOSS, PINE, 0.3), falling(60, 0.0, 0.3), 2.8)
    sheet = blob(
        [(20, 14), (60, 11), (112, 15), (114, 50), (111, 84), (64, 88), (19, 84), (17, 50)]
    )
    sheet = [(20, 14), (50, 11), (81, 15), (113, 12), (112, 84), (81, 88), (50, 84), (19, 87)]
    c.shade([(x + 2, y + 2.6) for x, y in sheet], INK, falling(90, 0.7, 0.8), 0.5)
    c.poly(sheet, CREAM)
    for k, fold in enumerate(
        (
            (20, 14, 19, 87, 50, 84, 50, 11),
            (81, 15, 81, 88, 50, 84, 50, 11),
            (81, 15, 81, 88, 112, 84, 113, 12),
        )
    ):
        part = [(fold[j], fold[j + 1]) for j in range(0, 8, 2)]
        c.shade(part, SAND, falling(0 if k % 2 else 180, -0.1, 0.9), 0.9)
    _front_of_field_map(c)


def _front_of_field_map(c: Canvas) -> None:
    for x, y, r in (
        (34, 36, 9),
        (44, 32, 12),
        (70, 28, 10),
        (80, 34, 8),
        (95, 60, 11),
        (40, 68, 9),
        (84, 66, 8),
    ):
        hill = [(x - r, y + r * 0.5), (x - r * 0.2, y - r * 0.7), (x + r, y + r * 0.5)]
        smooth = blob([*hill, (x, y + r * 0.5)])
        c.poly(smooth, SAGE)
        c.shade(smooth, MOSS, falling(0, -0.1, 0.9), 0.8)
    c.curve([(22, 52), (40, 54), (56, 46), (74, 52), (90, 44), (112, 46)], 1.8, light(TEAL, 0.35))
    stops = [(33, 62), (58, 40), (74, 60), (98, 36)]
    route = blob(stops, closed=False, steps=9)
    for point in route:
        c.disc(*point, 0.8, RED)
    for k, at in enumerate((stops[0], stops[1], stops[3])):
        pin(c, *at, 15, (RED, OCHRE, TEAL)[k])
    c.rect(110, 40, 36, 50, NAVY, 2)
    c.rect(113, 42, 32, 46, PAPER, 1)
    for k in range(8):
        c.line([(119, 50 + k * 4.6), (140 - (k * 5) % 9, 50 + k * 4.6)], 0.5, light(STONE, 0.3))
        c.disc(112.6, 46 + k * 5.4, 1.1, OCHRE)
    c.hull([(108, 94, 1.3), (136, 68, 1.3)], RED)
    c.poly([(107, 93), (104.6, 97.4), (109, 95)], INK)
    for r, tone in ((24, OCHRE), (23, light(OCHRE, 0.25)), (13, OCHRE), (12, light(OCHRE, 0.15))):
        c.oval(132, 14, r, r * 0.86, tone, -14)
    for r in (15, 18, 21):
        c.line(oval(132, 14, r, r * 0.86, -14), 0.3, dark(OCHRE, 0.12))
    c.line(oval(132, 14, 12.6, 10.9, -14), 1.6, RED)
