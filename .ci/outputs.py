"""Looks at built documents from outside.

For each pair of a DOCX and a PDF: Microsoft's validator finds no error in the DOCX; the PDF says that it is PDF/A-2a and
PDF/UA-1; both hold the same letters; every page of the DOCX, as LibreOffice sets it, begins with the words with which the
PDF's page begins; and every word stands at the same place of its page in both, so that lines end alike, in cells too.

Usage: outputs.py FOLDER VALIDATOR
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

FIRST_WORDS = 6
# In points, across and down. Each program has its own mind about where the box around a word begins, and how wide blanks are.
NEAR = (10, 8)
# Where a row is a hair higher in one, all words below it stand a little lower, and a few of them too far.
MOST_ELSEWHERE = 0.005


def pages(pdf):
    """The words of each page, without the page number."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    result = []
    for page in text.split("\f")[:-1]:
        words = page.split()
        if words and words[0].isdigit() and page.lstrip().splitlines()[0].strip() == words[0]:
            words = words[1:]
        result.append(words)
    return result


def places(pdf):
    """The places of each word, page by page."""
    text = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, check=True).stdout.decode()
    result = []
    for page in text.split("<page ")[1:]:
        words = collections.defaultdict(list)
        for x, y, word in re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(.*?)</word>', page):
            words[word].append((float(x), float(y)))
        result.append(words)
    return result


def elsewhere(ours, theirs):
    """Which words stand at other places, and how many there are."""
    found, count = [], 0
    for number, (a, b) in enumerate(zip(places(ours), places(theirs)), 1):
        for word, spots in a.items():
            left = list(b[word])
            for x, y in spots:
                count += 1
                nearest = min(left, key=lambda spot: abs(spot[0] - x) + abs(spot[1] - y), default=None)
                if nearest is None or abs(nearest[0] - x) > NEAR[0] or abs(nearest[1] - y) > NEAR[1]:
                    found.append(f"{word} on page {number}")
                else:
                    left.remove(nearest)
    return found, count


def check(docx, pdf, folder, validator):
    faults = []
    report = json.loads(subprocess.run([validator, docx], capture_output=True).stdout)
    faults += [f"OOXML: {error}" for error in report["errors"]]
    if not report["ok"] and not report["errors"]:
        faults.append(f"OOXML: {report}")

    raw = pathlib.Path(pdf).read_bytes()
    for what in (b"<pdfaid:part>2<", b"<pdfaid:conformance>A<", b"<pdfuaid:part>1<"):
        if what not in raw:
            faults.append(f"PDF: no {what.decode()} in its metadata")

    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(docx)]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    ours = pages(pdf)
    theirs = pages(folder / f"{docx.stem}.pdf")
    if len(ours) != len(theirs):
        faults.append(f"pages: PDF {len(ours)}, DOCX {len(theirs)}")
    for number, (a, b) in enumerate(zip(ours, theirs), 1):
        if a[:FIRST_WORDS] != b[:FIRST_WORDS]:
            faults.append(f"page {number}: PDF begins {a[:FIRST_WORDS]}, DOCX begins {b[:FIRST_WORDS]}")
    # Cells of a table are read in another order by each program that writes a PDF, and words may be broken at other places,
    # so letters are counted.
    a, b = (collections.Counter("".join(word for page in side for word in page)) for side in (ours, theirs))
    if a != b:
        faults.append(f"letters only in the PDF: {dict(a - b)}; only in the DOCX: {dict(b - a)}")
    other, count = elsewhere(pdf, folder / f"{docx.stem}.pdf")
    if len(other) > count * MOST_ELSEWHERE:
        faults.append(f"{len(other)} of {count} words stand elsewhere in the DOCX: {other[:8]}")
    return faults, len(ours)


def main():
    root, validator = pathlib.Path(sys.argv[1]), sys.argv[2]
    documents = sorted(root.rglob("*.docx"))
    if not documents:
        sys.exit("no documents")
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        for docx in documents:
            place = pathlib.Path(folder) / re.sub(r"\W", "_", str(docx.relative_to(root)))
            place.mkdir()
            faults, count = check(docx, docx.with_suffix(".pdf"), place, validator)
            failed |= bool(faults)
            print(f"{docx.relative_to(root)}: {count} pages, {'ok' if not faults else f'{len(faults)} faults'}")
            for fault in faults:
                print(f"  {fault}")
    sys.exit(failed)


main()
