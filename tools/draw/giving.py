"""Scenes of giving: blood, cells, remembrance, leaflets and services."""

from __future__ import annotations

import math

from tools.draw.canvas import Canvas, falling
from tools.draw.hands import FIST, Frame, hand
from tools.draw.land import hills, layer, ridge, sky, tree, willow
from tools.draw.palette import (
    CLAY,
    CORAL,
    CREAM,
    DUSK,
    INK,
    MOSS,
    NAVY,
    OCHRE,
    PAPER,
    RED,
    ROSE,
    SAGE,
    SAND,
    SKIN,
    SKY,
    STONE,
    TEAL,
    Colour,
    dark,
    light,
    mix,
)
from tools.draw.people import GIVE, READ, Look, cross, person
from tools.draw.register import picture
from tools.draw.shapes import hull, oval, pill
from tools.draw.signs import drop, heart
from tools.draw.things import leaflet


@picture("columns/gift-of-life/2019/blood/blood.jpg")
def blood(c: Canvas) -> None:
    """An arm on a rest, a tube and a bag."""
    sky(c, light(ROSE, 0.55), light(ROSE, 0.25), 90)
    for k in range(7):
        heart(
            c,
            14 + k * 9 + c.rnd.uniform(-2, 2),
            14 + (k * 7) % 17,
            4 + k % 3,
            light(CORAL, 0.55),
            c.rnd.uniform(-20, 20),
        )
    c.rect(0, 80, c.w, 20, light(RED, 0.35))
    c.shade(pill(0, 80, c.w, 20), RED, falling(90, 0.6, 0), 0.6)
    c.hull([(22, 74, 7), (120, 74, 7)], mix(ROSE, RED, 0.45))
    c.shade(hull([(22, 74, 7), (120, 74, 7)]), dark(RED, 0.2), falling(90, -0.2, 0.8), 0.7)
    c.rect(128, 6, 1.6, 76, STONE)
    c.rect(118, 6, 16, 1.6, STONE, 0.8)
    c.rect(112, 14, 20, 30, PAPER, 4)
    c.shade(pill(112, 14, 20, 30, 4), ROSE, falling(45, -0.1, 0.6), 0.6)
    c.rect(114, 24, 16, 18, RED, 3)
    c.shade(pill(114, 24, 16, 18, 3), dark(RED, 0.5), falling(45, -0.2, 0.8), 0.7)
    c.disc(122, 31, 4, PAPER)
    drop(c, 122, 31.6, 5, RED, shine=False)
    c.rect(120.6, 8, 2.8, 6, STONE)
    f = Frame(c, 88, 62, 12, 180)
    arm = [(-4.8, -0.1, 0.72), (-1.2, 0, 0.62), (0.6, 0, 0.5)]
    shape = f.hull(arm[:2], SKIN[0]), f.hull(arm[1:], SKIN[0])
    for part in shape:
        c.shade(part, dark(SKIN[0], 0.3), falling(90, -0.2, 0.6), 0.6)
    hand(c, 62, 62, 12, 180, SKIN[0], SKIN[0], FIST, mirror=True, arm=0.8, thumb=False)
    c.disc(53, 61, 6.4, RED)
    c.shade(oval(53, 61, 6.4, 6.4), dark(RED, 0.5), falling(60, -0.2, 0.8), 0.8)
    for k in range(4):
        c.hull([(58 - k * 0.6, 56.4 + k * 3.2, 1.7), (50.5, 57.2 + k * 2.7, 1.5)], SKIN[0])
    c.rect(126, 51, 40, 24, PAPER, 3)
    c.shade(pill(126, 51, 40, 24, 3), ROSE, falling(90, 0, 0.7), 0.6)
    c.rect(117, 52.4, 5, 20, CORAL, 1)
    c.curve([(122, 44), (122, 49), (112, 50), (101, 50), (98, 58), (100, 62)], 1.2, RED)
    c.box(101, 61.6, 9, 6, PAPER, 8)
    c.rect(14, 60.5, 12, 14, light(SKY, 0.4), 1.5)
    c.rect(15, 65, 10, 9, SKY, 1.2)
    c.shade(pill(14, 60.5, 12, 14, 1.5), TEAL, falling(0, -0.2, 0.6), 0.5)


@picture("columns/gift-of-life/2022/memorial/memorial.jpg")
def memorial(c: Canvas) -> None:
    """A memorial wall with white chrysanthemums in soft rain."""
    sky(c, light(STONE, 0.35), light(SAGE, 0.75), 70)
    hills(c, (light(SAGE, 0.62), light(SAGE, 0.42), light(MOSS, 0.35)), 42, 58, 4, 80)
    layer(c, ridge(c, 72, 0.8, 140), light(SAGE, 0.15), MOSS)
    wall = [(46, 36), (62, 32), (146, 32), (146, 76), (46, 76)]
    c.poly(wall, light(STONE, 0.55))
    c.shade(wall, STONE, falling(60, -0.1, 0.7), 0.7)
    c.rect(44, 75, 106, 3.6, STONE)
    for row in range(5):
        for k in range(6):
            c.rect(
                66 + k * 13, 39 + row * 6.6, 9.5 - (k * 3 + row * 5) % 4, 1, mix(STONE, PAPER, 0.25)
            )
    heart(c, 55, 48, 10, PAPER)
    willow(c, 14, 86, 78, MOSS)
    for k in range(26):
        x, y = 44 + k * 4.3 + c.rnd.uniform(-1, 1), 88 + (k * 5) % 9
        c.curve([(x, y - 6), (x + 0.6, y), (x, y + 8)], 0.7, MOSS)
        c.oval(x + 2, y + 2, 2, 0.8, MOSS, -25)
        _chrysanthemum(c, x, y - 7, 3.4 + c.rnd.uniform(-0.4, 0.8))
    for _ in range(90):
        left, top = c.rnd.uniform(0, c.w), c.rnd.uniform(0, 96)
        c.line([(left, top), (left - 0.8, top + c.rnd.uniform(2, 4))], 0.16, PAPER)


def _chrysanthemum(c: Canvas, x: float, y: float, r: float) -> None:
    for ring, count, tone in ((1.0, 15, light(STONE, 0.75)), (0.72, 12, PAPER), (0.42, 8, CREAM)):
        for k in range(count):
            a = k * math.tau / count + ring
            px, py = x + math.cos(a) * r * ring * 0.62, y + math.sin(a) * r * ring * 0.5
            c.oval(px, py, r * 0.36 * ring + 0.2, r * 0.13, tone, math.degrees(a))
    c.disc(x, y, r * 0.15, light(OCHRE, 0.35))


@picture("media/stem-cell.jpg")
def stem_cell(c: Canvas) -> None:
    """Two people joined by a ring of cells."""
    sky(c, light(DUSK, 0.6), light(ROSE, 0.55), 80)
    c.rect(30, 30, 90, 46, light(DUSK, 0.5))
    c.poly([(26, 30), (75, 16), (124, 30)], light(DUSK, 0.35))
    for k in range(9):
        c.rect(34 + k * 9.6, 36, 4.6, 12, light(DUSK, 0.75))
        c.rect(34 + k * 9.6, 54, 4.6, 12, light(DUSK, 0.75))
    for at, low, tall in ((8, 78, 44), (24, 76, 34), (128, 76, 36), (143, 79, 46)):
        tree(c, at, low, tall, mix(DUSK, SAGE, 0.4))
    layer(c, ridge(c, 76, 1, 120), mix(SAGE, DUSK, 0.2), DUSK)
    person(c, 28, 97, 72, GIVE, Look(coat=CORAL, legs=NAVY, cut="long"))
    person(c, 122, 97, 72, GIVE, Look(coat=TEAL, legs=INK, skin=SKIN[1]), -1)
    for k in range(20):
        a = k * math.tau / 20
        x, y, r = 75 + 25 * math.cos(a), 50 + 25 * math.sin(a), 4.1 + (k * 7 % 5) * 0.4
        tone = (CORAL, ROSE, light(RED, 0.25), light(DUSK, 0.25))[k % 4]
        c.disc(x, y, r, tone)
        c.shade(oval(x, y, r, r), dark(tone, 0.4), falling(45, -0.3, 0.8), 0.7)
        c.disc(x - r * 0.15, y - r * 0.1, r * 0.42, light(tone, 0.5))
    heart(c, 75, 50, 19, RED)
    c.shade(oval(75, 50, 11, 11), dark(RED, 0.4), falling(60, -0.5, 0.3), 0.5)


@picture("columns/party-building-pioneer/2018/two-villages/leaflets.jpg")
def leaflets(c: Canvas) -> None:
    """A fan of four leaflets on a wooden table."""
    planks(c, light(CLAY, 0.35))
    tones = (TEAL, RED, DUSK, CORAL)
    frames = [
        leaflet(
            c,
            42 + k * 22,
            46 + abs(k - 1.5) * 5 - (2 if k == 1 else 0),
            62,
            -21 + k * 14,
            tones[k],
            mix(PAPER, SAND, 0.35 if k % 2 else 0.0),
        )
        for k in range(4)
    ]
    f = frames[0]
    f.hull([(-0.16, -0.05, 0.055), (0.06, -0.05, 0.06)], SKIN[0])
    f.hull([(0.06, -0.09, 0.055), (0.15, -0.02, 0.055), (0.06, 0.0, 0.05)], SKIN[0])
    for k in range(3):
        f.line([(-0.1 + k * 0.05, -0.11), (-0.08 + k * 0.05, 0.01)], 0.03, light(STONE, 0.5))
    drop(c, *frames[1].at(0, -0.06), 17, RED)
    ring = frames[2]
    for k in range(8):
        a = k * math.tau / 8
        c.disc(*ring.at(0.14 * math.cos(a), -0.09 + 0.14 * math.sin(a)), 2.7, (DUSK, ROSE)[k % 2])
    heart(c, *frames[3].at(0, -0.07), 17, CORAL, 21)
    hand(c, 119, 76, 13, 225, NAVY, SKIN[1], arm=4)
    c.curve([(0, 92), (22, 88), (48, 94)], 0.4, dark(CLAY, 0.1))


def planks(c: Canvas, tone: Colour, count: int = 5) -> None:
    """Lay a table of boards."""
    tall = 100 / count
    for k in range(count):
        plank = pill(-1, k * tall, c.w + 2, tall)
        c.poly(plank, mix(tone, dark(tone, 0.2), (k * 3 % 4) * 0.14))
        c.shade(plank, dark(tone, 0.35), falling(90, -0.2, 0.45), 0.5)
        for _ in range(4):
            x, y = c.rnd.uniform(0, c.w), k * tall + c.rnd.uniform(0.2, 0.8) * tall
            c.curve(
                [(x, y), (x + 14, y + c.rnd.uniform(-0.8, 0.8)), (x + 30, y)],
                0.22,
                dark(tone, 0.22),
            )
        c.line([(0, k * tall), (c.w, k * tall)], 0.35, dark(tone, 0.4))


@picture("media/window.jpg")
def window(c: Canvas) -> None:
    """Four kinds of service flow into one window."""
    sky(c, light(SKY, 0.45), light(SKY, 0.8), 90)
    c.dots(pill(0, 0, 84, 100), light(NAVY, 0.72), falling(0, 0.5, -0.05), 2.6)
    for k, y in enumerate((15, 37, 59, 81)):
        c.curve(
            [(30, y), (56, y), (72, 36 + (y - 48) * 0.5), (96, 40 + (y - 48) * 0.12)],
            1.7,
            (RED, OCHRE, CORAL, TEAL)[k],
        )
    for k, y in enumerate((15, 37, 59, 81)):
        tone = (RED, OCHRE, CORAL, TEAL)[k]
        c.disc(24, y, 9.6, PAPER)
        c.disc(24, y, 8.2, tone)
        c.shade(oval(24, y, 8.2, 8.2), dark(tone, 0.4), falling(60, -0.3, 0.7), 0.6)
    c.rect(18.5, 11.4, 11, 7.2, PAPER, 1)
    c.disc(21.4, 14.2, 1.3, RED)
    c.rect(20, 16, 3, 1.4, RED, 0.6)
    c.rect(24.4, 13.6, 4, 0.8, RED)
    c.rect(24.4, 15.6, 3, 0.8, RED)
    c.rect(19, 35.6, 10, 6.4, PAPER, 0.6)
    c.rect(18.4, 33.6, 11.2, 2.6, PAPER, 0.6)
    c.rect(23.2, 33.6, 1.6, 8.4, OCHRE)
    c.oval(22, 32, 2, 1.1, PAPER, 30)
    c.oval(26, 32, 2, 1.1, PAPER, -30)
    heart(c, 24, 59.4, 10, PAPER)
    c.rect(20.4, 75.8, 7.4, 10.4, PAPER, 0.8)
    for k in range(3):
        c.rect(21.8, 78 + k * 2.2, 4.6 - k * 0.8, 0.8, TEAL)
    _counter(c)


def _counter(c: Canvas) -> None:
    c.rect(86, 8, 60, 92, light(NAVY, 0.15))
    c.shade(pill(86, 8, 60, 92), dark(NAVY, 0.3), falling(0, -0.1, 0.7), 0.7)
    c.rect(82, 5, 68, 5, NAVY, 1)
    c.disc(116, 16.5, 4.4, PAPER)
    cross(c, 116, 16.5, 5.4)
    c.rect(93, 24, 46, 42, light(OCHRE, 0.72), 2)
    c.shade(pill(93, 24, 46, 42, 2), OCHRE, falling(90, 0.5, -0.2), 0.5)
    person(c, 114, 92, 62, READ, Look(coat=PAPER, vest=RED, mark=True, cut="bun"))
    c.rect(124, 44, 13, 15, INK, 1.4)
    c.rect(125, 45, 11, 12.4, SKY, 0.6)
    c.rect(129, 59, 3, 6, INK)
    c.rect(86, 64, 60, 36, NAVY)
    c.shade(pill(86, 64, 60, 36), dark(NAVY, 0.5), falling(90, -0.1, 0.9), 0.8)
    c.rect(80, 63, 70, 4.4, light(CLAY, 0.35), 1)
    c.rect(98, 60.6, 16, 2.4, PAPER, 0.4)
