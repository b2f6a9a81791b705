"""Things that students add to a right answer and that must cost nothing: before it, after it, or in cells around it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Addition:
    """Code before and after an answer, and a cell above it."""

    first: str = ""
    last: str = ""
    cell: str = ""

    def around(self, answer: str) -> str:
        """The answer with the addition."""
        return "\n".join(filter(None, (self.first, answer, self.last)))


ODD = "class Odd:\n    def __{0}__(self, *rest): raise ValueError\nodd = Odd()"
ADDITIONS = {
    "comments": Addition("# my answer\n# second line", "# the end"),
    "docstring": Addition('"""What this does."""'),
    "words": Addition("print('begin')", "print('done, at last')"),
    "words on stderr": Addition("import sys\nprint('begin', file=sys.stderr)"),
    "shape printed": Addition(last="print(np.zeros(3).shape)"),
    "three hundred copies": Addition(last="copies = [np.zeros((50, 150)) for k in range(300)]"),
    "history": Addition("history = []", "for k in range(150): history.append(np.ones((50, 150)))"),
    "history of lists": Addition(last="history = [[0.5] * 150 for k in range(2000)]"),
    "large array": Addition(last="large = np.zeros((1000, 1000))"),
    "long double": Addition(last="precise = np.ones(4, np.longdouble)\none = np.longdouble(1)"),
    "half precision": Addition(last="half = np.ones(4, np.float16)\nlast = half[0]"),
    "complex": Addition(last="z = np.fft.fft(np.ones(150))\nw = 1 + 2j"),
    "masked": Addition(last="masked = np.ma.masked_less(np.arange(9), 3)"),
    "structured": Addition(last="rows = np.zeros(3, [('time', float), ('name', 'U9')])"),
    "objects": Addition(last="objects = np.array([1, None, 'a'], dtype=object)"),
    "times": Addition(last="import datetime\nnow = datetime.datetime.now()\nday = np.datetime64('2020-01-01')"),
    "matrix": Addition(last="import warnings\nwarnings.simplefilter('ignore')\nm = np.matrix([[1, 2]])"),
    "empty": Addition(last="nothing = np.zeros((0, 5))\nnone = []\nvoid = None"),
    "scalar array": Addition(last="alone = np.array(0.5)"),
    "read-only view": Addition(last="fixed = np.broadcast_to(1.0, (50, 150))"),
    "dict and set": Addition(last="d = {1: [2], 'a': np.ones(3)}\ns = {1, 2}\nf = frozenset(s)"),
    "deep lists": Addition(last="deep = []\nfor k in range(500): deep = [deep]"),
    "list of itself": Addition(last="loop = []\nloop.append(loop)"),
    "generator": Addition(last="g = (k for k in range(3))\nz = zip([1], [2])\ne = enumerate('ab')"),
    "exact numbers": Addition(last="from decimal import Decimal\nfrom fractions import Fraction\na = [Decimal(1)]"),
    "huge number": Addition(last="huge = 10 ** 5000\nlist_of_huge = [huge]"),
    "no numbers": Addition(last="bad = [float('nan'), float('inf'), -np.inf]\nworse = np.full(99, np.nan)"),
    "long text": Addition(last="text = 'a' * 3_000_000\nraw = bytes(3_000_000)"),
    "odd letters": Addition(last="text = 'caf\\u00e9 \\u4f60 \\ud800 \\x00 \\u202e'"),
    "object without text": Addition(last=ODD.format("repr")),
    "object without length": Addition(last=ODD.format("len")),
    "object without equality": Addition(last=ODD.format("eq")),
    "named tuple": Addition(last="from collections import namedtuple\np = namedtuple('P', 'x y')(1, 2)"),
    "thousand names": Addition(last="for k in range(1000): globals()[f'name_{k}'] = [0.5] * 100"),
    "function and class": Addition("def unused(x):\n    return x\nclass Empty:\n    pass\nempty = Empty()"),
    "lambda": Addition(last="square = lambda x: x * x"),
    "file kept": Addition(last="np.save('x.npy', np.ones(9))\nagain = np.load('x.npy')"),
    "text file": Addition(last="with open('a.txt', 'w') as f: f.write('1 2')\nagain = open('a.txt').read()"),
    "pickle": Addition(last="import pickle\nagain = pickle.loads(pickle.dumps([1, 2]))"),
    "memory map": Addition(last="m = np.memmap('m.bin', mode='w+', shape=9)\nm[:] = 1"),
    "figure saved": Addition(last="plt.savefig('figure.png')\nplt.close('all')"),
    "another figure": Addition(last="plt.figure()\nplt.plot([1, 2, 3], [3, 1, 2])\nplt.show()"),
    "picture of numbers": Addition(last="plt.figure()\nplt.imshow(np.ones((5, 5)))\nplt.show()"),
    "histogram": Addition(last="plt.figure()\nplt.hist([1, 2, 2, 3])\nplt.show()"),
    "other style": Addition("plt.style.use('ggplot')"),
    "settings": Addition("plt.rcParams['figure.figsize'] = (9, 3)\nplt.rcParams['font.size'] = 9"),
    "letters by TeX": Addition("plt.rcParams['text.usetex'] = True"),
    "print options": Addition("np.set_printoptions(precision=2)\nnp.seterr(all='ignore')"),
    "magics": Addition("%matplotlib inline"),
    "timed": Addition("import time\nbegin = time.perf_counter()", "took = time.perf_counter() - begin"),
    "warnings": Addition("import warnings\nwarnings.warn('old', DeprecationWarning)"),
    "logging": Addition("import logging\nlogging.getLogger('a').warning('look')"),
    "assertions": Addition("assert tau > 0", "assert True, 'never'"),
    "error caught": Addition(last="try:\n    1 / 0\nexcept ZeroDivisionError as problem:\n    print('no')"),
    "name deleted": Addition("unused = 1", "del unused"),
    "thread": Addition(last="import threading\nt = threading.Thread(target=print)\nt.start()\nt.join()"),
    "display": Addition(last="display('text')\ndisplay(np.ones(3))"),
    "last value": Addition(last="tau"),
    "more random numbers": Addition(last="more = np.random.random(5)\nimport random\nrandom.random()"),
    "cell that prints": Addition(cell="print('hello')\nfor k in range(3): print(k, k * k)"),
    "cell that fails": Addition(cell="undefined_name"),
    "cell that no one can read": Addition(cell="this is not Python"),
    "cell with a figure": Addition(cell="plt.plot([1, 2, 3])\nplt.title('try')\nplt.show()"),
    "cell with large data": Addition(cell="big = [np.ones((50, 150)) for k in range(100)]"),
    "cell of imports": Addition(cell="import math, os, sys\nfrom math import *"),
    "cell of magics": Addition(cell="%timeit sum(range(10))\n!ls\n?print"),
}  # fmt: skip
