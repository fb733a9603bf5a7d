"""Reading a PDF as somebody does who cannot see it."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader


def read_tagged(body: bytes) -> tuple[PdfReader, list[str], str]:
    """The file, the kind of each of its parts in order, and its words on one line. AssertionError
    where it is not tagged, says no language or has no title to show."""
    found = PdfReader(BytesIO(body))
    catalogue = found.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"]
    assert catalogue["/Lang"]
    assert b"pdfuaid" in catalogue["/Metadata"].get_data()
    words = " ".join(" ".join(each.extract_text() for each in found.pages).split())
    return found, kinds(catalogue["/StructTreeRoot"]), words


def kinds(node: Any) -> list[str]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [kind for each in node for kind in kinds(each)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + kinds(node.get("/K"))
