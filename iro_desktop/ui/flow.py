"""A user's story as one function, read from top to bottom.

A flow is a generator. It yields `Ask` to show something and wait for what the user says, and
`Background` to have work done off the screen's thread; the value comes back from the `yield`, and
what went wrong is raised there, `JobCancelled` if the work was. Giving a flow up raises
`GeneratorExit` inside, so `finally` runs.
No Qt here: the runner and the thing asked are given as Protocols.
"""

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from iro_desktop.ui.jobs import Job, JobCancelled, JobControl, JobRunner, OnProgress

# What a step answers is known to the flow that yields it, and to no one else.
Answer: TypeAlias = Any


class Question(Protocol):
    """Something that can be shown, and answers once: a sheet, a file dialog."""

    def ask(self, answered: Callable[[Answer], None]) -> None:
        """Show it, and call `answered` when the user has decided. Returns at once."""
        ...


@dataclass(frozen=True, slots=True)
class Ask:
    """Show a question and wait for the user."""

    question: Question


@dataclass(frozen=True, slots=True)
class Background:
    """Do work elsewhere and wait for its result."""

    work: Callable[[JobControl], Answer]
    on_progress: OnProgress | None = None


Step: TypeAlias = Ask | Background
Flow: TypeAlias = Generator[Step, Answer, None]


class FlowDriver:
    """Runs one flow, step by step."""

    def __init__(
        self, flow: Flow, runner: JobRunner, on_finished: Callable[[], None] | None = None
    ) -> None:
        self._flow, self._runner = flow, runner
        self._on_finished = on_finished
        self._job: Job | None = None
        self._over = False

    def start(self) -> "FlowDriver":
        """Take the first step."""
        self._advance(lambda: next(self._flow))
        return self

    def is_over(self) -> bool:
        """Whether the flow has come to its end."""
        return self._over

    def cancel(self) -> None:
        """Stop the work under way, or the flow itself while it waits for the user."""
        if self._job is not None:
            self._job.cancel()
        elif not self._over:
            self._flow.close()
            self._finish()

    def _advance(self, resume: Callable[[], Step]) -> None:
        self._job = None
        if self._over:
            return
        try:
            step = resume()
        except (StopIteration, JobCancelled):
            self._finish()
            return
        except BaseException:
            self._finish()
            raise
        self._take(step)

    def _take(self, step: Step) -> None:
        if isinstance(step, Ask):
            step.question.ask(self._on_answer)
            return
        job = self._runner.run(
            step.work,
            self._on_answer,
            lambda fault: self._advance(lambda: self._flow.throw(fault)),
            step.on_progress,
            lambda: self._advance(lambda: self._flow.throw(JobCancelled())),
        )
        if not job.is_over():
            self._job = job

    def _on_answer(self, answer: Answer) -> None:
        self._advance(lambda: self._flow.send(answer))

    def _finish(self) -> None:
        self._over = True
        if self._on_finished is not None:
            self._on_finished()
