"""Fetch GOV.UK Frontend and MoJ Frontend into static/, ready built, so that running needs no Node.

Run by `make assets`, on a machine with npm, and the result committed. The GDS Transport font and
the crown, crest and logotype may only be used on GOV.UK itself, so they are left out.
"""

import base64
import hashlib
import re
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

STATIC = Path(__file__).parent.parent / "static"


@dataclass(frozen=True)
class Package:
    name: str
    sha512: str  # as npm publishes it, so that a changed package is refused
    built: str
    stem: str
    into: Path


PACKAGES = (
    # The version whose markup govuk-frontend-jinja 4.1.0 writes.
    Package(
        name="govuk-frontend@6.3.0",
        sha512="cXIQxm5PHCsbic47GXZrVBZhAeeshTLRL6ZBKilLsR6r"
        "MCjJuWb7Fruq0VUNMBJFlJk/srsRj/q8d5bM9cgKoA==",
        built="package/dist/govuk",
        stem="govuk-frontend",
        into=STATIC / "govuk",
    ),
    Package(
        name="@ministryofjustice/frontend@11.1.0",
        sha512="1bkUbm2M4DpcpX/pOmumQRBsbJco9W2RwmJv5h/ZC/Zq"
        "rAOn2/FjpF+A7vS0gs7oMXBizr9O5huDrSYbLx73Nw==",
        built="package/moj",
        stem="moj-frontend",
        into=STATIC / "moj",
    ),
)


def main() -> None:
    for package in PACKAGES:
        with tempfile.TemporaryDirectory() as folder:
            vendor(package, unpack(package, Path(folder)))


def unpack(package: Package, folder: Path) -> Path:
    subprocess.run(
        ["npm", "pack", "--silent", package.name], cwd=folder, check=True, capture_output=True
    )
    (archive,) = folder.glob("*.tgz")
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if digest != package.sha512:
        raise SystemExit(f"{package.name} is not the package this was written for: {digest}")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / package.built


def vendor(package: Package, built: Path) -> None:
    shutil.rmtree(package.into, ignore_errors=True)
    package.into.mkdir(parents=True)

    css = without_crown_property((built / f"{package.stem}.min.css").read_text())
    write(package.into / f"{package.stem}.min.css", css)
    write(package.into / f"{package.stem}.min.js", (built / f"{package.stem}.min.js").read_text())

    for image in sorted(set(re.findall(r"url\((images/[^)]+)\)", css))):
        (package.into / "images").mkdir(exist_ok=True)
        shutil.copyfile(built / "assets" / image, package.into / image)


def without_crown_property(css: str) -> str:
    """The style sheet in Arial, with no crest, and with images found beside it."""
    css = re.sub(r"@font-face\{[^}]*\}", "", css)
    css = css.replace("GDS Transport,arial,sans-serif", "arial,helvetica,sans-serif")
    css = re.sub(r"url\(/assets/images/govuk-crest\.svg\)", "none", css)
    css = css.replace("url(/assets/", "url(")
    for unwanted in ("GDS Transport", "@font-face", "crest.svg", "/assets/"):
        if unwanted in css:
            raise SystemExit(f"The style sheet still has {unwanted!r}")
    return css


def write(path: Path, text: str) -> None:
    """Without the link to a source map, which is not kept and which browsers would look for."""
    text = re.sub(r"/\*# sourceMappingURL=.*?\*/|//# sourceMappingURL=\S*", "", text)
    path.write_text(text.rstrip() + "\n")
    print(f"{path.relative_to(STATIC.parent)}  {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
