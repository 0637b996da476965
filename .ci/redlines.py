"""Looks at documents with tracked changes from outside.

For each pair of a redline and the plain document of its new version: Microsoft's validator finds no error in the redline;
LibreOffice lists its changes; and once all are accepted there, the words are those of the new version, page for page but for
what an empty line of one point moves: LibreOffice leaves one above each table that went.

Needs the Python that LibreOffice's bridge is for (Debian: python3-uno).

Usage: redlines.py VALIDATOR REDLINE NEW [REDLINE NEW …]
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue


def named(name, value):
    given = PropertyValue()
    given.Name, given.Value = name, value
    return given


def words(pdf):
    """The words of a document without the numbers of its pages, and how many pages it has."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout.decode()
    pages = [page.split() for page in text.split("\f")[:-1]]
    found = []
    for word in (word for number, page in enumerate(pages, 1) for word in page[page[:1] == [str(number)]:]):
        # A number of a document may break behind its hyphen: 417/QĐ-|BNNMT.
        if found and found[-1].endswith("-") and len(found[-1]) > 1:
            found[-1] += word
        else:
            found.append(word)
    return found, len(pages)


class Office:
    """LibreOffice, asked through a pipe."""

    def __init__(self, folder):
        pipe = f"kehoach-{pathlib.Path(folder).name}"
        profile = f"-env:UserInstallation=file://{folder}/profile"
        accept = f"--accept=pipe,name={pipe};urp;"
        self.program = subprocess.Popen(["soffice", profile, "--headless", "--norestore", accept])
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        for _ in range(240):
            try:
                self.context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
                break
            except Exception:  # noqa: BLE001 - it is still starting
                time.sleep(0.5)
        self.desktop = self.made("com.sun.star.frame.Desktop")

    def made(self, name):
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def printed(self, docx, pdf, accepted):
        """Prints a document, and says how many changes it had."""
        document = self.desktop.loadComponentFromURL(docx.resolve().as_uri(), "_blank", 0, (named("Hidden", True),))
        changes, listed = 0, document.getRedlines().createEnumeration()
        while listed.hasMoreElements():
            listed.nextElement()
            changes += 1
        if accepted:
            frame = document.getCurrentController().getFrame()
            self.made("com.sun.star.frame.DispatchHelper").executeDispatch(frame, ".uno:AcceptAllTrackedChanges", "", 0, ())
        document.storeToURL(pdf.as_uri(), (named("FilterName", "writer_pdf_Export"),))
        document.close(True)
        return changes

    def close(self):
        try:
            self.desktop.terminate()
        except Exception:  # noqa: BLE001 - it closes the pipe before it answers
            pass
        self.program.wait(60)


def main():
    validator, *files = sys.argv[1:]
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        office = Office(folder)
        for redline, new in zip(map(pathlib.Path, files[::2]), map(pathlib.Path, files[1::2])):
            faults = []
            report = json.loads(subprocess.run([validator, redline], capture_output=True).stdout)
            if not report["ok"]:
                faults.append(f"OOXML: {report['errors']}")
            accepted, plain = pathlib.Path(folder, "accepted.pdf"), pathlib.Path(folder, "plain.pdf")
            changes = office.printed(redline, accepted, True)
            office.printed(new, plain, False)
            (found, pages), (wanted, wanted_pages) = words(accepted), words(plain)
            if changes == 0:
                faults.append("LibreOffice lists no change")
            if sorted(found) != sorted(wanted) or pages != wanted_pages:
                faults.append(f"accepted: {len(found)} words on {pages} pages, new: {len(wanted)} on {wanted_pages}")
            print(f"{redline.name}: {changes} changes, {'ok' if not faults else faults}")
            failed |= bool(faults)
        office.close()
    sys.exit(failed)


main()
