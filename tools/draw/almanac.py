"""Pictures for single days of the almanacs."""

from __future__ import annotations

import math

from tools.draw.boats import red_boat
from tools.draw.canvas import Canvas, falling, glowing
from tools.draw.hands import Frame, hand
from tools.draw.land import birds, hills, layer, peaks, ridge, ripples, sky, sun
from tools.draw.palette import (
    BARK,
    CLAY,
    CORAL,
    CREAM,
    DUSK,
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
    SAND,
    SKIN,
    SKY,
    STONE,
    TEAL,
    dark,
    light,
    mix,
)
from tools.draw.people import CLIMB, STAND, Look, person
from tools.draw.register import picture
from tools.draw.shapes import arc, blob, oval, pill
from tools.draw.village import tent

SMALL = (1200, 800)
DAYS = "on-this-day/red-cross"


@picture(f"{DAYS}/geneva-lake.jpg", *SMALL)
def lake(c: Canvas) -> None:
    """Geneva's lake on an old map."""
    sky(c, SAND, CREAM, 100)
    for k in range(1, 6):
        c.line([(k * 25, 0), (k * 25, 100)], 0.2, mix(SAND, CLAY, 0.35))
        c.line([(0, k * 18), (c.w, k * 18)], 0.2, mix(SAND, CLAY, 0.35))
    shore = blob(
        [
            (28, 80),
            (33, 70),
            (38, 58),
            (50, 42),
            (68, 31),
            (90, 26),
            (112, 29),
            (132, 40),
            (137, 50),
            (124, 53),
            (106, 48),
            (88, 46),
            (70, 52),
            (54, 62),
            (42, 73),
            (34, 83),
        ]
    )
    for k in range(3, 0, -1):
        grown = [(80 + (x - 80) * (1 + k * 0.04), 52 + (y - 52) * (1 + k * 0.07)) for x, y in shore]
        c.poly(grown, mix(SAND, SKY, 0.5 - k * 0.12))
    c.poly(shore, light(TEAL, 0.2))
    c.shade(shore, NAVY, falling(60, -0.2, 0.8), 0.8)
    _front_of_lake(c)


def _front_of_lake(c: Canvas) -> None:
    c.curve([(31, 81), (22, 88), (12, 86), (-4, 94)], 1.8, light(TEAL, 0.2))
    for _ in range(30):
        x, y = c.rnd.choice(
            (
                (c.rnd.uniform(70, 146), c.rnd.uniform(66, 94)),
                (c.rnd.uniform(6, 40), c.rnd.uniform(8, 40)),
            )
        )
        r = c.rnd.uniform(3, 5.4)
        c.poly([(x - r, y + r * 0.6), (x, y - r * 0.7), (x + r, y + r * 0.6)], mix(CLAY, SAND, 0.4))
        c.poly([(x, y - r * 0.7), (x + r, y + r * 0.6), (x + r * 0.1, y + r * 0.6)], CLAY)
    c.disc(29, 83, 4.4, PAPER)
    c.disc(29, 83, 3, RED)
    for x, y in ((70, 27), (92, 22), (126, 56), (50, 66)):
        c.disc(x, y, 1.1, INK)
    for k in range(8):
        a, r = k * math.tau / 8, 10 if k % 2 == 0 else 5.4
        c.poly(
            [
                (132, 16),
                (132 + 1.8 * math.cos(a + 1.2), 16 + 1.8 * math.sin(a + 1.2)),
                (132 + r * math.cos(a), 16 + r * math.sin(a)),
            ],
            RED if k % 2 == 0 else BARK,
        )
    c.poly([(90, 40), (90, 30), (97, 39)], PAPER)
    c.poly([(85, 40.6), (98, 40.6), (95, 43), (87, 43)], BARK)


@picture(f"{DAYS}/solferino-dusk.jpg", *SMALL)
def dusk(c: Canvas) -> None:
    """The hills of Solferino at dusk, one tower, one lantern."""
    sky(c, DUSK, light(CORAL, 0.2), 62)
    sun(c, 108, 52, 11, CORAL, OCHRE)
    tones = (mix(DUSK, ROSE, 0.45), mix(DUSK, ROSE, 0.2), dark(DUSK, 0.25), dark(DUSK, 0.5))
    hills(c, tones, 50, 74, 6, 80)
    c.rect(43, 30, 8, 26, dark(DUSK, 0.35))
    for k in range(4):
        c.rect(42.4 + k * 2.4, 27.6, 1.5, 3, dark(DUSK, 0.35))
    hill = blob([(8, 74), (30, 58), (48, 52), (66, 60), (92, 76), (50, 90)])
    c.poly(hill, dark(DUSK, 0.35))
    for k in range(9):
        c.hull(
            [(14 + k * 8.6, 74, 1.5), (14 + k * 8.6, 64 - abs(4 - k) * -0.9, 0.3)], dark(PINE, 0.35)
        )
    layer(c, ridge(c, 84, 2.5, 90), dark(DUSK, 0.72))
    c.shade(oval(92, 84, 22, 22), light(OCHRE, 0.2), glowing(-0.1, 0.9), 0.8)
    person(c, 88, 94, 26, STAND, Look(coat=PAPER, legs=SAND))
    c.rect(89.6, 82.4, 4, 5.4, light(OCHRE, 0.45), 1)
    c.line(arc(91.6, 82.4, 1.8, 180, 360), 0.5, INK)
    birds(c, 70, 20, 2.4, dark(DUSK, 0.5), 5)


@picture(f"{DAYS}/first-convention.jpg", *SMALL)
def treaty(c: Canvas) -> None:
    """A sealed document, a quill and an inkwell by candle light."""
    sky(c, dark(PINE, 0.4), PINE, 100)
    c.shade(oval(124, 34, 70, 70), OCHRE, glowing(-0.1, 0.75), 0.8)
    c.rect(0, 78, c.w, 22, BARK)
    c.shade(pill(0, 78, c.w, 22), INK, falling(90, 0.6, 0.1), 0.7)
    f = Frame(c, 60, 54, 76, -6)
    f.poly([(-0.44, -0.5), (0.44, -0.5), (0.44, 0.5), (-0.44, 0.5)], SAND)
    f.poly([(-0.43, -0.5), (0.43, -0.5), (0.43, 0.48), (-0.43, 0.48)], CREAM)
    c.shade(
        [f.at(-0.43, -0.5), f.at(0.43, -0.5), f.at(0.43, 0.48), f.at(-0.43, 0.48)],
        CLAY,
        falling(180, -0.2, 0.6),
        0.6,
    )
    f.hull([(0, -0.36, 0.075)], PAPER)
    f.poly([(-0.018, -0.415), (0.018, -0.415), (0.018, -0.305), (-0.018, -0.305)], RED)
    f.poly([(-0.055, -0.378), (0.055, -0.378), (0.055, -0.342), (-0.055, -0.342)], RED)
    for row in range(10):
        f.line(
            [(-0.33, -0.22 + row * 0.045), (0.33 - (row % 5 == 4) * 0.25, -0.22 + row * 0.045)],
            0.011,
            mix(STONE, BARK, 0.4),
        )
    for k in range(3):
        f.line(
            [
                (-0.32 + k * 0.2, 0.33),
                (-0.26 + k * 0.2, 0.28),
                (-0.24 + k * 0.2, 0.34),
                (-0.18 + k * 0.2, 0.3),
            ],
            0.009,
            NAVY,
        )
    f.poly([(0.25, 0.34), (0.32, 0.34), (0.36, 0.58), (0.29, 0.54), (0.23, 0.58)], RED)
    c.disc(*f.at(0.285, 0.33), 6, RED)
    c.disc(*f.at(0.285, 0.33), 4, dark(RED, 0.25))
    _front_of_treaty(c)


def _front_of_treaty(c: Canvas) -> None:
    c.rect(120, 42, 8, 42, CREAM, 1)
    c.shade(pill(120, 42, 8, 42), CLAY, falling(0, -0.2, 0.8), 0.7)
    c.blob([(124, 24), (128, 34), (126, 40), (122, 40), (120, 34)], light(OCHRE, 0.2))
    c.blob([(124, 31), (126, 36), (124, 40), (122, 36)], PAPER)
    c.oval(124, 86, 13, 3.4, mix(OCHRE, BARK, 0.3))
    c.poly([(98, 78), (112, 78), (115, 92), (95, 92)], NAVY)
    c.rect(100, 74, 10, 5, dark(NAVY, 0.3), 1)
    plume = blob([(106, 76), (112, 50), (128, 22), (138, 12), (134, 34), (118, 58)])
    c.poly(plume, PAPER)
    c.shade(plume, SKY, falling(0, -0.1, 0.8), 0.7)
    c.curve([(105, 78), (114, 54), (136, 14)], 0.7, STONE)


@picture(f"{DAYS}/peace-prize.jpg", *SMALL)
def peace(c: Canvas) -> None:
    """A golden medal, laurel and a white dove."""
    sky(c, NAVY, mix(NAVY, TEAL, 0.4), 100)
    for _ in range(60):
        x, y, r = c.rnd.uniform(0, c.w), c.rnd.uniform(0, 100), c.rnd.uniform(0.3, 0.9)
        c.disc(x, y, r, light(NAVY, 0.75))
    for side in (-1, 1):
        c.curve(
            [(75, 88), (75 + side * 24, 80), (75 + side * 36, 56), (75 + side * 30, 28)], 0.9, SAGE
        )
        for k in range(11):
            t = k / 10
            angle = math.radians(78 - 112 * t)
            x, y = 75 + side * 36 * math.cos(angle), 53 + 35 * math.sin(angle)
            for turn in (-48, 48):
                lean = math.degrees(math.atan2(-math.cos(angle), side * math.sin(angle))) + turn
                px, py = (
                    x + 4.4 * math.cos(math.radians(lean)),
                    y + 4.4 * math.sin(math.radians(lean)),
                )
                c.oval(px, py, 4.6, 1.7, SAGE if turn > 0 else MOSS, lean)
    c.disc(75, 53, 23, OCHRE)
    c.shade(oval(75, 53, 23, 23), dark(OCHRE, 0.35), falling(50, -0.2, 0.9), 0.8)
    _front_of_peace(c)


def _front_of_peace(c: Canvas) -> None:
    c.disc(75, 53, 19.6, light(OCHRE, 0.3))
    c.shade(oval(75, 53, 19.6, 19.6), OCHRE, falling(230, -0.2, 0.9), 0.7)
    body = blob(
        [
            (60, 55),
            (66, 51),
            (74, 50),
            (80, 45),
            (86, 46),
            (89, 48),
            (86, 51),
            (83, 57),
            (75, 61),
            (66, 60),
            (57, 64),
        ]
    )
    c.poly(body, PAPER)
    wing = blob([(78, 53), (72, 52), (64, 44), (62, 36), (70, 41), (78, 44)])
    c.poly(wing, PAPER)
    c.shade(wing, STONE, falling(90, -0.1, 0.7), 0.6)
    c.disc(84.6, 47.4, 0.7, INK)
    c.curve([(88, 49), (92, 52), (93, 57)], 0.6, MOSS)
    for x, y, angle in ((91, 51, -20), (92.6, 54, 60), (93, 57.6, 100)):
        c.oval(x, y, 2, 0.8, MOSS, angle)


@picture(f"{DAYS}/league-hands.jpg", *SMALL)
def league(c: Canvas) -> None:
    """Five hands meet over a globe."""
    sky(c, light(CORAL, 0.55), CREAM, 100)
    c.dots(pill(0, 0, c.w, 100), light(CORAL, 0.3), glowing(0.5, 0.0), 2.6)
    c.disc(75, 50, 33, light(SKY, 0.1))
    c.shade(oval(75, 50, 33, 33), TEAL, falling(50, -0.2, 0.9), 0.8)
    for points in (
        ((50, 34), (58, 26), (72, 24), (74, 34), (66, 44), (58, 48), (52, 42)),
        ((62, 52), (72, 54), (74, 64), (68, 78), (62, 68)),
        ((84, 28), (96, 32), (104, 44), (100, 56), (90, 52), (82, 42)),
        ((82, 58), (92, 60), (92, 72), (84, 74)),
    ):
        land = blob(list(points))
        c.poly(land, SAGE)
        c.shade(land, MOSS, falling(50, -0.1, 0.8), 0.7)
    for rx in (11, 24):
        c.line([*oval(75, 50, rx, 33), oval(75, 50, rx, 33)[0]], 0.3, CREAM)
    for k, (tone, skin) in enumerate(((RED, 0), (NAVY, 1), (OCHRE, 2), (MOSS, 0), (DUSK, 1))):
        a = math.radians(-90 + k * 72)
        hand(
            c,
            75 + 33 * math.cos(a),
            50 + 33 * math.sin(a),
            11,
            -90 + k * 72 + 180,
            tone,
            SKIN[skin],
            arm=6,
        )


@picture(f"{DAYS}/wenchuan.jpg", *SMALL)
def wenchuan(c: Canvas) -> None:
    """White tents in a mountain valley, a rescuer on a rope."""
    sky(c, mix(STONE, SKY, 0.4), CREAM, 60)
    peaks(c, ((20, 20), (120, 14), (70, 30)), mix(TEAL, STONE, 0.4), NAVY, CREAM)
    layer(c, ridge(c, 64, 2, 80), mix(MOSS, STONE, 0.3), PINE)
    for x, y, wide in ((60, 72, 22), (86, 70, 20), (110, 73, 23), (52, 86, 30), (90, 88, 34)):
        tent(c, x, y, wide, wide * 0.56, PAPER)
    cliff = [
        (-2, -2),
        (34, -2),
        (30, 16),
        (36, 30),
        (28, 52),
        (34, 70),
        (24, 86),
        (30, 102),
        (-2, 102),
    ]
    c.poly(cliff, mix(BARK, STONE, 0.4))
    c.shade(cliff, INK, falling(180, -0.1, 0.8), 0.7)
    for x, y in ((10, 20), (18, 44), (8, 66), (20, 88)):
        c.curve([(x, y), (x + 6, y + 7), (x + 3, y + 15)], 0.7, dark(BARK, 0.4))
    c.line([(33, 0), (41, 46)], 0.9, OCHRE)
    c.line([(41, 46), (42, 92)], 0.7, OCHRE)
    person(
        c, 44, 68, 38, CLIMB, Look(coat=CORAL, legs=NAVY, cut="helmet", hair=RED, pack=OCHRE), -1
    )


@picture("on-this-day/history/nanhu-night.jpg", *SMALL)
def boat_at_night(c: Canvas) -> None:
    """The painted boat under a summer moon."""
    sky(c, dark(NAVY, 0.3), mix(NAVY, TEAL, 0.6), 60)
    c.shade(oval(38, 24, 30, 30), CREAM, glowing(-0.15, 0.7), 0.7)
    c.disc(38, 24, 9, CREAM)
    for _ in range(40):
        c.disc(c.rnd.uniform(0, c.w), c.rnd.uniform(0, 40), c.rnd.uniform(0.15, 0.4), SAND)
    hills(c, (mix(NAVY, TEAL, 0.3), dark(NAVY, 0.35)), 48, 54, 3, 60)
    c.rect(0, 58, c.w, 44, mix(NAVY, TEAL, 0.35))
    c.shade(pill(0, 58, c.w, 42), dark(NAVY, 0.5), falling(90, -0.1, 0.9), 0.8)
    for k in range(13):
        c.line(
            [
                (38 - 9 + k * 0.4 + c.rnd.uniform(-2, 2), 61 + k * 2.9),
                (38 + 9 - k * 0.4 + c.rnd.uniform(-2, 2), 61 + k * 2.9),
            ],
            0.6,
            SAND,
        )
    c.shade(oval(92, 66, 46, 26), OCHRE, glowing(-0.2, 0.7), 0.8)
    red_boat(c, 92, 80, 74, BARK, RED)
    ripples(c, 84, 98, mix(TEAL, MIST, 0.5), 30)
    for _ in range(12):
        x = c.rnd.uniform(-2, 24)
        c.curve(
            [(x, 102), (x + 1.4, 84), (x + 3.5, 70 + c.rnd.uniform(0, 10))], 0.6, dark(PINE, 0.4)
        )
