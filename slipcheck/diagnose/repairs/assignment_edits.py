"""Changes of what stands for an assignment, and should be one of another kind."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations

from .edit import Edit, blocks, sign_of, text_of, with_another_name, with_blocks

LOOPS = (ast.For, ast.While)
EMPTY_ARRAYS = ("np.zeros", "np.empty", "np.ones")


def assignment_edits(tree: ast.Module, given: Sequence[str]) -> Iterator[Edit]:
    """All of them; ``given`` are the names that the exercise gives."""
    for block in blocks(tree):
        for k, statement in enumerate(list(block)):
            for name in _made_above(block[:k], statement):
                plain = ast.Assign(statement.targets, ast.Name(name, ast.Load()))  # type: ignore[attr-defined]
                make = with_blocks(tree, [(block, [*block[:k], plain, *block[k + 1 :]])])
                yield Edit("changed again", statement.value, (name,), make)  # type: ignore[attr-defined]
            for kind, new, words in _others(statement):
                yield Edit(kind, statement, words, with_blocks(tree, [(block, [*block[:k], new, *block[k + 1 :]])]))
        if not any(block is loop.body for loop in ast.walk(tree) if isinstance(loop, ast.While)):  # it might never end
            yield from _other_targets(tree, block, given)
    yield from _starts_of_sums(tree)
    yield from _appended_to_arrays(tree)
    for statement in (node for node in ast.walk(tree) if isinstance(node, ast.Assign)):
        yield from _under_its_own_name(tree, statement)
        yield from _wrong_way_round(tree, statement, given)
    yield from _without_a_start(tree, given)


def _without_a_start(tree: ast.Module, given: Sequence[str]) -> Iterator[Edit]:
    """An array of zeros, ones or anything, of which a line should set the first value, or the first column."""
    places = [node for node in ast.walk(tree) if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store)]
    stored = {text_of(place) for place in places}
    for k, step in enumerate(list(tree.body)):
        call = step.value if isinstance(step, ast.Assign) else None
        if not isinstance(call, ast.Call) or text_of(call.func) not in EMPTY_ARRAYS or not isinstance(step, ast.Assign):
            continue
        name = text_of(step.targets[0])
        is_table = bool(call.args) and isinstance(call.args[0], (ast.List, ast.Tuple)) and len(call.args[0].elts) == 2
        first = "[:, 0]" if is_table else "[0]"
        if f"{name}{first}" in stored:
            continue
        for value in given if text_of(call.func) == "np.zeros" else ():
            filled = ast.Assign(step.targets, ast.BinOp(ast.Name(value, ast.Load()), ast.Add(), call))
            make = with_blocks(tree, [(tree.body, [*tree.body[:k], filled, *tree.body[k + 1 :]])])
            yield Edit("other start", step, (text_of(call),), make)
        for value in given:
            start = ast.parse(f"{name}{first} = {value}").body
            make = with_blocks(tree, [(tree.body, [*tree.body[: k + 1], *start, *tree.body[k + 1 :]])])
            yield Edit("no start value", step, (f"{name}{first}", text_of(call.func)), make)


def _other_targets(tree: ast.Module, block: list[ast.stmt], given: Sequence[str]) -> Iterator[Edit]:
    """Two lines that give their values to each other's names."""
    steps = [step for step in block if isinstance(step, ast.Assign) and isinstance(step.targets[0], ast.Name)]
    for first, second in combinations(steps, 2):
        names = (text_of(first.targets[0]), text_of(second.targets[0]))
        is_copy = isinstance(first.value, ast.Name) or isinstance(second.value, ast.Name)
        if names[0] != names[1] and not is_copy and not set(names) & set(given):
            words = (names[0], str(first.lineno), names[1], str(second.lineno))
            lines = (first.lineno, second.lineno)
            yield Edit("targets exchanged", first, words, partial(_with_targets_exchanged, tree, first, second), lines)


def _with_targets_exchanged(tree: ast.Module, first: ast.Assign, second: ast.Assign) -> str:
    usual = first.targets, second.targets
    first.targets, second.targets = usual[::-1]
    source = ast.unparse(tree)
    first.targets, second.targets = usual
    return source


def _made_above(above: Sequence[ast.stmt], statement: ast.stmt) -> list[str]:
    """Of a formula that uses its own old value: the names in it that lines above in the block have made."""
    if not isinstance(statement, ast.Assign) or not isinstance(statement.value, ast.BinOp):
        return []
    made = [text_of(target) for line in above if isinstance(line, ast.Assign) for target in line.targets]
    used = {node.id for node in ast.walk(statement.value) if isinstance(node, ast.Name)}
    is_of_its_own = text_of(statement.targets[0]) in used
    return [name for name in dict.fromkeys(made) if name in used and is_of_its_own]


def _starts_of_sums(tree: ast.Module) -> Iterator[Edit]:
    """A value with which a sum starts that the rounds of a loop below add up: it starts at 0."""
    for block in blocks(tree):
        for k, start in enumerate(list(block)):
            target = start.targets[0] if isinstance(start, ast.Assign) else None
            if not isinstance(target, ast.Name) or not isinstance(start, ast.Assign):
                continue
            steps = [step for loop in block[k + 1 :] if isinstance(loop, LOOPS) for step in loop.body]
            adding = [step for step in steps if _adds_to(step, target.id)]
            if adding and text_of(start.value) != "0":
                zero = ast.Assign([target], ast.Constant(0))
                words = (target.id, text_of(start.value), str(adding[0].lineno))
                yield Edit(
                    "start of a sum", start, words, with_blocks(tree, [(block, [*block[:k], zero, *block[k + 1 :]])])
                )


def _adds_to(step: ast.stmt, name: str) -> bool:
    """Whether a line adds to what a name holds."""
    if isinstance(step, ast.AugAssign):
        return isinstance(step.op, ast.Add) and text_of(step.target) == name
    value = step.value if isinstance(step, ast.Assign) and text_of(step.targets[0]) == name else None
    return (
        isinstance(value, ast.BinOp)
        and isinstance(value.op, ast.Add)
        and name in map(text_of, (value.left, value.right))
    )


def _others(statement: ast.stmt) -> Iterator[tuple[str, ast.stmt, tuple[str, ...]]]:
    if isinstance(statement, ast.AugAssign):
        plain, target = ast.Assign([statement.target], statement.value), text_of(statement.target)
        pieces = [text_of(node) for node in ast.walk(statement.value) if isinstance(node, ast.expr)]
        again = ("again",) if target in pieces else ()
        yield "augmented", plain, (f"{sign_of(statement.op)}=", target, *again)
    names = statement.targets[0] if isinstance(statement, ast.Assign) else None
    if isinstance(statement, ast.Assign) and isinstance(names, ast.Tuple) and len(names.elts) == 2:
        exchanged = ast.Assign([ast.Tuple(names.elts[::-1], ast.Store())], statement.value)
        yield "names exchanged", exchanged, (", ".join(text_of(name) for name in names.elts),)
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        yield from _of_assignment(statement.targets[0], statement.value)
    call = statement.value if isinstance(statement, ast.Expr) else None
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "append" and call.args:
        entry = call.args[0]
        if isinstance(entry, ast.List) and len(entry.elts) == 1:
            alone = ast.Expr(ast.Call(call.func, entry.elts, []))
            yield "list in a list", alone, (text_of(call.func.value),)
        last = ast.Subscript(call.func.value, ast.Constant(-1), ast.Load())
        whole = ast.Call(call.func, [ast.BinOp(last, ast.Add(), call.args[0])], [])
        yield "change alone", ast.Expr(whole), (text_of(call.func.value),)
        for entry in _entries(call.args[0], text_of(call.func.value)):
            stored = ast.Assign([ast.Subscript(entry.value, entry.slice, ast.Store())], call.args[0])
            yield "append for a place", stored, (text_of(entry.value), text_of(entry.slice))
    if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Call) and _is_a_pop(statement.value):
        taken = statement.value.func.value  # type: ignore[attr-defined]
        last = ast.Subscript(taken, ast.UnaryOp(ast.USub(), ast.Constant(1)), ast.Load())
        yield "taken out", ast.Assign(statement.targets, last), (text_of(statement.value), text_of(taken))
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and _is_an_insert(call):
        place, value = call.args
        stored = ast.Assign([ast.Subscript(call.func.value, place, ast.Store())], value)
        yield "insert for a place", stored, (text_of(call.func.value), text_of(place))
    if isinstance(statement, ast.If):
        for block, always in ((statement.body, True), (statement.orelse, False)):
            if block:
                one = ast.If(ast.Constant(True), block, [])
                yield "condition", one, (text_of(statement.test), "true" if always else "false", _held(block))


def _is_a_pop(call: ast.Call) -> bool:
    return getattr(call.func, "attr", "") == "pop" and not call.args


def _is_an_insert(call: ast.Call) -> bool:
    return getattr(call.func, "attr", "") == "insert" and len(call.args) == 2


def _appended_to_arrays(tree: ast.Module) -> Iterator[Edit]:
    """A loop that adds each value behind an array: it stores the value in the place of the round."""
    for loop in (node for node in ast.walk(tree) if isinstance(node, ast.For)):
        counter = loop.target.elts[0] if isinstance(loop.target, ast.Tuple) else loop.target
        for k, statement in enumerate(list(loop.body)):
            call = statement.value if isinstance(statement, ast.Assign) else None
            if not isinstance(call, ast.Call) or text_of(call.func) != "np.append" or len(call.args) != 2:
                continue
            name, value = call.args
            for place in (counter, ast.BinOp(counter, ast.Add(), ast.Constant(1))):
                stored = ast.Assign([ast.Subscript(name, place, ast.Store())], value)
                make = with_blocks(tree, [(loop.body, [*loop.body[:k], stored, *loop.body[k + 1 :]])])
                yield Edit("array append for a place", statement, (text_of(name), text_of(counter)), make)


def _entries(value: ast.expr, name: str) -> list[ast.Subscript]:
    """The places of a list from which a value is made."""
    return [node for node in ast.walk(value) if isinstance(node, ast.Subscript) and text_of(node.value) == name][:1]


def _held(block: list[ast.stmt]) -> str:
    """The lines of a block, with their verb."""
    first, last = block[0].lineno, block[-1].end_lineno
    return f"Line {first} is" if first == last else f"Lines {first} to {last} are"


def _under_its_own_name(tree: ast.Module, statement: ast.Assign) -> Iterator[Edit]:
    """A new value that gets another name than the one from which the line makes it: one name for both."""
    target = statement.targets[0]
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    loops = [loop for loop in ast.walk(tree) if isinstance(loop, (ast.For, ast.While)) and _holds(loop, statement)]
    if not loops or not isinstance(target, ast.Name):
        return
    stored = {node.id for node in names if isinstance(node.ctx, ast.Store)}
    inside = [node for loop in loops for node in ast.walk(loop) if isinstance(node, ast.Name)]
    stored -= {node.id for node in inside if isinstance(node.ctx, ast.Store)}  # those that change in the loop
    read = {node.id for node in ast.walk(statement.value) if isinstance(node, ast.Name)}
    for other in sorted((read & stored) - {target.id}):
        places = [node for node in names if node.id == target.id]
        make = partial(with_another_name, tree, places, other)
        lines = sorted({place.lineno for place in places} - {statement.lineno})
        yield Edit("two names", statement, (target.id, other, *map(str, lines)), make)


def _wrong_way_round(tree: ast.Module, statement: ast.Assign, given: Sequence[str]) -> Iterator[Edit]:
    """A name, or a place, in a loop that gets the value of another one, which no line of the loop changes."""
    target, value = statement.targets[0], statement.value
    places = (ast.Name, ast.Subscript)
    if len(statement.targets) > 1 or not isinstance(target, places) or not isinstance(value, places):
        return
    loops = [loop for loop in ast.walk(tree) if isinstance(loop, LOOPS) and _holds(loop, statement)]
    names = [node for loop in loops for node in ast.walk(loop) if isinstance(node, (ast.Name, ast.Subscript))]
    changed = {_base(node) for node in names if isinstance(node.ctx, ast.Store)}
    if not loops or _base(value) in {*given, *changed}:
        return
    makers = [node for node in ast.walk(tree) if isinstance(node, ast.Assign) and node is not statement]
    texts = (text_of(target), text_of(value))
    others = [maker.lineno for maker in makers if text_of(maker.targets[0]) in texts]
    make = partial(_with_sides_exchanged, tree, statement)
    words = (text_of(statement), text_of(target), text_of(value))
    yield Edit("wrong way round", statement, words, make, (statement.lineno, *others))


def _base(place: ast.expr) -> str:
    """The name of a place."""
    return text_of(place.value if isinstance(place, ast.Subscript) else place)


def _with_sides_exchanged(tree: ast.Module, statement: ast.Assign) -> str:
    usual = statement.targets, statement.value
    statement.targets, statement.value = [usual[1]], usual[0][0]
    source = ast.unparse(tree)
    statement.targets, statement.value = usual
    return source


def _holds(loop: ast.AST, statement: ast.stmt) -> bool:
    return any(node is statement for node in ast.walk(loop))


def _of_assignment(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.stmt, tuple[str, ...]]]:
    if isinstance(target, (ast.Name, ast.Subscript)):
        if isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.UAdd):
            yield "equals plus", ast.AugAssign(target, ast.Add(), value.operand), (text_of(target),)
        yield "not added", ast.AugAssign(target, ast.Add(), value), (text_of(target),)
    if isinstance(value, (ast.Name, ast.Subscript)):
        copied = ast.Call(ast.Attribute(value, "copy", ast.Load()), [], [])
        yield "no copy", ast.Assign([target], copied), (text_of(target), text_of(value))
