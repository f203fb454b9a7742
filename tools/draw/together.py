"""The gallery of village notes: roads, terraces, bridges and yards."""

from __future__ import annotations

import math
from dataclasses import replace

from tools.draw.canvas import Canvas, falling, glowing
from tools.draw.land import (
    bamboo,
    birds,
    bush,
    hills,
    layer,
    pine,
    ridge,
    ripples,
    river,
    road,
    sky,
    sun,
    terraces,
    tree,
    tuft,
)
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
    SAND,
    SKIN,
    SKY,
    STONE,
    TEAL,
    dark,
    light,
    mix,
)
from tools.draw.people import BEND, CROWD, READ, SIT, VOLUNTEER, WALK, Look, person, seat
from tools.draw.register import picture
from tools.draw.shapes import arc, blob, oval, pill
from tools.draw.things import lamp
from tools.draw.village import TILE, gable, house

NOTES = "galleries/village-notes"


@picture(f"{NOTES}/01-mountain-road.jpg", 1600, 900)
def mountain_road(c: Canvas) -> None:
    """A small bus on a winding road among misty mountains."""
    sky(c, light(TEAL, 0.45), CREAM, 70)
    sun(c, 142, 18, 6, light(OCHRE, 0.2), OCHRE)
    for k, tone in enumerate((light(TEAL, 0.7), light(TEAL, 0.5), light(TEAL, 0.25), TEAL)):
        line = ridge(c, 34 + k * 12, 9 - k, 52 + k * 9)
        layer(c, line, tone, dark(tone, 0.25))
        c.shade(pill(0, 44 + k * 12, c.w, 16), CREAM, lambda _u, v: 0.62 - abs(v - 0.6) * 1.5, 0.5)
    slope = [*ridge(c, 82, 4, 130), (c.w + 1, 101), (-1, 101)]
    c.poly(slope, PINE)
    road(
        c,
        (
            (40, 66, 0.8),
            (72, 68, 1.2),
            (104, 74, 1.6),
            (90, 79, 2),
            (54, 83, 2.8),
            (66, 90, 3.8),
            (120, 94, 5),
            (186, 104, 8),
        ),
        CREAM,
    )
    c.rect(96, 84, 24, 10.6, OCHRE, 2)
    c.rect(98, 86, 20, 4, light(SKY, 0.4), 0.6)
    for k in range(3):
        c.rect(102.6 + k * 5, 86, 0.7, 4, OCHRE)
    c.rect(96, 91.6, 24, 1.1, RED)
    for x in (101, 115):
        c.disc(x, 94.8, 2.2, INK)
        c.disc(x, 94.8, 0.9, STONE)
    for x, y, tall in (
        (14, 92, 24),
        (24, 96, 20),
        (140, 88, 22),
        (152, 92, 28),
        (168, 90, 22),
        (6, 99, 26),
    ):
        pine(c, x, y, tall, dark(PINE, 0.15))


@picture(f"{NOTES}/02-terraces.jpg")
def terrace_fields(c: Canvas) -> None:
    """Spring terraces full of water, two farmers plant rice."""
    sky(c, light(CORAL, 0.5), light(SKY, 0.6), 36)
    hills(c, (light(DUSK, 0.6), light(DUSK, 0.4)), 22, 30, 5, 60)
    terraces(
        c, 38, 96, (light(SKY, 0.35), light(SAGE, 0.3), SKY, SAGE, light(ROSE, 0.3)), MOSS, 10, 7
    )
    house(c, 112, 46, 18, 9)
    tree(c, 136, 50, 18, MOSS)
    tree(c, 108, 47, 13, PINE)
    for _ in range(70):
        tuft(c, c.rnd.uniform(0, c.w), c.rnd.uniform(70, 99), c.rnd.uniform(1.4, 2.6), MOSS)
    person(c, 42, 82, 34, BEND, Look(coat=NAVY, legs=STONE, cut="hat", hair=SAND))
    person(c, 92, 92, 40, BEND, Look(coat=CORAL, legs=NAVY, cut="hat", hair=OCHRE), -1)
    birds(c, 30, 14, 2.2, DUSK, 4)


@picture(f"{NOTES}/03-covered-bridge.jpg")
def covered_bridge(c: Canvas) -> None:
    """A covered bridge over a stream."""
    sky(c, light(MIST, 0.2), CREAM, 60)
    hills(c, (light(MOSS, 0.6), light(MOSS, 0.35), MOSS, PINE), 26, 60, 6, 66)
    river(c, [(70, 62, 5), (84, 72, 16), (68, 84, 32), (84, 104, 62)], light(TEAL, 0.3), CREAM)
    ripples(c, 74, 98, PAPER, 34, 44, 112)
    for side in (-1, 1):
        stone = [
            (75 + side * 80, 58),
            (75 + side * 40, 60),
            (75 + side * 34, 76),
            (75 + side * 46, 92),
            (75 + side * 80, 96),
        ]
        c.poly(stone, STONE)
        c.shade(stone, INK, falling(90, 0, 0.7), 0.6)
    arch = [*arc(75, 88, 41, 194, 346), *arc(75, 84, 47, 342, 198)]
    c.poly(arch, BARK)
    for k in range(11):
        x = 35 + k * 8
        c.line([(x, 54), (75 + (x - 75) * 0.88, 47 + abs(x - 75) * 0.32)], 0.7, BARK)
    c.poly([(24, 56), (75, 46), (126, 56), (126, 60), (75, 50), (24, 60)], mix(RED, BARK, 0.4))
    for k in range(13):
        x = 27 + k * 8
        y = 56 - 9.6 * (1 - abs(x - 75) / 51)
        c.rect(x - 0.7, y - 15, 1.4, 16, mix(RED, BARK, 0.25))
        c.line([(x, y - 4), (x + 4, y - 4)], 0.5, BARK)
    roof = [
        *blob([(18, 44), (44, 37.4), (75, 32), (106, 37.4), (132, 44)], closed=False),
        *blob([(124, 37), (98, 30), (75, 25), (52, 30), (26, 37)], closed=False),
    ]
    c.poly(roof, TILE)
    c.shade(roof, INK, falling(90, -0.1, 0.8), 0.7)
    c.poly([(58, 30), (64, 24), (86, 24), (92, 30), (96, 29), (86, 18), (64, 18), (54, 29)], TILE)
    person(c, 66, 50.6, 12, WALK, replace(VOLUNTEER, pack=OCHRE))
    person(c, 74, 49.6, 12, WALK, VOLUNTEER)
    for x, y, tall in ((8, 62, 34), (140, 62, 40), (128, 60, 26)):
        tree(c, x, y, tall, PINE)
    for x, y in ((50, 92), (97, 95), (61, 98)):
        c.oval(x, y, 5, 2.4, STONE)


@picture(f"{NOTES}/04-bamboo-path.jpg", 1280, 1600)
def bamboo_path(c: Canvas) -> None:
    """A stone path climbs through bamboo."""
    sky(c, light(SAGE, 0.5), light(OCHRE, 0.7), 100)
    c.shade(oval(44, 30, 40, 40), PAPER, glowing(0, 0.8), 0.6)
    for _ in range(16):
        x = c.rnd.uniform(-2, 82)
        bamboo(c, x, 74, c.rnd.uniform(64, 84), light(SAGE, 0.3), light(SAGE, 0.15))
    ground = blob([(-10, 78), (16, 70), (42, 66), (66, 70), (92, 76), (92, 116), (-10, 116)])
    c.poly(ground, MOSS)
    c.shade(ground, PINE, falling(90, -0.1, 0.8), 0.7)
    for k in range(11):
        share = k / 10
        x, y = 44 + 7 * math.sin(k * 0.75) * (0.4 + share), 67 + share**1.5 * 34
        wide = 5 + 20 * share**1.3
        c.rect(x - wide / 2, y, wide, 1.6 + 3 * share, light(STONE, 0.55), 0.8)
        c.rect(x - wide / 2, y + 1.3 + 2.2 * share, wide, 0.6 + 1.2 * share, STONE, 0.5)
    person(c, 48, 80, 18, WALK, replace(VOLUNTEER, pack=NAVY))
    person(c, 38, 88, 23, WALK, replace(VOLUNTEER, cut="bun", pack=OCHRE))
    for x in (3, 11, 17, 64, 71, 78):
        bamboo(c, x, 102, c.rnd.uniform(86, 108), MOSS, PINE)


@picture(f"{NOTES}/05-courtyard.jpg", 1600, 1600)
def courtyard(c: Canvas) -> None:
    """A talk at a low table in a courtyard."""
    sky(c, light(SKY, 0.3), CREAM, 40)
    gable(c, -8, 74, 34, 58)
    gable(c, 76, 74, 34, 58)
    house(c, 26, 74, 50, 32, PAPER, TILE, RED)
    for x in (33, 63):
        c.rect(x, 49, 4, 10, RED)
    for k in range(5):
        c.oval(30 + k * 10, 44, 1.8, 2.4, CORAL)
    c.rect(0, 74, 100, 28, light(STONE, 0.5))
    for k in range(5):
        c.line([(0, 76 + k * k * 1.4), (100, 76 + k * k * 1.4)], 0.3, STONE)
    c.shade(pill(0, 74, 100, 26), STONE, falling(90, 0.5, -0.1), 0.6)
    c.oval(50, 95, 40, 5, mix(STONE, NAVY, 0.25))
    seat(c, 24, 95, 44, BARK)
    person(c, 24, 95, 44, READ, replace(VOLUNTEER, cut="bob"))
    c.box(35.4, 74.4, 6, 8, PAPER, -12)
    seat(c, 78, 95, 44, BARK)
    person(
        c,
        78,
        95,
        44,
        replace(SIT, elbow=(0.08, 0.46), hand=(0.2, 0.52)),
        Look(coat=TEAL, legs=NAVY, cut="bun", hair=HAIR[2], skin=SKIN[1]),
        -1,
    )
    c.oval(51, 84, 14, 2.6, CLAY)
    c.rect(49, 85, 4, 11, BARK)
    c.rect(43, 80, 4, 3.4, light(SKY, 0.5), 0.8)
    c.rect(55, 80, 4, 3.4, light(SKY, 0.5), 0.8)
    c.hull([(50.6, 81, 2.2), (50.6, 79, 1.4)], RED)
    for x in (6, 92):
        c.poly([(x - 4, 90), (x + 4, 90), (x + 3, 98), (x - 3, 98)], CLAY)
        bush(c, x, 91, 14, MOSS)
        for k in range(5):
            c.disc(x - 4 + k * 2, 87 + (k * 3 % 4), 0.9, CORAL)


@picture(f"{NOTES}/06-autumn-drying.jpg", 1600, 900)
def drying(c: Canvas) -> None:
    """Round trays of harvest dry in the autumn sun, seen from above."""
    sky(c, mix(TILE, BARK, 0.2), mix(TILE, STONE, 0.3), 100)
    for row in range(18):
        for k in range(46):
            x, y = k * 4 + (row % 2) * 2, row * 6
            c.line(arc(x, y, 2, 0, 180, 6), 0.4, light(TILE, 0.22))
    c.shade(pill(0, 0, c.w, 100), INK, falling(35, -0.1, 0.6), 0.5)
    for y in (30, 66):
        c.line([(-2, y + 3), (c.w + 2, y - 3)], 1.6, CLAY)
    crops = (CORAL, OCHRE, RED, SAND, MOSS, mix(OCHRE, RED, 0.4))
    for k in range(13):
        x, y = (
            16 + (k % 5) * 36 + (18 if 4 < k < 9 else 0),
            (17, 50, 84)[0 if k < 5 else 1 if k < 9 else 2],
        )
        if k >= 9:
            x = 16 + (k - 9) * 36
        c.shade(oval(x + 1.4, y + 1.8, 14.6, 14.6), INK, glowing(0.9, 0.9), 0.5)
        c.disc(x, y, 14.4, mix(OCHRE, BARK, 0.3))
        c.disc(x, y, 13, SAND)
        tone = crops[k % 6]
        c.disc(x, y, 11.6, light(tone, 0.15))
        for _ in range(95):
            a, r = c.rnd.uniform(0, math.tau), 11 * math.sqrt(c.rnd.random())
            c.oval(
                x + r * math.cos(a),
                y + r * math.sin(a),
                1.1,
                0.6,
                mix(tone, dark(tone, 0.35), c.rnd.random()),
                c.rnd.uniform(0, 180),
            )
    c.disc(166, 84, 13.5, SAND)
    c.disc(166, 84, 7, light(OCHRE, 0.3))
    c.line(oval(166, 84, 7.4, 7.4), 1.1, RED)
    c.hull([(160, 94, 3), (150, 90, 2.4)], NAVY)
    c.disc(148, 89.4, 2.2, SKIN[1])
    c.hull([(176, 92, 3), (178, 100, 3)], NAVY)


@picture(f"{NOTES}/07-village-hall.jpg")
def hall(c: Canvas) -> None:
    """An evening in the village hall: a first-aid film under lanterns."""
    sky(c, dark(NAVY, 0.2), mix(NAVY, CLAY, 0.4), 90)
    for k in range(9):
        c.rect(k * 19 - 2, 0, 3.4, 70, dark(BARK, 0.35))
    c.rect(0, 8, c.w, 4, dark(BARK, 0.2))
    c.poly([(40, 16), (112, 16), (112, 54), (40, 54)], light(SKY, 0.65))
    c.shade(pill(40, 16, 72, 38), SKY, falling(60, -0.1, 0.6), 0.5)
    for k in range(2):
        c.disc(66 + k * 22, 30, 4, SKIN[k])
    c.hull([(66, 40, 4), (66, 50, 5)], RED)
    c.hull([(88, 40, 4), (88, 50, 5)], TEAL)
    c.line([(69, 41), (78, 44), (85, 42)], 2.4, PAPER)
    c.line([(40, 55), (112, 55)], 1.2, BARK)
    for x in (14, 30, 122, 138):
        c.shade(oval(x, 26, 15, 15), OCHRE, glowing(-0.1, 0.85), 0.8)
        c.line([(x, 8), (x, 20)], 0.5, OCHRE)
        c.oval(x, 26, 5.4, 6, RED)
        c.shade(oval(x, 26, 5.4, 6), OCHRE, glowing(-0.1, 0.8), 0.6)
        c.rect(x - 2, 31.4, 4, 1.2, OCHRE)
        c.line([(x, 32), (x, 37)], 0.7, RED)
    c.rect(0, 68, c.w, 34, mix(BARK, CLAY, 0.4))
    c.shade(pill(0, 68, c.w, 32), INK, falling(90, 0.1, 0.8), 0.6)
    c.shade(
        [(40, 56), (112, 56), (140, 100), (12, 100)], light(SKY, 0.4), falling(90, 0.5, -0.1), 0.35
    )
    for row, (y, tall) in enumerate(((83, 30), (92, 34), (102, 39))):
        for k in range(6):
            x = 16 + row * 5 + k * 21 - row * 3
            face = 1 if x < 75 else -1
            seat(c, x, y, tall, dark(BARK, 0.2))
            person(c, x, y, tall, SIT, CROWD[(k * 5 + row * 2) % 6], face)


@picture(f"{NOTES}/08-stream-night.jpg", 1280, 1600)
def stream_night(c: Canvas) -> None:
    """Moonlight over a village stream, one lit window."""
    sky(c, dark(NAVY, 0.35), mix(NAVY, DUSK, 0.5), 70)
    c.shade(oval(56, 20, 24, 24), CREAM, glowing(-0.1, 0.7), 0.7)
    c.disc(56, 20, 7, CREAM)
    for _ in range(46):
        c.disc(c.rnd.uniform(0, 80), c.rnd.uniform(0, 42), c.rnd.uniform(0.12, 0.36), SAND)
    hills(c, (mix(NAVY, DUSK, 0.3), dark(NAVY, 0.25), dark(NAVY, 0.45)), 40, 58, 5, 44)
    wall = mix(DUSK, PAPER, 0.4)
    gable(c, 4, 72, 22, 28, wall)
    house(c, 30, 72, 24, 13, wall)
    gable(c, 58, 74, 20, 26, mix(wall, NAVY, 0.2))
    c.shade(oval(34.6, 65, 12, 12), OCHRE, glowing(-0.1, 0.9), 0.9)
    c.rect(32.6, 63, 4.4, 4.4, light(OCHRE, 0.35))
    c.line([(34.8, 63), (34.8, 67.4)], 0.4, BARK)
    layer(c, ridge(c, 72, 0.8, 60), dark(PINE, 0.45))
    river(c, [(52, 72, 3), (40, 80, 10), (46, 90, 17), (28, 106, 30)], mix(NAVY, TEAL, 0.55), SKY)
    ripples(c, 77, 98, light(SKY, 0.3), 22, 26, 58)
    for k in range(7):
        c.line([(47 - k * 0.8 - 2, 78 + k * 2.6), (47 - k * 0.8 + 2.4, 78 + k * 2.6)], 0.5, CREAM)
    lamp(c, 69, 94, 30, INK, light(OCHRE, 0.3))
    person(c, 61, 96, 20, WALK, VOLUNTEER, -1)
    for _ in range(10):
        tuft(c, c.rnd.uniform(0, 22), c.rnd.uniform(84, 100), 4, dark(PINE, 0.6))
