"""An address as a QR code (ISO/IEC 18004), in SVG."""

import io
from typing import TYPE_CHECKING

from plugins.press.templates import Renderer

if TYPE_CHECKING:
    from .pages import QrCode

MASK = 2
"""The mask of every code. To try all eight takes segno four times as long. Over addresses this
one's penalty by the standard was 1443 on average, that of the best of eight each time 1408."""

QUIET = 4
"""Modules of white around a code, as the standard asks for."""


def render(inputs: "QrCode", _renderer: Renderer) -> bytes:
    """The bytes of the picture: black on white, whatever the page around it looks like."""
    # Imported here: most builds make no code anew.
    import segno

    code = segno.make_qr(inputs.address, error="m", mask=MASK)
    file = io.BytesIO()
    code.save(
        file,
        kind="svg",
        border=QUIET,
        xmldecl=False,
        omitsize=True,
        light="#fff",
        svgclass=None,
        lineclass=None,
    )
    return file.getvalue()
