"""Faults that an operator or a caller can do something about."""


class HubFault(Exception):
    """`code` is that of `iro_desktop.wire.faults.HubProblem`; `sentence` says what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
