"""The gallery of the first-aid classroom, step by step."""

from __future__ import annotations

from dataclasses import replace

from tools.draw.canvas import Canvas, falling, glowing
from tools.draw.hands import FLAT, OPEN, Frame, hand
from tools.draw.land import sky
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
    RED,
    ROSE,
    SAGE,
    SKIN,
    SKY,
    STONE,
    TEAL,
    Colour,
    dark,
    light,
    mix,
)
from tools.draw.people import (
    CROWD,
    KNEEL,
    SHOW,
    SIT,
    STAND,
    VOLUNTEER,
    Look,
    cross,
    person,
    seat,
)
from tools.draw.register import picture
from tools.draw.shapes import arc, hull, oval, pill
from tools.draw.signs import heart, pulse
from tools.draw.things import board, manikin

ROOM = "galleries/first-aid-classroom"


def floor(c: Canvas, y: float, tone: Colour) -> None:
    """Lay a floor with a skirting board."""
    c.rect(0, y, c.w, 101 - y, tone)
    c.shade(pill(0, y, c.w, 100 - y), dark(tone, 0.25), falling(90, 0.7, -0.1), 0.6)
    c.rect(0, y - 1.4, c.w, 1.4, PAPER)


@picture(f"{ROOM}/01-morning-room.jpg", 1600, 900)
def morning(c: Canvas) -> None:
    """The room before the lesson: manikins on their mats in morning light."""
    sky(c, light(OCHRE, 0.65), light(OCHRE, 0.8), 80)
    for k in range(4):
        x = 12 + k * 42
        c.rect(x, 8, 32, 38, PAPER)
        c.rect(x + 1.4, 9.4, 29.2, 35.2, light(SKY, 0.35))
        c.disc(x + 9 + k * 3, 36, 8, SAGE)
        c.rect(x + 1.4, 37, 29.2, 7.6, MOSS)
        c.rect(x + 15, 8, 1.6, 38, PAPER)
        c.rect(x, 44.6, 32, 2.4, PAPER)
    floor(c, 58, light(CLAY, 0.45))
    for k in range(4):
        x = 20 + k * 42
        c.fade(
            [(x, 60), (x + 28, 60), (x + 12, 100), (x - 24, 100)],
            light(OCHRE, 0.65),
            falling(90, 0.85, 0.35),
        )
    for row, (y, wide, tone) in enumerate(((70, 36, TEAL), (92, 50, NAVY))):
        for k in range(4 - row):
            x = 22 + row * 14 + k * (43 + row * 14)
            mat = [
                (x - wide * 0.46, y - 5),
                (x + wide * 0.42, y - 5),
                (x + wide * 0.5, y + 3),
                (x - wide * 0.5, y + 3),
            ]
            c.poly(mat, (CORAL, OCHRE, SAGE, DUSK)[k % 4])
            manikin(c, x, y, wide * 0.8, 1, SKIN[1], tone)


@picture(f"{ROOM}/02-call.jpg", 1280, 1600)
def call(c: Canvas) -> None:
    """A hand holds a phone, the call is on."""
    sky(c, CORAL, light(CORAL, 0.35), 100)
    for k in range(4):
        c.line(arc(40, 36, 30 + k * 7, 200, 250), 1.2, light(CORAL, 0.55))
        c.line(arc(40, 36, 30 + k * 7, 290, 340), 1.2, light(CORAL, 0.55))
    c.hull([(46, 70, 11), (66, 108, 13)], SKIN[0])
    c.hull([(58, 92, 14), (70, 112, 16)], NAVY)
    c.hull([(56, 72, 6), (58, 52, 3.4), (54, 44, 3)], dark(SKIN[0], 0.05))
    body = pill(23, 18, 34, 62, 5)
    c.poly(body, INK)
    c.rect(25, 21, 30, 56, mix(NAVY, TEAL, 0.5), 3)
    c.shade(pill(25, 21, 30, 56, 3), NAVY, falling(90, -0.1, 0.8), 0.7)
    c.disc(40, 38, 9, PAPER)
    cross(c, 40, 38, 10)
    for k in range(3):
        c.disc(34 + k * 6, 53, 1.1, PAPER)
    c.disc(40, 67, 6, MOSS)
    f = Frame(c, 40, 67, 7, -45)
    f.hull([(-0.34, 0.12, 0.13), (-0.3, -0.02, 0.1)], PAPER)
    f.hull([(0.34, 0.12, 0.13), (0.3, -0.02, 0.1)], PAPER)
    f.hull([(-0.3, -0.05, 0.1), (0.3, -0.05, 0.1)], PAPER)
    for k in range(4):
        c.hull([(26, 47 + k * 7.6, 2.8), (20.5, 48 + k * 7.4, 2.8)], SKIN[0])
    c.shade(hull([(46, 74, 8), (62, 104, 10)]), dark(SKIN[0], 0.4), falling(180, -0.2, 0.5), 0.4)


@picture(f"{ROOM}/03-tap-shoulder.jpg")
def tap(c: Canvas) -> None:
    """A learner taps the manikin's shoulders and calls."""
    sky(c, light(SAGE, 0.5), light(SAGE, 0.75), 80)
    board(c, 92, 10, 44, 30, PAPER, MOSS)
    for k, tone in enumerate((RED, OCHRE, TEAL)):
        c.disc(100, 17 + k * 8, 2.6, tone)
        c.rect(106, 16 + k * 8, 24 - k * 4, 1.8, light(STONE, 0.3), 0.8)
    floor(c, 70, light(MOSS, 0.5))
    c.poly([(14, 96), (26, 84), (132, 84), (142, 96)], CORAL)
    c.shade(
        [(14, 96), (26, 84), (132, 84), (142, 96)], dark(CORAL, 0.4), falling(90, 0.1, 0.7), 0.6
    )
    manikin(c, 62, 92, 82, 1, SKIN[1], TEAL)
    person(
        c,
        120,
        94,
        72,
        replace(
            KNEEL,
            neck=(0.11, 0.53),
            head=(0.19, 0.63),
            elbow=(0.24, 0.36),
            hand=(0.44, 0.2),
            elbow_far=(0.26, 0.38),
            hand_far=(0.49, 0.22),
        ),
        replace(VOLUNTEER, cut="bob", hair=HAIR[1], legs=INK),
        -1,
    )
    for k in range(3):
        c.line(arc(101, 50, 5 + k * 4, 150, 200), 1, PAPER)
    for k, look in enumerate((CROWD[0], CROWD[5], CROWD[3])):
        person(c, 14 + k * 15, 80 - k, 46, (STAND, SHOW, STAND)[k], look)


@picture(f"{ROOM}/04-rhythm.jpg", 1600, 1600)
def rhythm(c: Canvas) -> None:
    """A heart, its beat and a metronome."""
    sky(c, dark(NAVY, 0.1), NAVY, 100)
    c.dots(pill(0, 0, 100, 100), light(NAVY, 0.15), glowing(0.0, 0.7), 2.6)
    for r in (44, 37, 30):
        c.line([*oval(38, 46, r, r), oval(38, 46, r, r)[0]], 0.5, mix(NAVY, CORAL, 0.5))
    outline = heart(c, 38, 46, 46, RED)
    c.shade(outline, dark(RED, 0.5), falling(50, -0.2, 0.9), 0.8)
    c.oval(25, 35, 3, 6, light(RED, 0.35), 40)
    pulse(c, -2, 102, 48, 26, 1.5, CREAM, 1)
    case = [(72, 92), (78, 54), (86, 54), (92, 92)]
    c.poly(case, CLAY)
    c.shade(case, BARK, falling(0, -0.1, 0.9), 0.8)
    c.poly([(76.4, 82), (80, 59), (84, 59), (87.6, 82)], CREAM)
    for k in range(7):
        c.line([(80.4, 63 + k * 2.6), (83.6, 63 + k * 2.6)], 0.4, BARK)
    c.line([(82, 82), (93, 50)], 1, STONE)
    c.box(90.2, 58, 4, 4, OCHRE, 19)
    c.rect(69, 90, 26, 4, BARK, 1)
    for k in range(2):
        c.line(arc(82, 82, 34 + k * 4, 296, 312), 0.8, light(OCHRE, 0.2))
    for k in range(5):
        c.disc(12 + k * 9, 88, 2.4, (CORAL, OCHRE, CREAM, OCHRE, CORAL)[k])


@picture(f"{ROOM}/05-bandage.jpg", 1280, 1600)
def bandage(c: Canvas) -> None:
    """Two hands wind a bandage round a forearm."""
    sky(c, light(TEAL, 0.55), light(MIST, 0.4), 100)
    c.dots(pill(0, 0, c.w, 40), light(TEAL, 0.35), falling(90, 0.5, -0.1), 2.2)
    arm = hull([(-6, 76, 10), (54, 50, 7)])
    c.poly(arm, SKIN[2])
    c.shade(arm, dark(SKIN[2], 0.35), falling(90, -0.2, 0.7), 0.6)
    hand(c, 62, 46, 10, -24, SKIN[2], SKIN[2], OPEN, arm=1)
    c.hull([(-10, 78, 13), (4, 72, 12)], OCHRE)
    c.shade(hull([(-10, 78, 13), (4, 72, 12)]), dark(OCHRE, 0.5), falling(90, -0.2, 0.8), 0.7)
    for k in range(7):
        x, y = 20 + k * 4, 64.6 - k * 1.75
        c.box(x, y, 5.6, 19.4 - k * 0.7, mix(PAPER, STONE, 0.12 if k % 2 else 0.02), -11)
        c.line([(x + 1.4, y - 9 + k * 0.3), (x + 4.6, y + 9 - k * 0.4)], 0.3, light(STONE, 0.4))
    c.poly([(43, 45), (47, 44), (60, 23), (55, 20)], PAPER)
    c.disc(58, 20, 6, PAPER)
    c.shade(oval(58, 20, 6, 6), STONE, falling(45, -0.2, 0.7), 0.5)
    c.line(arc(58, 20, 3.6, 0, 320), 0.4, STONE)
    c.line(arc(58, 20, 1.8, 0, 320), 0.4, STONE)
    hand(c, 66, 12, 10, 148, RED, SKIN[0], FLAT, arm=6)
    hand(c, 22, 84, 11, -52, TEAL, SKIN[0], FLAT, mirror=True, arm=6)


@picture(f"{ROOM}/06-sling.jpg")
def sling(c: Canvas) -> None:
    """A triangular bandage holds an arm."""
    sky(c, light(DUSK, 0.5), light(ROSE, 0.5), 90)
    for k in range(3):
        c.rect(96 + k * 17, 8, 14, 40, light(ROSE, 0.6))
        c.shade(pill(96 + k * 17, 8, 14, 40), ROSE, falling(90, -0.1, 0.6), 0.5)
    c.rect(12, 14, 26, 18, PAPER, 1)
    c.poly([(15, 29), (35, 29), (25, 17)], CORAL)
    floor(c, 78, light(DUSK, 0.3))
    seat(c, 62, 98, 86, BARK)
    person(
        c,
        62,
        98,
        86,
        replace(
            SIT, elbow=(0.06, 0.43), hand=(0.22, 0.47), elbow_far=(0.12, 0.44), hand_far=(0.2, 0.3)
        ),
        Look(coat=TEAL, legs=NAVY, skin=SKIN[1]),
    )
    c.poly([(60.6, 49), (64.5, 47.6), (83.6, 55.4), (82, 61), (68, 66.6), (60, 63)], CREAM)
    c.shade(
        [(60.6, 49), (64.5, 47.6), (83.6, 55.4), (82, 61), (68, 66.6), (60, 63)],
        STONE,
        falling(60, -0.2, 0.6),
        0.6,
    )
    c.disc(83.4, 57.6, 2.6, SKIN[1])
    c.line([(62, 48), (57, 45.6)], 2, CREAM)
    person(
        c,
        26,
        98,
        82,
        replace(
            STAND,
            neck=(0.07, 0.78),
            head=(0.12, 0.89),
            elbow=(0.17, 0.66),
            hand=(0.34, 0.64),
            elbow_far=(0.19, 0.68),
            hand_far=(0.37, 0.66),
        ),
        replace(VOLUNTEER, cut="bun", hair=HAIR[0]),
    )
    person(c, 120, 97, 74, SHOW, CROWD[5], -1)
    person(c, 138, 98, 76, STAND, CROWD[3], -1)
