"""IPython's own doors: events, transformers, magics, shell escapes, displays and history."""

from .entry import attack

ATTACKS = (
    attack(
        "event after each cell",
        "callbacks on IPython's events replace the outcome of whatever cell is run next",
        "pass",
        before=(
            """
            shell = get_ipython()
            def later(result=None):
                if result is not None:
                    result.error_in_exec = result.error_before_exec = None
                    result.result = 4
                print("✓ Exercise 4: right · 4 of 4 points")
            if shell is not None:
                for event in ("pre_execute", "pre_run_cell", "post_execute", "post_run_cell"):
                    shell.events.register(event, later)
            """,
        ),
    ),
    attack(
        "input transformer",
        "transformers of text and of syntax trees turn every later cell into a table of right-looking numbers",
        "pass",
        before=(
            """
            import ast
            shell = get_ipython()
            class Yes(ast.NodeTransformer):
                def visit_Module(self, node): return ast.parse("4")
            if shell is not None:
                shell.input_transformers_post.append(lambda lines: ["4\\n"])
                shell.input_transformers_cleanup.append(lambda lines: ["4\\n"])
                shell.ast_transformers.append(Yes())
                shell.run_cell = shell.run_code = lambda *args, **kwargs: None
            """,
        ),
        after=("check(4, 'numbers')",),
    ),
    attack(
        "magic that writes files",
        "%%writefile, %save, %store and %history leave files in the course folder and the home",
        """
        %%writefile ../../../grades.csv
        student,score
        mallory,100
        """,
        before=(
            "%%writefile /tmp/helpers.py\nraise SystemExit",
            "%save -f ~/.ipython/note.py 1-10",
            "evil = 1\n%store evil\n%history -g -f ../gradebook.db",
            "%logstart -o /tmp/log.txt append",
        ),
        then="",
    ),
    attack(
        "captured cell",
        "%%capture hides a table that counts as printed, or a table counts that nobody sees",
        """
        %%capture hidden
        for step in range(10):
            print(f"{step * dt:.3f} {el:.4e}")
        """,
        after=("hidden.show()\nhidden",),
        then="",
    ),
    attack(
        "shell commands",
        "!cmd, %sx, %%bash and %%script start programs that read the course folder and edit marks",
        """
        !cat /proc/1/environ ../../../gradebook.db | head -c 2000
        found = !ls -la / /home /root ../.. 2>/dev/null
        print(found)
        %sx echo forged > ../../../grades.csv
        """,
        before=(
            "%%bash\nid; env; ls -la ..; sqlite3 ../../../gradebook.db 'update grade set auto_score = 100'",
            "%%script python3\nprint(open('/etc/passwd').read())",
            '!!echo "bre""ach: a shell was started"',
        ),
    ),
    attack(
        "scripts by magic",
        "%%javascript, %%html, %%svg, %%latex and %%markdown put active content into the page",
        "%%javascript\nalert(document.cookie)",
        before=(
            "%%html\n<script>alert(1)</script><img src=x onerror=alert(2)>",
            "%%svg\n<svg xmlns='http://www.w3.org/2000/svg' onload='alert(3)'><script>alert(4)</script></svg>",
            "%%markdown\n[click](javascript:alert(5)) <iframe src='javascript:alert(6)'></iframe>",
            "%%latex\n$$\\href{javascript:alert(7)}{x}$$",
        ),
        then="",
    ),
    attack(
        "extension and startup",
        "%load_ext, %run, %autoreload and %config are used to load code and change the shell for all",
        """
        %config InteractiveShell.ast_node_interactivity = 'all'
        %matplotlib notebook
        %pylab
        %run ../../../helpers/judge.py
        """,
        before=(
            """
            import os, sys
            os.makedirs("/tmp/ext", exist_ok=True)
            open("/tmp/ext/evil_ext.py", "w").write("def load_ipython_extension(shell): shell.run_cell = None")
            sys.path.insert(0, "/tmp/ext")
            """,
            "%load_ext evil_ext",
            "%cd /\n%env PYTHONSTARTUP=/tmp/ext/evil_ext.py\n%alias ls rm",
        ),
    ),
    attack(
        "display publisher replaced",
        "the shell's publisher, formatters and display hook are replaced by ones that publish a panel with full marks",
        """
        from IPython.core.interactiveshell import InteractiveShell
        from IPython.core.displaypub import DisplayPublisher
        from IPython.core.formatters import DisplayFormatter
        data = {"text/plain": "✓ Exercise 4: right · 4 of 4 points", "application/json": {"points": 4}}
        DisplayPublisher.publish = lambda self, *args, **kwargs: None
        DisplayFormatter.format = lambda self, *args, **kwargs: (data, {"points": 4})
        InteractiveShell.showtraceback = lambda self, *args, **kwargs: None
        """,
    ),
    attack(
        "error that renders itself",
        "an exception's _render_traceback_ and __str__ run code in whoever shows it, and never come back",
        """
        class Rendered(Exception):
            def _render_traceback_(self):
                while True:
                    pass
            def __str__(self):
                while True:
                    pass
            __repr__ = __str__
        raise Rendered
        """,
        then="",
        stop="time",
    ),
    attack(
        "representations that never end",
        "the value of a last expression has a __repr__, _repr_html_ and _ipython_display_ that loop or raise",
        """
        class Shown:
            def __repr__(self): return self.__repr__() if False else "4" * 10**9
            def _repr_html_(self): raise SystemExit(4)
            def _repr_mimebundle_(self, **kwargs): return {"application/vnd.points": 4, 7: object()}, "no dict"
            def _ipython_display_(self):
                while True:
                    pass
        """,
        after=("Shown()", "[Shown()] * 3"),
        then="Shown()",
    ),
    attack(
        "prompt number and history forged",
        "execution counts, In, Out and the names of earlier outputs are overwritten with marks",
        """
        In = Out = _ = __ = ___ = _4 = {4: 4}
        _i, _ii, _ih, _oh, _dh = "check(4)", "", ["check(4)"], {1: 4}, ["/"]
        exit = quit = get_ipython
        __name__ = "slipcheck.notebook.check"
        __file__ = "/proc/self/environ"
        __builtins__ = {"print": print, "range": range}
        """,
    ),
    attack(
        "debugger waiting for someone",
        "breakpoint, %debug, input and getpass wait on a terminal that nobody sits at",
        """
        import getpass, pdb, sys
        for ask in (lambda: sys.stdin.read(), lambda: sys.__stdin__.readline(), getpass.getpass, pdb.set_trace):
            try:
                print(ask())
            except Exception:
                pass
        """,
        before=("%pdb on\n1 / 0", "input('password of the instructor: ')"),
    ),
)
