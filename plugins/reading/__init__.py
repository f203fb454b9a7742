"""Bytes in, frozen values out: front matter, Markdown, site settings, pictures' sizes.

Nothing in here knows another file, the clock or the edition, so that a result may be
kept under the hash of the bytes that it came of.
"""
