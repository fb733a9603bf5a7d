"""What a plan said is kept line by line, whoever typed it and in whichever language."""

from views.plan.as_given import lines_of

HTML = """<!doctype html><html lang="qx"><head><title>T</title><style>p {}</style></head>
<body>
  <p class="name"><bdi>Zoë &lt;i&gt;</bdi></p>
  <h1>Nalp ruoy</h1>
  <ul><li class="app-plan__item">
    <p class="app-plan__words"><strong><bdi>See a flat
with Ada</bdi></strong></p>
    <p><span>Ada</span>. <span><span lang="en" dir="ltr">By
      1 May</span></span></p>
  </li><li>999<br></li></ul>
  <blockquote dir="auto">Why
so soon?</blockquote>
  <p> </p>
</body></html>"""


def test_each_line_is_kept_in_runs_of_one_language_and_what_was_typed_in_none():
    assert [(line["kind"], line["runs"]) for line in lines_of(HTML, "qx")] == [
        ("words", [["Zoë <i>", ""]]),
        ("title", [["Nalp ruoy", "qx"]]),
        ("action", [["See a flat\nwith Ada", ""]]),
        ("words", [["Ada. ", "qx"], ["By 1 May", "en"]]),
        ("listed", [["999", "qx"]]),
        ("quote", [["Why\nso soon?", ""]]),
    ]
