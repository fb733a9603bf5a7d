"""A table to take away, for a spreadsheet that would run what begins like a formula."""

import csv
from collections.abc import Iterable
from io import StringIO

from flask import Response

LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def spreadsheet(name: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> Response:
    """A file of this name, with the heads above the rows."""
    out = StringIO()
    sheet = csv.writer(out)
    sheet.writerow(heads)
    sheet.writerows([as_text(cell) for cell in row] for row in rows)
    return Response(
        out.getvalue(),
        mimetype="text/csv",
        headers={"Content-Disposition": f"attachment; filename={name}.csv"},
    )


def as_text(cell: str) -> str:
    return f"'{cell}" if cell.startswith(LIKE_A_FORMULA) else cell
