"""Changes of a value that lacks a name of its formula, and of a function whose own value hides a given one."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence, Set

from slipcheck.exercise import Equation

from ..lines.answer_line import names_in
from .edit import Edit, blocks, slots, text_of, with_blocks, with_expression


def given_edits(tree: ast.Module, given: Sequence[str], equations: Sequence[Equation]) -> Iterator[Edit]:
    """All of them; ``given`` are the names that the exercise gives."""
    yield from _hidden_by_a_default(tree, given)
    for block in blocks(tree):
        for k, line in enumerate(block):
            target = line.targets[0] if isinstance(line, ast.Assign) else None
            if not isinstance(target, ast.Name) or not isinstance(line, ast.Assign):
                continue
            texts = [text for equation in equations if equation.target == target.id for text in equation.texts]
            missing = {name for text in texts for name in names_in(ast.parse(text))} - names_in(line)
            yield from _entries_for_a_name(tree, line, missing - {*given, target.id})
            for name in sorted(missing & {*given}):
                product = ast.Assign([target], ast.BinOp(line.value, ast.Mult(), ast.Name(name, ast.Load())))
                make = with_blocks(tree, [(block, [*block[:k], product, *block[k + 1 :]])])
                yield Edit("given factor missing", line, (target.id, name), make)


def _entries_for_a_name(tree: ast.Module, line: ast.Assign, names: Set[str]) -> Iterator[Edit]:
    """An entry of a list or array, where a name of the formula belongs that the line lacks."""
    for node, put, _ in slots(line):
        for name in sorted(names) if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) else ():
            make = with_expression(tree, put, ast.Name(name, ast.Load()), node)
            yield Edit("other value", node, (text_of(node),), make)


def _hidden_by_a_default(tree: ast.Module, given: Sequence[str]) -> Iterator[Edit]:
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        defaults = function.args.defaults
        arguments = function.args.args[len(function.args.args) - len(defaults) :]
        pairs = {id(default): argument.arg for default, argument in zip(defaults, arguments, strict=True)}
        for default, put, _ in slots(function.args):
            name = pairs.get(id(default), "")
            if name in given and text_of(default) != name:
                words = (name, text_of(default), function.name)
                make = with_expression(tree, put, ast.Name(name, ast.Load()), default)
                yield Edit("hidden by a default", default, words, make)
