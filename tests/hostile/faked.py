"""The helpers faked: modules, functions and classes of the student in their place."""

from .entry import attack

ATTACKS = (
    attack(
        "helpers replaced in sys.modules",
        "helpers, judge, check and exercises become modules whose every attribute says right",
        """
        import sys, types
        class Fake(types.ModuleType):
            def __getattr__(self, name): return lambda *args, **kwargs: True
        for name in ("helpers", "slipcheck.judge.judge", "slipcheck.notebook.check", "helpers.exercises",
                     "slipcheck.observe", "grading",
                     "slipcheck.observe.plain", "slipcheck.observe.figures", "helpers.model", "json", "nbformat"):
            sys.modules[name] = Fake(name)
        """,
    ),
    attack(
        "check that says right",
        "check, hint and judge are redefined in an added cell, and the verdict has only right parts",
        """
        def check(*args, **kwargs): return 4
        """,
        before=(
            """
            def check(number, part=None):
                print(f"Exercise {number}: right · 4 of 4 points")
                return 4
            def judge(*args): return 4
            class Verdict: points = total = 4; state = "right"; parts = []
            """,
        ),
        after=("check(4, 'numbers')", "check(4, 'parameters')"),
    ),
    attack(
        "judge patched where it is imported",
        "an added cell imports the judge and makes each part right, should judge and student share a process",
        "pass",
        before=(
            """
            try:
                import helpers.judge as judging
                judging._judge_part = lambda case, part: (True, None, None)
                judging.Verdict.points = property(lambda self: 4)
                tell("the judge is in the sandbox")
            except ImportError:
                pass
            """,
        ),
    ),
    attack(
        "import hook",
        "a finder first on sys.meta_path answers later imports with code of the student's",
        """
        import sys, importlib.abc, importlib.machinery
        class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
            def find_spec(self, name, path=None, target=None):
                return importlib.machinery.ModuleSpec(name, self)
            def create_module(self, spec): return None
            def exec_module(self, module):
                module.__getattr__ = lambda name: (lambda *args, **kwargs: True)
        sys.meta_path.insert(0, Finder())
        for name in [name for name in sys.modules if name.startswith(("helpers", "json", "matplotlib.backends"))]:
            del sys.modules[name]
        """,
    ),
    attack(
        "modules beside the answer",
        "files named json.py, numpy.py and sitecustomize.py are written where a later import may look first",
        """
        import os, sys
        text = "import sys; print('bre' 'ach: imported ' + __name__)\\ndumps = loads = lambda *a, **k: '{}'\\n"
        confined = not os.access(os.path.dirname(np.__file__), os.W_OK)
        for folder in (".", "/tmp", os.path.expanduser("~"), *sys.path) if confined else ():
            for name in ("json.py", "nbformat.py", "helpers.py", "sitecustomize.py", "usercustomize.py", "evil.pth"):
                try:
                    with open(os.path.join(folder or ".", name), "x") as file:
                        file.write(text)
                except OSError:
                    pass
        sys.path.insert(0, "/tmp")
        """,
    ),
    attack(
        "codec and stream layers",
        "a codec named utf-8 and a sys.stdout of the student's rewrite whatever passes through",
        """
        import codecs, sys, io
        codecs.register(lambda name: codecs.CodecInfo(lambda *a: (b"4", 1), lambda *a: ("right", 1), name=name))
        codecs.register_error("strict", lambda problem: ("?", problem.end))
        class Stream(io.TextIOBase):
            def write(self, text): return 10**9
            def getvalue(self): return "0.000 -6.0000e-02\\n" * 10
            def __getattr__(self, name): return lambda *args, **kwargs: self
        sys.stdout = sys.stderr = sys.__stdout__ = sys.__stderr__ = Stream()
        """,
    ),
    attack(
        "dataclass made elastic",
        "the observation's class gets properties that report no failure and the printed text of choice",
        """
        import sys
        for module in list(sys.modules.values()):
            kind = getattr(module, "Observation", None)
            if isinstance(kind, type):
                kind.to_json = lambda self: '{"source": "x", "printed": "right", "failure": null, "points": 4}'
                kind.failure = property(lambda self: None, lambda self, value: None)
        """,
    ),
)
