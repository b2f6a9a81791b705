"""What an exercise is made of: its reference, what counts, which variants of it are right, its slips and hints."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field
from operator import attrgetter
from typing import Any, ClassVar, Protocol

import numpy as np

from .observe import Observation
from .prediction import Prediction
from .view import Slider, View

Reference = Callable[..., dict[str, np.ndarray]]
Range = tuple[float, float] | Callable[[random.Random], float]  # from, to (whole numbers, if these are); or a draw


class Parameters(Protocol):
    """One setting of a course's model: a frozen dataclass, of whose numbers the engine reads these."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]  # by which a type checker knows a dataclass

    @property
    def dt(self) -> float:
        """One time step, in s."""

    @property
    def step_end(self) -> int:
        """How many time steps there are."""

    @property
    def n(self) -> int:
        """How many realizations there are."""

    @property
    def seed(self) -> int:
        """Of the legacy numpy generator."""

    def __hash__(self) -> int:
        """Equal settings have equal references."""


class Quantity(Protocol):
    """What is compared of an answer: read from its observation, and held against the reference's values."""

    @property
    def name(self) -> str:
        """Under which the reference gives its values."""

    def candidates(self, observation: Observation, p: Parameters) -> list[np.ndarray]:
        """What the answer may mean by it, the most likely first."""

    def same(self, candidate: np.ndarray, expected: np.ndarray, p: Parameters) -> bool:
        """Whether a candidate has the reference's values."""


@dataclass(frozen=True)
class Message:
    """What was seen, what it means, what to try next: never the answer's code, no blame."""

    observed: str
    means: str
    next: str

    def __str__(self) -> str:
        return f"{self.observed} {self.means} {self.next}"


@dataclass(frozen=True)
class Slip:
    """A known misconception: a variant of the reference (``change``: keywords for it), or a ``pattern`` observed.

    Where two variants behave alike, ``source`` (a predicate on the answer's text) says whether this is the one; it can
    only name a slip, never pass or fail an answer.
    """

    name: str
    message: Message
    change: Mapping[str, object] | None = None
    pattern: Callable[[Observation, Any], bool] | None = None
    source: Callable[[str], bool] | None = None
    parts: tuple[str, ...] = ()  # in which it is looked for; all, if empty
    about: str = ""  # the name, the command, or the loop, that it is about
    formula: str = ""  # the variant as a student types it, where it is one formula
    factor: float = 1.0  # by which the answer multiplies what it shows
    line: str = ""  # what is said of a line with this formula, where that is no matter of one of its pieces


@dataclass(frozen=True)
class AcceptedVariant:
    """Another right way to read the exercise: keywords for the reference, and a note for the student."""

    change: Mapping[str, object]
    note: str


@dataclass(frozen=True)
class Part:
    """One graded part. It is right when all ``quantities`` match in its runs and no rule objects.

    A rule is a function (Observation, Parameters) -> (slip, Message) or None: its objection to the figure or print.
    """

    name: str
    title: str
    points: int
    quantities: tuple[str, ...] = ()
    unseen_parameters: bool = False  # judged at these, not at the shown ones
    rules: tuple[Callable[[Observation, Parameters], tuple[str, Message] | None], ...] = ()
    remarks: tuple[Callable[[Observation, Parameters], str | None], ...] = ()  # notes on what is accepted


@dataclass(frozen=True)
class Expression:
    """What a number typed into an answer can stand for: a name, or an expression of names."""

    text: str
    value: Callable[[Any], float]  # Any: the course's own Parameters
    varied_with: tuple[str, ...]  # it is looked for where one of these is varied
    tolerance: float = 1e-9  # relative
    is_code: bool = True


@dataclass(frozen=True)
class Equation:
    """A line that an answer computes with, as it is right: the name that gets a value, and ``text``, the right side.

    ``texts`` are several forms of it. ``bind`` makes the names that they use beside the answer's own, of these and of
    the index where an entry of the target gets the value: one dict for each accepted variant. ``U`` is what the answer
    drew from (0, 1), ``XI`` from (-1, 1). ``line`` is the whole line of an entry, with the names of the text.
    """

    target: str
    texts: tuple[str, ...]
    called: str  # as a message says it
    is_entry: bool = False
    depth: int = 0  # in how many loops it stands
    carries: str = ""  # what is computed of it next, by which slips may be known
    like: str = ""  # what has the shape that the value must have, where ``texts`` do not say
    advice: str = ""  # what to try where it is wrong, if the exercise asks for it in words and gives no formula
    bind: Callable[[Mapping[str, Any], Any], list[dict[str, Any]]] | None = None
    line: str = ""


@dataclass(frozen=True)
class Output:
    """What a command has to show: ``command`` is print or plot, ``shows`` its values, as formulas of the names."""

    command: str
    shows: tuple[str, ...]
    depth: int = 1  # in how many loops it stands


@dataclass(frozen=True)
class StateVariable:
    """What an answer steps through time: its symbol, and the variables that may hold it."""

    symbol: str
    names: tuple[str, ...]


Explain = Callable[[Observation, Any, Part], tuple[str, Message, int | None] | None]  # slip, message, line


@dataclass(frozen=True)
class Exercise:
    """One exercise of a course. The reference and what stands beside it are for the judge, texts for the student."""

    number: int
    title: str
    parameters: Parameters
    reference: Reference
    quantities: tuple[Quantity, ...]
    parts: tuple[Part, ...]
    slips: tuple[Slip, ...]
    hints: tuple[str, ...]  # the last says what to type, a line for each `...`
    placeholders: int  # how many `...` the stub has
    another: str = ""  # another way to write it
    varied_names: tuple[str, ...] = ()  # the values that differ in the other runs; all that have a range, if empty
    accepted_variants: tuple[AcceptedVariant, ...] = ()
    diagnose_random_numbers: Callable[..., Any] | None = None  # what is wrong with them: cause, Message, the call
    explain: Explain | None = None  # what is special to this exercise: asked before all others
    given: tuple[str, ...] = ()  # the plain names that an answer finds
    parameter_names: tuple[str, ...] = ()  # the given ones, if empty
    number_names: tuple[str, ...] = ()  # that hold numbers, in any right answer; given and replaced ones, if empty
    ranges: Mapping[str, Range] = field(default_factory=dict)  # of unseen parameters
    with_steps: Callable[[Any, int, int, random.Random], Any] | None = None
    units: Mapping[str, str] = field(default_factory=dict)  # of quantities, by name
    state: StateVariable | None = None
    expressions: tuple[Expression, ...] = ()  # the given names, if empty
    drawn_in_loop: Message | None = None  # where random numbers belong before the loop, all at once
    given_examples: str = ""  # of given names, as a message may say them
    predictions: tuple[Prediction, ...] = ()  # asked for before anything is run
    sliders: Mapping[str, Slider] = field(default_factory=dict)
    view: View | None = None  # where there are sliders
    outputs: tuple[Output, ...] = ()
    loops: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # counter of a loop: what it may run through
    times: tuple[str, ...] = ()  # names that hold the time
    places: Mapping[str, str] = field(default_factory=dict)  # keyword of the reference: the name that shows it
    unit_words: tuple[str, ...] = ()  # as students write units
    arguments: Mapping[str, str] = field(default_factory=dict)  # of functions, by name: what they do
    counts: tuple[str, ...] = ()  # names that say how many values there are
    words: Mapping[str, str] = field(default_factory=dict)  # names, and formulas of outputs: what a sentence calls them
    equations: tuple[Equation, ...] = ()  # in the order in which an answer computes them
    joined_names: tuple[str, ...] = ()  # parameters that only fit together: they change together
    steps: tuple[int, int] | None = None  # about how many time steps the other runs have; None keeps the shown number

    def __post_init__(self) -> None:
        by_name = tuple(Expression(name, attrgetter(name), (name,)) for name in self.given)
        self._default("varied_names", tuple(self.ranges))
        self._default("parameter_names", self.given)
        self._default("number_names", (*self.given, *self.replaced_names))
        self._default("expressions", by_name)

    def _default(self, name: str, value: object) -> None:
        if not getattr(self, name):
            object.__setattr__(self, name, value)

    @property
    def replaced_names(self) -> tuple[str, ...]:
        """Names that vary and are not given: the answer assigns them, and they are replaced in the other runs."""
        return tuple(name for name in self.varied_names if name not in self.given)

    def quantity(self, name: str) -> Quantity:
        """The quantity of this name."""
        return next(quantity for quantity in self.quantities if quantity.name == name)

    def part(self, name: str) -> Part:
        """Raises KeyError with the parts there are."""
        for part in self.parts:
            if part.name == name:
                return part
        known = ", ".join(f'"{part.name}"' for part in self.parts)
        raise KeyError(f'Exercise {self.number} has no part "{name}". Its parts are {known}.')

    @property
    def slider_view(self) -> View:
        """Its view. Raises ValueError where there is none: it has no sliders."""
        if self.view is None:
            raise ValueError(f"Exercise {self.number} has no view.")
        return self.view

    def values(self, p: Parameters) -> dict[str, float]:
        """What a run gets: the given names, and the replaced ones."""
        return {name: getattr(p, name) for name in (*self.given, *self.replaced_names)}
