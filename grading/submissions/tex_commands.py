"""Commands of TeX that a student's formula may hold: they set signs, and neither act on the page nor move or hide text.

MathJax, which formgrader's page loads, has hundreds more, some of which make links, change the page's style or paint
over it. A list of these would never be complete.
"""

from __future__ import annotations

import re

KINDS = {
    "Greek and other letters": (
        "alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa lambda mu nu xi "
        "omicron pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda "
        "Xi Pi Sigma Upsilon Phi Psi Omega aleph hbar hslash ell imath jmath wp Re Im infty partial nabla "
        "emptyset varnothing degree prime"
    ),
    "accents and lines": (
        "hat widehat bar overline underline vec dot ddot dddot tilde widetilde check breve acute grave mathring "
        "boxed overbrace underbrace overrightarrow overleftarrow overset underset stackrel"
    ),
    "fractions, roots, large signs": (
        "frac dfrac tfrac cfrac binom dbinom tbinom choose over atop sqrt root of sum prod coprod int iint iiint "
        "oint bigcup bigcap bigoplus bigotimes bigvee bigwedge limits nolimits"
    ),
    "functions": (
        "sin cos tan cot sec csc sinh cosh tanh coth arcsin arccos arctan exp ln log lg lim limsup liminf max min "
        "sup inf arg det dim deg gcd hom ker Pr operatorname mod bmod pmod"
    ),
    "signs between two things": (
        "cdot times div pm mp ast star circ bullet oplus ominus otimes odot cap cup wedge vee land lor setminus "
        "leq le geq ge neq ne ll gg approx sim simeq cong equiv propto asymp doteq prec succ subset supset "
        "subseteq supseteq in ni notin not mid nmid parallel perp mapsto to gets leftarrow rightarrow "
        "leftrightarrow Leftarrow Rightarrow Leftrightarrow longrightarrow longleftarrow Longrightarrow implies "
        "impliedby iff uparrow downarrow updownarrow Uparrow Downarrow nearrow searrow swarrow nwarrow "
        "rightleftharpoons leqslant geqslant lesssim gtrsim colon forall exists nexists neg lnot top bot angle "
        "triangle square therefore because"
    ),
    "brackets, dots, gaps": (
        "left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr langle rangle lfloor "
        "rfloor lceil rceil lvert rvert lVert rVert vert Vert lbrace rbrace lbrack rbrack ulcorner urcorner "
        "llcorner lrcorner backslash ldots cdots vdots ddots dots dotsc dotsb quad qquad"
    ),
    "letters of a kind, tables": (
        "text textrm textbf textit texttt mathrm mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr "
        "boldsymbol bf it rm displaystyle textstyle begin end hline"
    ),
    "what texts about Python hold": "n r t",
}
ALLOWED = frozenset(name for names in KINDS.values() for name in names.split())
COMMAND = re.compile(r"\\([A-Za-z]+|!)")  # \! moves to the left
HEIGHT = re.compile(r"\\\\(?=\s*\*?\s*\[\s*[-+]?\s*[\d.,]+\s*[a-z]{2}\s*\])")  # of a gap below a line


def harmless(text: str) -> str:
    """The text, in which a blank takes the effect from every other command.

    >>> print(harmless(r"$\\frac{1}{2} \\href{x}{y}$"))
    $\\frac{1}{2} \\ href{x}{y}$
    """
    text = HEIGHT.sub(r"\\\\{}", text)
    return COMMAND.sub(lambda match: match[0] if match[1] in ALLOWED else f"\\ {match[1]}", text)
