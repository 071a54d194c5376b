"""The two kinds of failure a user may meet; anything else is a bug."""

from __future__ import annotations

from collections.abc import Sequence


class RuleError(Exception):
    """A rule of the house was broken: the sentence says what is wrong and what to do.

    `field` is the key of the form field the sentence belongs under; empty means the whole form.
    """

    def __init__(self, text: str, field: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.field = field


class Refused(RuleError):
    """Somebody has not the right to do `verb`; that they tried is noted in the access log."""

    def __init__(self, text: str, verb: str) -> None:
        super().__init__(text)
        self.verb = verb


class FieldErrors(RuleError):
    """Several rules were broken at once: `errors` is a tuple of RuleError, never empty."""

    def __init__(self, errors: tuple[RuleError, ...]) -> None:
        super().__init__(errors[0].text, errors[0].field)
        self.errors = errors


class Doubt(RuleError):
    """Something looks wrong but may be right: the user may go on by giving a reason.

    The caller asks for the reason and repeats the verb with `reasons={field: reason}`. `met` is the record whose
    meeting is itself to be noted (its register, uid and number), whatever the user answers.
    """

    def __init__(self, text: str, field: str = "", met: tuple[str, str, str] | None = None) -> None:
        super().__init__(text, field)
        self.met = met


class KnownError(Exception):
    """The environment failed (disk full, file locked, printer gone); the program goes on.

    The text says what happened, to which path, and what to do.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class AlreadyDone(KnownError):
    """A unit of work is in the database already: only its answer was lost. `uid` is its client-made id."""

    def __init__(self, text: str, uid: str) -> None:
        super().__init__(text)
        self.uid = uid


class Cancelled(Exception):
    """The user asked long work to stop: nothing was left behind, nothing is said."""


def raise_first(errors: Sequence[RuleError], questions: Sequence[Doubt] = ()) -> None:
    """Raise everything that is wrong at once; else the first doubt; else nothing."""
    if errors:
        raise FieldErrors(tuple(errors))
    if questions:
        raise questions[0]


class Repeatable(KnownError):
    """The server undid a unit of work that may well be done the next time: core/units.py does it again."""


class Away(KnownError):
    """The records are not where they were: the banner tells of it as long as it lasts (shell/watch.py)."""


class Unreachable(Repeatable, Away):
    """The server with the records does not answer: what is on the screen stays, nothing is saved until it is back."""
