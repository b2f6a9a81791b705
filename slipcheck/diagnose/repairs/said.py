"""The sentences for each kind of change."""

from __future__ import annotations

RIGHT_WITHOUT = "The values are right without it."
RIGHT_WITHOUT_THEM = "The values are right without them."
SAID: dict[str, tuple[str, str, str]] = {  # what stands there, what it means, what to try
    "behind a #": ("`{0}` comes after a #.", "So Python takes it for a comment, and skips it.", "Put it on a line of its own, without the #."),
    "plus plus": ("`{0}` adds nothing.", "Python has no operator ++. It reads two plus signs, and they change nothing.", "Write a sum instead."),
    "changed again": ("`{0}` is the value that is needed already.", "The rest of this line changes it once more.", "Compare the line with the text: from where to where should the number lie?"),
    "sign": ("the sign in `{0}` is not the right one.", RIGHT_WITHOUT, "Compare the sign with the text."),
    "other operator": ("the sign `{0}` is not the right one here.", "", "Which sign belongs there?"),
    "exchanged": ("the two sides of `{0}` are swapped.", "Their order matters with this sign.", "Which of them comes first in the text?"),
    "closed too early": ("a bracket closes before `{1}`, and should enclose it.", "Python computes `{0}` first, and only then `{1}`.", "Where should the bracket close?"),
    "closed too late": ("a bracket encloses `{1}`, and should close before it.", "Python computes all of `{0}` first.", "Where should the bracket close?"),
    "no bracket around": ("`{0}` applies to `{1}` alone, and should apply to `{2}` too.", "Without brackets Python computes products and quotients first.", "Enclose the terms that belong together."),
    "no bracket below": ("all of `{0}` belongs below the fraction line.", "Without a bracket Python divides by its first piece only.", "Put brackets around all that is below the fraction line."),
    "of each": ("`{0}` is applied to two values, one by one.", "It should be applied once, to the result.", "Which bracket should enclose both values?"),
    "no index": ("`{0}` is used here with all its values; only one is needed.", "", "Which index picks that value?"),
    "index too much": ("`{0}` is only a part; the whole is needed here.", "", "Leave the index out."),
    "not transposed": ("the rows and columns of `{0}` are swapped here.", "", "Along which axis does the time run?"),
    "transposed": ("the rows and columns are swapped in `{0}`.", "", "Along which axis does the time run?"),
    "too much": ("`{0}` does not belong here.", RIGHT_WITHOUT, "Compare the line with the formula in the text, piece by piece."),
    "call too much": ("`{0}` changes a value that is right without it.", "", "Does the text ask for `{0}`?"),
    "augmented": ("`{0}` uses the value that `{1}` already has.", "Here `{1}` should get a new value, whatever the old one is.", "Which sign does that?"),
    "not added": ("`{0}` gets a new value, and its old one is lost.", "The new value should be added to the old one.", "Which sign does that?"),
    "argument without its name": ("`{0}` does not take the last value in its brackets for `{1}`.", "A value without a name is taken by its place.", "Write the name `{1}` and an equals sign in front of the value."),
    "arguments exchanged": ("the values in the brackets of `{0}` are in the wrong order.", "", "Look up in which order `{0}` takes them."),
    "argument too much": ("`{1}` does not belong in the brackets of `{0}`.", RIGHT_WITHOUT, "Look up what `{0}` does with it."),
    "entry too much": ("`{1}` does not belong in `{0}`.", RIGHT_WITHOUT, "What does each entry stand for?"),
    "number for a name": ("the number {0} is used where a name belongs.", "", "Compare the line with the text."),
    "other value": ("`{0}` is not the value that is needed here.", "", "Which value does the text ask for in this line?"),
    "no copy": ("`{0}` and `{1}` are now two names for the same values.", "Python makes no copy here. A later change of `{0}` changes `{1}` too.", "Make a copy with copy()."),
    "unit in a label": ("the label names {0}, but the values on this axis are in {1}.", "", "Change the unit in the label, or the values that are drawn."),
    "condition": ("the condition `{0}` is not true in every round.", "{1} needed in every round.", "Does the text ask for a condition?"),
    "equals plus": ("the signs `=+` give `{0}` a new value.", "They do not add: the old value of `{0}` is lost.", "In which order do the two signs add?"),
    "two names": ("the new value is stored as `{0}`.", "It is made from `{1}`, and `{1}` stays the same in every round.", "Which one name should hold the value before and after this line?"),
    "change alone": ("the list `{0}` gets only the change.", "The old value is not added to it.", "What is the new value: the change, or the old value with the change?"),
    "name taken": ("`{0}` gives `{1}` the values of a loop.", "So inside these brackets `{1}` is no longer the value that is given.", "Count with another name."),
    "never reached": ("this line is never reached.", "Line {1} is in the same block, and its `{0}` goes on before this line.", "Does this line belong to the condition? Look at its indentation."),
    "pass for continue": ("`pass` does nothing.", "The lines below it are carried out in this round too.", "Which word leaves out the rest of a round?"),
    "made anew": ("this line makes a new list in each round of the loop of line {1}.", "So `{0}` holds one value only, the last.", "Where should the list begin, and what should each round add to it?"),
    "not collected": ("this line gives `{0}` one new number in each round of the loop of line {1}.", "So `{0}` holds the number of the last round only. A list of the numbers of all rounds is needed.", "Where should the list begin, and what should each round add to it?"),
    "whole row": ("`{0}` is a whole row of the table.", "So each round changes the values at all times, not those of one time step.", "An entry of a table needs two indices: the row, and the column. Which is the column here?"),
    "whole column": ("`{0}` is a whole {1}.", "So each round of the loop of line {2} stores all of it anew, and only its last round counts.", "Which one place should change in this round?"),
    "one for all": ("the index {1} in `{0}` takes one {2} only.", "So all {2}s get the value of {2} {1}.", "Which index stands for all {2}s?"),
    "other round": ("the condition `{0}` leaves out the wrong round.", "The round in which it is true is needed.", "Which round should be left out?"),
    "no list": ("`{0}` multiplies two numbers, and gives one number.", "Only a list can be repeated `{1}` times.", "Which brackets make a list of one value?"),
    "power of one": ("`{0}` applies to `{1}` alone.", "Python computes a power first, and then products and quotients.", "Enclose in brackets all that the power applies to in the text."),
    "places exchanged": ("`{0}` and `{1}` have changed places.", "", "Compare the line with the text, piece by piece."),
    "other function": ("`{0}` is not the function that is needed here.", "", "Which function does the text ask for?"),
}  # fmt: skip
INDEX = {
    "late": "It is too large by 1.",
    "early": "It is too small by 1.",
    "exchanged": "The row stands first, then the column.",
    "column": "One index alone takes a row. For a column the row's place needs a colon.",
    "from the end": "An index with a minus sign counts from the end.",
    "one": "`{0}` takes many places; one is needed.",
}
SLICE = {  # what a slice takes, in the ways in which a change of it is named
    "starts late": "It begins too late: Python counts from 0.",
    "ends early": "It ends too early.",
    "all": "It begins too late, and ends too early.",
    "starts early": "It begins too early.",
    "ends late": "It ends too late.",
}
LAST = "In Python the index -1 is the last place, not the one before."
