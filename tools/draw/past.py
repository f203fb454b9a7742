"""Scenes of history."""

from __future__ import annotations

from dataclasses import replace

from tools.draw.boats import junk, red_boat, steamer
from tools.draw.canvas import Canvas, falling
from tools.draw.land import birds, cloud, hills, rays, ripples, sky, sun, willow
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
    SAGE,
    SAND,
    SKIN,
    SKY,
    STONE,
    dark,
    light,
    mix,
)
from tools.draw.people import CARRY, KNEEL, WALK, Look, cross, person
from tools.draw.register import picture
from tools.draw.shapes import arc, blob, oval, pill
from tools.draw.things import lamp
from tools.draw.village import cottage, flag, pavilion


@picture("columns/history-lectures/2021/first-congress/shikumen.jpg")
def shikumen(c: Canvas) -> None:
    """A shikumen house in the evening."""
    sky(c, NAVY, mix(DUSK, CORAL, 0.45), 80)
    c.disc(22, 16, 5, CREAM)
    c.disc(24, 15, 4.4, mix(NAVY, DUSK, 0.25))
    brick, grey = mix(RED, CLAY, 0.55), mix(STONE, NAVY, 0.35)
    c.rect(36, 22, 116, 70, grey)
    for row in range(23):
        y = 22 + row * 3.05
        c.line([(36, y), (152, y)], 0.2, dark(grey, 0.3))
        for k in range(20):
            x = 36 + (row % 2) * 3 + k * 6
            c.line([(x, y), (x, y + 3.05)], 0.2, dark(grey, 0.3))
        if row % 7 in (0, 1):
            c.rect(36, y, 116, 2.9, brick)
    c.shade(pill(36, 22, 116, 70), INK, falling(20, -0.1, 0.75), 0.6)
    c.poly([(30, 23), (36, 14), (156, 14), (156, 23)], dark(NAVY, 0.3))
    for k in range(30):
        c.line([(36 + k * 4, 14), (34.5 + k * 4, 23)], 0.5, light(NAVY, 0.2))
    for x in (42, 122):
        c.rect(x, 30, 18, 26, brick)
        c.rect(x + 2, 32, 14, 22, light(OCHRE, 0.25))
        c.shade(pill(x + 2, 32, 14, 22), CORAL, falling(90, -0.1, 0.7), 0.6)
        for k in range(3):
            c.rect(x + 2 + k * 6.6, 32, 0.9, 22, BARK)
        c.rect(x + 2, 42, 14, 0.9, BARK)
        c.rect(x - 1, 56, 20, 2, light(STONE, 0.4))
    _stone_gate(c, 91, 92, 1.0)
    c.rect(0, 91, c.w, 10, mix(NAVY, STONE, 0.45))
    c.shade(pill(0, 91, c.w, 9), INK, falling(90, 0, 0.7), 0.6)
    c.poly([(74, 91), (108, 91), (116, 100), (62, 100)], mix(OCHRE, STONE, 0.5))
    lamp(c, 20, 95, 62, INK, light(OCHRE, 0.35))
    person(
        c,
        34,
        97,
        34,
        WALK,
        Look(coat=mix(NAVY, STONE, 0.4), skirt=True, legs=INK, cut="hat", hair=BARK),
    )


def _stone_gate(c: Canvas, x: float, y: float, k: float) -> None:
    stone = light(STONE, 0.55)
    c.rect(x - 19 * k, y - 52 * k, 38 * k, 52 * k, stone)
    c.shade(pill(x - 19 * k, y - 52 * k, 38 * k, 52 * k), STONE, falling(0, -0.1, 0.7), 0.6)
    top = arc(x, y - 50 * k, 19 * k, 180, 360)
    c.poly(top, mix(RED, CLAY, 0.5))
    c.poly(arc(x, y - 51 * k, 14.5 * k, 180, 360), stone)
    c.poly(arc(x, y - 51.5 * k, 9 * k, 180, 360), mix(RED, CLAY, 0.5))
    c.rect(x - 22 * k, y - 52 * k, 44 * k, 3 * k, stone)
    c.rect(x - 13 * k, y - 45 * k, 26 * k, 45 * k, INK)
    c.rect(x - 0.4 * k, y - 45 * k, 0.8 * k, 45 * k, STONE)
    for side in (-1, 1):
        for a in (0, 1, 2):
            c.rect(
                x + side * 6.6 * k - 4.6 * k,
                y - (42 - a * 14.4) * k,
                9.2 * k,
                11.6 * k,
                light(INK, 0.14),
            )
        c.disc(x + side * 3 * k, y - 23 * k, 1.5 * k, OCHRE)
        c.line(arc(x + side * 3 * k, y - 21 * k, 1.8 * k, 0, 180, 8), 0.5 * k, OCHRE)


@picture("columns/humanity/2019/solferino/solferino.jpg")
def solferino(c: Canvas) -> None:
    """A hill town whose church takes people in."""
    sky(c, light(NAVY, 0.35), light(OCHRE, 0.45), 70)
    hills(c, (mix(NAVY, MIST, 0.55), mix(NAVY, SAGE, 0.5)), 38, 48, 4, 80)
    hill = blob(
        [
            (-12, 74),
            (14, 50),
            (34, 36),
            (52, 34),
            (74, 46),
            (96, 62),
            (120, 72),
            (120, 110),
            (-12, 110),
        ]
    )
    c.poly(hill, mix(OCHRE, SAGE, 0.45))
    c.shade(hill, MOSS, falling(0, -0.1, 0.8), 0.7)
    for x, y, wide, tall in (
        (20, 52, 9, 8),
        (29, 44, 8, 9),
        (46, 44, 10, 8),
        (56, 50, 9, 8),
        (36, 54, 10, 8),
    ):
        cottage(c, x, y, wide, tall, mix(CREAM, OCHRE, (x % 4) * 0.15), CLAY, BARK)
    c.rect(38, 14, 9, 30, mix(OCHRE, CREAM, 0.5))
    c.shade(pill(38, 14, 9, 30), BARK, falling(0, -0.1, 0.7), 0.6)
    _front_of_solferino(c)


def _front_of_solferino(c: Canvas) -> None:
    for k in range(4):
        c.rect(37.4 + k * 2.7, 11.6, 1.7, 3, mix(OCHRE, CREAM, 0.5))
    c.rect(41.4, 22, 2.2, 5, INK)
    for x, y, tall in ((8, 66, 18), (14, 62, 20), (70, 58, 18), (78, 62, 15)):
        c.hull([(x, y - tall * 0.3, tall * 0.11), (x, y - tall, tall * 0.02)], PINE)
    _church(c)
    c.poly([(0, 84), (60, 80), (c.w, 82), (c.w, 101), (0, 101)], light(OCHRE, 0.5))
    c.shade(
        [(0, 84), (60, 80), (c.w, 82), (c.w, 101), (0, 101)], OCHRE, falling(90, -0.1, 0.7), 0.6
    )
    for x in (78, 116):
        straw = pill(x, 90, 30, 5, 2)
        c.poly(straw, OCHRE)
        c.hull([(x + 8, 88.6, 2.6), (x + 24, 89, 2.2)], light(NAVY, 0.45))
        c.disc(x + 4, 87.8, 2.6, SKIN[0])
        c.poly(arc(x + 4, 87.4, 2.8, 150, 300), HAIR[1])
    dress = Look(
        coat=mix(NAVY, SKY, 0.3), legs=mix(NAVY, SKY, 0.3), skirt=True, cut="scarf", hair=PAPER
    )
    person(c, 22, 97, 46, CARRY, dress)
    c.poly([(24, 78), (32, 78), (30.6, 86), (25.4, 86)], BARK)
    c.oval(28, 78, 4, 1, SKY)
    person(
        c,
        52,
        95,
        44,
        replace(CARRY, hand=(0.15, 0.6), hand_far=(0.17, 0.6)),
        Look(coat=CORAL, legs=BARK, skirt=True, cut="scarf", hair=CREAM),
    )
    for k in range(3):
        c.rect(56, 68 - k * 1.8, 9, 1.7, mix(PAPER, STONE, 0.12 * k), 0.6)
    person(c, 100, 97, 44, KNEEL, replace(dress, coat=light(OCHRE, 0.1), legs=BARK), -1)


def _church(c: Canvas) -> None:
    wall = light(CREAM, 0.2)
    c.poly([(92, 84), (92, 44), (117, 26), (142, 44), (142, 84)], wall)
    c.shade(
        [(92, 84), (92, 44), (117, 26), (142, 44), (142, 84)], CLAY, falling(20, -0.2, 0.5), 0.6
    )
    c.line([(89, 46), (117, 25), (145, 46)], 2.2, CLAY)
    c.poly([*arc(117, 62, 9, 180, 360), (126, 84), (108, 84)], dark(NAVY, 0.3))
    c.shade(pill(108, 54, 18, 30), OCHRE, falling(90, -0.3, 0.8), 0.7)
    c.disc(117, 43, 5, mix(NAVY, SKY, 0.5))
    c.disc(117, 43, 2, wall)
    for x in (97, 133):
        c.poly([*arc(x + 2, 60, 2, 180, 360), (x + 4, 70), (x, 70)], NAVY)
    c.rect(116.3, 15, 1.4, 11, BARK)
    c.rect(113.8, 17.6, 6.4, 1.4, BARK)


@picture("columns/humanity/2024/shanghai-1904/bund.jpg")
def bund(c: Canvas) -> None:
    """The riverfront of Shanghai about 1904."""
    sepia = mix(BARK, SAND, 0.6)
    sky(c, mix(SAND, CLAY, 0.3), CREAM, 60)
    sun(c, 118, 20, 6, CORAL, OCHRE)
    for k, (wide, tall) in enumerate(
        (
            (14, 18),
            (10, 13),
            (16, 22),
            (12, 16),
            (18, 20),
            (11, 26),
            (15, 17),
            (14, 14),
            (16, 20),
            (14, 15),
            (18, 12),
        )
    ):
        x = -4 + k * 14.4
        c.rect(x, 54 - tall, wide, tall, mix(sepia, CREAM, 0.3 + (k % 3) * 0.12))
        for row in range(int(tall / 5)):
            for j in range(int(wide / 3.4)):
                c.rect(x + 1.2 + j * 3.3, 56 - tall + row * 4.6, 1.5, 2.8, sepia)
        if k in (2, 5):
            c.poly([(x, 54 - tall), (x + wide / 2, 48 - tall), (x + wide, 54 - tall)], BARK)
    c.shade(pill(0, 28, c.w, 26), CREAM, falling(90, -0.2, 0.6), 0.6)
    c.rect(0, 53, c.w, 47, mix(SAND, STONE, 0.3))
    c.shade(pill(0, 53, c.w, 47), BARK, falling(90, -0.1, 0.8), 0.7)
    ripples(c, 55, 98, CREAM, 90)
    junk(c, 26, 64, 30, mix(CLAY, SAND, 0.35))
    junk(c, 132, 62, 24, mix(CLAY, SAND, 0.5))
    steamer(c, 84, 74, 74, dark(BARK, 0.25), mix(STONE, SAND, 0.4), flagged=True)
    junk(c, 24, 93, 46, mix(RED, CLAY, 0.45), dark(BARK, 0.3))
    c.rect(138, 18, 1.8, 90, dark(BARK, 0.3))
    for y in (22, 27):
        c.rect(131, y, 16, 1.3, dark(BARK, 0.3))
        for x in (132, 136, 141.5, 145.5):
            c.rect(x, y - 1.8, 1, 2, PAPER)
        c.curve([(132, y - 1.6), (100, y + 5), (60, y + 2), (-2, y - 6)], 0.22, dark(BARK, 0.3))
    c.poly([(112, 101), (118, 94), (152, 92), (152, 101)], dark(BARK, 0.2))
    birds(c, 50, 12, 2.4, BARK, 4)


@picture("columns/humanity/2024/conventions/conventions.jpg")
def conventions(c: Canvas) -> None:
    """Four bound documents with four signs."""
    slate = mix(NAVY, STONE, 0.35)
    sky(c, light(slate, 0.7), light(slate, 0.5), 100)
    c.rect(0, 80, c.w, 20, mix(CLAY, BARK, 0.4))
    c.shade(pill(0, 80, c.w, 20), INK, falling(90, 0.55, 0), 0.6)
    tones = (mix(NAVY, SKY, 0.15), NAVY, slate, mix(NAVY, MOSS, 0.5))
    for k, tone in enumerate(tones):
        x = 10 + k * 33.5
        c.poly([(x + 27, 16), (x + 31, 19), (x + 31, 83), (x + 27, 86)], CREAM)
        cover = pill(x, 14, 28, 72, 1)
        c.poly(cover, tone)
        c.shade(cover, dark(tone, 0.6), falling(30, -0.2, 0.8), 0.75)
        c.rect(x + 2.6, 14, 1, 72, OCHRE)
        c.rect(x + 7, 26, 18, 24, CREAM, 1)
        for j in range(3):
            c.rect(x + 9 + j, 60 + j * 4, 14 - 2 * j, 1.2, OCHRE)
        c.rect(x + 14.5, 76, 3, 16, RED if k % 2 == 0 else OCHRE)
    _four_signs(c)


def _four_signs(c: Canvas) -> None:
    c.poly([(19, 44), (26, 31), (33, 44)], NAVY)
    c.poly([(24, 44), (26, 37), (28, 44)], CREAM)
    cross(c, 26, 47.4, 3.4)
    c.poly([(51.5, 40), (67.5, 40), (64.5, 46), (54.5, 46)], NAVY)
    c.rect(56, 36, 7, 4, NAVY)
    c.rect(58, 32, 2.4, 4, RED)
    c.curve([(51, 47.6), (55, 46.6), (59, 47.6), (63, 46.6), (68, 47.6)], 0.7, NAVY)
    for k in range(3):
        y = 32 + k * 5.5
        c.line([(85.5, y), (100.5, y)], 0.7, NAVY)
        for j in range(4):
            x = 87.6 + j * 3.6
            c.line([(x - 0.9, y - 1.2), (x + 0.9, y + 1.2)], 0.5, NAVY)
            c.line([(x + 0.9, y - 1.2), (x - 0.9, y + 1.2)], 0.5, NAVY)
    for x, tall, tone in ((122, 14, NAVY), (130, 13, RED), (126, 8, OCHRE)):
        c.disc(x, 47 - tall, tall * 0.15, tone)
        c.hull([(x, 47 - tall * 0.66, tall * 0.13), (x, 46.4, tall * 0.18)], tone)


@picture("media/nanhu-boat.jpg")
def nanhu(c: Canvas) -> None:
    """The painted boat in the morning."""
    sky(c, light(CORAL, 0.35), light(OCHRE, 0.6), 56)
    sun(c, 104, 32, 9, light(OCHRE, 0.2), CORAL)
    hills(c, (light(SAGE, 0.5), light(SAGE, 0.15)), 42, 49, 3, 60)
    island = blob([(0, 58), (10, 52), (44, 50), (62, 56), (40, 60), (0, 61)])
    c.poly(island, MOSS)
    pavilion(c, 26, 54, 26)
    c.rect(0, 56, c.w, 46, mix(SAGE, MIST, 0.4))
    c.fade(pill(0, 56, c.w, 26), light(OCHRE, 0.5), falling(90, 0.9, 0))
    c.shade(pill(0, 56, c.w, 44), PINE, falling(90, -0.2, 0.9), 0.8)
    for k in range(12):
        wide = 13 - k * 0.7
        c.line(
            [
                (104 - wide + c.rnd.uniform(-2, 2), 59 + k * 3),
                (104 + wide + c.rnd.uniform(-2, 2), 59 + k * 3),
            ],
            0.6,
            light(OCHRE, 0.45),
        )
    c.fade(oval(80, 84, 44, 7), dark(PINE, 0.3), lambda _u, v: 0.75 - abs(v - 0.5) * 1.3)
    red_boat(c, 80, 80, 78)
    ripples(c, 86, 99, light(SAGE, 0.6), 26)
    willow(c, 146, 64, 62, MOSS, lean=-1)
    birds(c, 50, 22, 2.2, BARK)


@picture("media/flag.jpg")
def banner_flag(c: Canvas) -> None:
    """The flag with the red cross in the wind."""
    sky(c, mix(SKY, NAVY, 0.35), light(SKY, 0.35), 100)
    for x, y, size in ((30, 78, 17), (120, 86, 22), (76, 93, 15), (132, 18, 10), (14, 24, 8)):
        cloud(c, x, y, size, PAPER, MIST)
    flag(c, 34, 20, 88, 54, pole=90)
    c.disc(34, 12, 2, OCHRE)
    birds(c, 124, 40, 4, NAVY, 1)


@picture("media/centenary-2021.jpg", 1600, 600)
def centenary(c: Canvas) -> None:
    """The boat, ribbons across the sky, sunrise."""
    sky(c, light(CORAL, 0.2), light(OCHRE, 0.55), 62)
    rays(c, 188, 58, 26, 330, light(OCHRE, 0.55), 36)
    sun(c, 188, 58, 22, OCHRE, CORAL)
    for k, tone in enumerate((RED, CORAL, mix(RED, OCHRE, 0.6), dark(RED, 0.2))):
        top = blob(
            [
                (-6, 8 + k * 6),
                (44, 24 + k * 5),
                (96, 5 + k * 6),
                (156, 22 + k * 3.6),
                (210, 5 + k * 3),
                (276, 15 - k * 3),
            ],
            closed=False,
        )
        low = [(x, y + 4 + 2.4 * (1 - abs(x / c.w - 0.4))) for x, y in top]
        c.poly([*top, *low[::-1]], tone)
        c.shade([*top, *low[::-1]], dark(tone, 0.4), falling(0, 0.5, -0.1), 0.6)
    hills(c, (mix(OCHRE, CLAY, 0.4), mix(CLAY, RED, 0.3)), 52, 60, 4, 90)
    c.rect(0, 66, c.w, 40, mix(RED, OCHRE, 0.5))
    c.shade(pill(0, 66, c.w, 34), dark(RED, 0.3), falling(90, -0.1, 0.95), 0.8)
    for k in range(10):
        wide = 26 - k * 1.6
        c.line(
            [
                (188 - wide + c.rnd.uniform(-3, 3), 69 + k * 3),
                (188 + wide + c.rnd.uniform(-3, 3), 69 + k * 3),
            ],
            0.8,
            light(OCHRE, 0.4),
        )
    red_boat(c, 96, 84, 92, dark(CLAY, 0.1), RED)
    ripples(c, 80, 98, light(OCHRE, 0.5), 40)
