"""What podcast programs are told: of a programme as a whole, and of its episodes."""

from plugins.edition.values import Value


class Transcript(Value, frozen=True):
    """What is said in an episode: its full address, media type and language."""

    address: str
    type: str
    language: str


class Episode(Value, frozen=True):
    """An item of a podcast: ``image`` is a full address or empty, ``seconds`` 0 if not known."""

    seconds: int = 0
    image: str = ""
    transcripts: tuple[Transcript, ...] = ()


class Programme(Value, frozen=True):
    """A podcast as a whole: the full address of its RSS; ``category`` is one of Apple's."""

    address: str
    author: str
    email: str = ""
    category: str = "News"
