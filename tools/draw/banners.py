"""The wide banners of the columns."""

from __future__ import annotations

from dataclasses import replace

from tools.draw.boats import red_boat
from tools.draw.canvas import Canvas, falling
from tools.draw.hands import OPEN, hand
from tools.draw.land import (
    birds,
    cloud,
    hills,
    layer,
    peaks,
    rays,
    ridge,
    ripples,
    river,
    road,
    sky,
    sun,
    terraces,
    tree,
)
from tools.draw.palette import (
    BARK,
    CLAY,
    CORAL,
    CREAM,
    DUSK,
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
from tools.draw.people import VOLUNTEER, WALK, person
from tools.draw.register import picture
from tools.draw.shapes import arc, blob, pill, turned
from tools.draw.signs import drop, heart, pulse
from tools.draw.things import aed, book
from tools.draw.village import flag, gable, house, pagoda, tent

WIDE = (1920, 480)


@picture("columns/party-building-pioneer/banner.jpg", *WIDE)
def pioneer(c: Canvas) -> None:
    """Red flags on the left, a sunrise over hills on the right."""
    sky(c, light(OCHRE, 0.35), light(OCHRE, 0.75), 90)
    rays(c, 310, 66, 34, 420, light(OCHRE, 0.62), 40)
    sun(c, 310, 66, 28, CORAL, OCHRE)
    hills(c, (mix(OCHRE, ROSE, 0.5), mix(CORAL, ROSE, 0.3), CORAL, RED), 60, 92, 9, 150)
    for k, tone in enumerate((RED, OCHRE)):
        top = blob(
            [
                (-8, 24 + k * 14),
                (60, 8 + k * 14),
                (130, 30 + k * 12),
                (200, 12 + k * 10),
                (268, 22 + k * 4),
            ],
            closed=False,
        )
        low = [(x, y + 7 * (1 - x / 300)) for x, y in top]
        c.poly([*top, *low[::-1]], tone)
        c.shade([*top, *low[::-1]], dark(tone, 0.4), falling(0, 0.6, -0.1), 0.6)
    for k in range(5):
        flag(
            c,
            16 + k * 21,
            26 + (k % 2) * 7,
            26,
            19,
            (RED, mix(RED, CORAL, 0.4))[k % 2],
            None,
            pole=90,
        )
    c.poly([(132, 100), (128, 74), (146, 74), (142, 100)], mix(OCHRE, BARK, 0.4))
    c.rect(125, 70, 24, 5, OCHRE, 1)
    for r, tone in ((1.0, RED), (0.68, CORAL), (0.38, light(OCHRE, 0.3))):
        c.blob(
            [
                (137, 70 - 36 * r),
                (137 + 8 * r, 70 - 20 * r),
                (137 + 9 * r, 70 - 7 * r),
                (137, 70),
                (137 - 9 * r, 70 - 7 * r),
                (137 - 7 * r, 70 - 18 * r),
                (137 - 2 * r, 70 - 22 * r),
            ],
            tone,
        )


@picture("columns/first-aid/banner.jpg", *WIDE)
def first_aid(c: Canvas) -> None:
    """Pressing hands, a heart-beat line, an AED."""
    sky(c, TEAL, light(TEAL, 0.3), 100)
    c.dots(pill(0, 0, c.w, 100), light(TEAL, 0.22), falling(0, 0.0, 0.5), 4)
    for k in range(3):
        c.line(arc(104, 62, 34 + k * 11, 185, 232), 1, light(TEAL, 0.5))
        c.line(arc(104, 62, 34 + k * 11, 308, 355), 1, light(TEAL, 0.5))
    chest = blob([(20, 112), (44, 82), (84, 73), (124, 73), (166, 82), (190, 112)])
    c.poly(chest, NAVY)
    c.shade(chest, dark(NAVY, 0.5), falling(90, -0.1, 0.9), 0.8)
    hand(c, 103, 59, 19, 66, PAPER, SKIN[1], mirror=True, arm=4)
    hand(c, 106, 53, 19, 114, RED, SKIN[0], arm=4)
    pulse(c, -4, 84, 90, 20, 1.6, CREAM)
    pulse(c, 132, 306, 62, 34, 1.8, CREAM, 2)
    pulse(c, 366, 404, 62, 12, 1.8, CREAM)
    aed(c, 336, 52, 74, RED, PAPER)
    heart(c, 219, 24, 12, CORAL)


@picture("columns/gift-of-life/banner.jpg", *WIDE)
def gift(c: Canvas) -> None:
    """A drop goes from hand to hand; lilies and hearts."""
    sky(c, light(ROSE, 0.15), light(ROSE, 0.6), 100)
    for _k in range(22):
        heart(
            c,
            c.rnd.uniform(6, 394),
            c.rnd.uniform(6, 94),
            c.rnd.uniform(3, 8),
            light(CORAL, c.rnd.uniform(0.35, 0.7)),
            c.rnd.uniform(-30, 30),
        )
    for x, y, size in ((40, 92, 30), (64, 98, 22), (356, 92, 30), (332, 99, 22), (378, 100, 20)):
        _lily(c, x, y, size)
    hand(c, 158, 34, 20, 14, TEAL, SKIN[0], OPEN, arm=9)
    hand(c, 246, 76, 20, 186, RED, SKIN[1], OPEN, mirror=True, arm=9)
    for r, share in ((24, 0.55), (17, 0.75)):
        c.disc(206, 50, r, light(ROSE, share))
    drop(c, 206, 54, 32, RED)
    heart(c, 207, 56, 8, PAPER)


def _lily(c: Canvas, x: float, y: float, size: float) -> None:
    c.curve([(x, y - size * 0.5), (x + size * 0.1, y), (x, y + size)], size * 0.06, MOSS)
    c.oval(x + size * 0.3, y + size * 0.1, size * 0.36, size * 0.08, MOSS, -35)
    for angle in (-78, -40, 0, 40, 78):
        tip = blob(
            [
                (x, y - size * 0.3),
                (x - size * 0.13, y - size * 0.75),
                (x, y - size * 1.25),
                (x + size * 0.13, y - size * 0.75),
            ]
        )
        c.poly(_spin(tip, x, y - size * 0.35, angle), PAPER if angle else CREAM)
        c.shade(_spin(tip, x, y - size * 0.35, angle), ROSE, falling(90, -0.3, 0.9), 0.8)
    for dx in (-0.12, 0, 0.12):
        c.line([(x, y - size * 0.4), (x + dx * size, y - size * 0.72)], size * 0.025, OCHRE)
        c.disc(x + dx * size, y - size * 0.74, size * 0.035, BARK)


def _spin(
    points: list[tuple[float, float]], x: float, y: float, angle: float
) -> list[tuple[float, float]]:
    return turned(points, (x, y), angle)


@picture("columns/villages/banner.jpg", *WIDE)
def villages(c: Canvas) -> None:
    """Terraces, a white village, walkers on a winding road."""
    sky(c, light(SKY, 0.3), CREAM, 50)
    sun(c, 64, 22, 8, light(OCHRE, 0.15), OCHRE)
    cloud(c, 180, 18, 16, PAPER, MIST)
    cloud(c, 330, 14, 12, PAPER, MIST)
    hills(c, (light(TEAL, 0.65), light(TEAL, 0.45), light(MOSS, 0.35)), 34, 52, 10, 130)
    terraces(c, 56, 98, (SAGE, light(SAGE, 0.25), MOSS, mix(SAGE, OCHRE, 0.35)), CREAM, 8, 6)
    for k, x in enumerate((222, 246, 268, 293, 314, 337)):
        if k % 2:
            house(c, x, 66 - k % 3, 20, 13)
        else:
            gable(c, x, 66 + k % 3, 19, 23)
    for x, y, tall in ((214, 68, 22), (289, 68, 16), (362, 70, 26), (376, 73, 20), (20, 84, 24)):
        tree(c, x, y, tall, PINE)
    road(
        c,
        ((268, 68, 1.2), (240, 76, 2), (200, 80, 2.6), (160, 84, 3), (110, 92, 4), (70, 104, 6)),
        CREAM,
    )
    for x, y in ((118, 93), (132, 90), (147, 88)):
        person(c, x, y, 24, WALK, replace(VOLUNTEER, pack=OCHRE))


@picture("columns/history-lectures/banner.jpg", *WIDE)
def lectures(c: Canvas) -> None:
    """A boat, a gate and a pagoda rise from an open book."""
    plum = mix(DUSK, BARK, 0.45)
    sky(c, mix(plum, SAND, 0.45), mix(SAND, CREAM, 0.4), 100)
    rays(c, 200, 92, 20, 330, mix(SAND, CREAM, 0.75), 30)
    cloud(c, 60, 40, 22, CREAM, SAND)
    cloud(c, 345, 34, 20, CREAM, SAND)
    sun(c, 236, 22, 10, mix(CORAL, OCHRE, 0.3), OCHRE)
    pagoda(c, 258, 62, 56, mix(CLAY, SAND, 0.4), plum, 6)
    skyline = blob(
        [(104, 66), (130, 50), (164, 56), (212, 46), (250, 56), (288, 50), (300, 66), (200, 84)]
    )
    c.poly(skyline, mix(plum, SAND, 0.3))
    c.shade(skyline, plum, falling(90, 0.7, -0.2), 0.6)
    c.rect(190, 33, 30, 38, mix(STONE, SAND, 0.5))
    c.poly(arc(205, 34, 15, 180, 360), mix(RED, CLAY, 0.5))
    c.poly(arc(205, 34, 10, 180, 360), mix(STONE, SAND, 0.5))
    c.rect(195, 39, 20, 34, dark(BARK, 0.5))
    c.rect(204.6, 39, 0.8, 34, SAND)
    c.disc(202.6, 52, 1, OCHRE)
    c.disc(207.4, 52, 1, OCHRE)
    red_boat(c, 144, 64, 62, CLAY, mix(RED, BARK, 0.2))
    book(c, 200, 97, 160, plum, CREAM, STONE)
    birds(c, 226, 20, 3, plum, 4)


@picture("columns/humanity/banner.jpg", *WIDE)
def humanity(c: Canvas) -> None:
    """A river from mountain tents to a modern city."""
    slate = mix(NAVY, STONE, 0.3)
    sky(c, light(slate, 0.45), light(slate, 0.82), 70)
    peaks(c, ((26, 18), (96, 26), (62, 8), (140, 40)), light(slate, 0.35), slate, PAPER)
    for k in range(17):
        x, tall = 268 + k * 8.4, 14 + (k * 37 % 29) + (10 if 5 < k < 12 else 0)
        c.rect(x, 62 - tall, 7.4, tall + 4, light(slate, 0.2 + (k % 3) * 0.17))
        for row in range(int(tall / 4)):
            c.rect(x + 1.4, 64 - tall + row * 4, 4.6, 1.4, light(slate, 0.75))
    layer(c, ridge(c, 64, 3, 190), mix(SAGE, slate, 0.35), slate)
    layer(c, ridge(c, 72, 3, 150), mix(SAGE, slate, 0.2), slate)
    course = [
        (112, 60, 1.5),
        (140, 64, 2.5),
        (118, 68, 5),
        (176, 76, 8),
        (150, 84, 14),
        (250, 92, 26),
        (290, 104, 50),
    ]
    river(c, course, light(mix(SKY, slate, 0.25), 0.15), CREAM)
    ripples(c, 82, 98, PAPER, 26, 170, 300)
    for x, y, wide in ((18, 82, 28), (52, 78, 22), (76, 92, 30)):
        tent(c, x, y, wide, wide * 0.62, CREAM)
    for k, (x, y) in enumerate(((128, 66), (196, 66), (246, 72), (316, 68), (352, 84))):
        flag(c, x, y - 14 - k, 10 + k, 7 + k * 0.7, pole=16 + k)
    c.line([(306, 78), (398, 66)], 2, PAPER)
    for k in range(7):
        c.line([(312 + k * 13, 77 - k * 1.7), (312 + k * 13, 90)], 1, PAPER)
