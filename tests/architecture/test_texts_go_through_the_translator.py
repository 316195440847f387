"""What a person reads on a screen comes from `tr`, `ntr` or a variable, never from a literal."""

import ast
from collections.abc import Iterator

import pytest
from source_tree import dotted, last_name, source_files

SHOWS_ITS_ARGUMENTS = {
    *("setText", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setTitle"),
    *("setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "setLabelText"),
    *("addAction", "addMenu", "addTab", "addRow", "addItem", "addItems", "setPrefix", "setSuffix"),
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QToolButton"),
    *("QMenu", "QCommandLinkButton", "QDockWidget", "QListWidgetItem", "QTableWidgetItem"),
}
TRANSLATES = {"tr", "ntr"}


def has_words(value: object) -> bool:
    return isinstance(value, str) and any(letter.isalpha() for letter in value)


def bare_words(node: ast.expr) -> Iterator[ast.expr]:
    """Literals with words in them that would be shown as they stand. Calls see to their own."""
    match node:
        case ast.Constant(value=value) if has_words(value):
            yield node
        case ast.JoinedStr(values=parts):
            yield from (
                part for part in parts if isinstance(part, ast.Constant) and has_words(part.value)
            )
        case ast.BinOp(left=left, right=right):
            yield from (*bare_words(left), *bare_words(right))
        case ast.BoolOp(values=values):
            yield from (word for value in values for word in bare_words(value))
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*bare_words(body), *bare_words(orelse))
        case ast.List(elts=elements) | ast.Tuple(elts=elements):
            yield from (word for element in elements for word in bare_words(element))
        case _:
            pass


def test_that_no_screen_shows_a_literal() -> None:
    faults = [
        file.at(call)
        for file in source_files("ui")
        for call in file.calls()
        if last_name(call.func) in SHOWS_ITS_ARGUMENTS
        for argument in call.args
        for _ in bare_words(argument)
    ]
    assert faults == []


@pytest.mark.parametrize("package", ["ui", "command_line", "services", "documents"])
def test_that_texts_are_filled_after_they_are_looked_up(package: str) -> None:
    faults = [
        file.at(call)
        for file in source_files(package)
        for call in file.calls()
        if dotted(call.func) in TRANSLATES
        for argument in call.args[:2]
        if isinstance(argument, ast.JoinedStr | ast.BinOp)
        or (isinstance(argument, ast.Call) and last_name(argument.func) == "format")
    ]
    assert faults == []


@pytest.mark.parametrize(
    "source",
    [
        'label.setText("Save")',
        'QLabel(f"Save {name}")',
        'QPushButton("Save" if new else text)',
        'box.addItems(["One", text])',
    ],
)
def test_that_a_shown_literal_would_be_seen(source: str) -> None:
    (call,) = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    assert [word for argument in call.args for word in bare_words(argument)]


@pytest.mark.parametrize("source", ['label.setText(tr("Save"))', "QLabel(text)", 'QLabel("→")'])
def test_that_a_translated_text_passes(source: str) -> None:
    call = ast.parse(source, mode="eval").body
    assert isinstance(call, ast.Call)
    assert not [word for argument in call.args for word in bare_words(argument)]
