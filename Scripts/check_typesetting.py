"""What Scripts/check-typesetting.sh runs: reports and solutions of reference models, compiled and validated."""

import concurrent.futures
import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ARITY = {"mfrac": 2, "msup": 2, "msub": 2, "mover": 2, "munder": 2, "msubsup": 3, "munderover": 3}
TOKENS = {"mi", "mn", "mo", "mtext"}


def model(entry):
    """The model of an entry in the log-density language."""
    observed = entry["observation"]
    observed = observed if isinstance(observed, list) else [observed]
    known = [item["symbol"] for item in entry["known"]]
    header = ", ".join(observed) + " | " + ", ".join(entry["params"]) + ("; " + ", ".join(known) if known else "")
    clauses = [entry["support"], *entry["constraints"], *(item["constraint"] for item in entry["known"])]
    return f"log p({header}) = {entry['log_density']}, " + ", ".join(clauses)


def compiled(path):
    """The complaints of LaTeX about a document."""
    subprocess.run(["pdflatex", "-interaction=nonstopmode", path.name], cwd=path.parent, capture_output=True, check=False)
    log = path.with_suffix(".log").read_text(encoding="latin-1").split("\n")
    return [line for line in log if line.startswith(("!", "Overfull"))]


def faults(page):
    """What is wrong with a page as XML, and with its formulas as MathML."""
    try:
        root = ElementTree.fromstring(page)
    except ElementTree.ParseError as error:
        return [f"not XML: {error}"]
    found = []
    for formula in root.iter("{http://www.w3.org/1999/xhtml}math"):
        for element in formula.iter():
            name = element.tag.split("}")[1]
            if name in ARITY and len(element) != ARITY[name]:
                found.append(f"<{name}> with {len(element)} parts")
            if name in TOKENS and not (element.text or "").strip():
                found.append(f"<{name}> without text")
    return found


def check(entry):
    """The faults of one entry: of the report, of the solution, and of the page."""
    text = model(entry)
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for name, arguments in [("report", ["fisher", "--format", "latex"]), ("solution", ["solve"])]:
            path = pathlib.Path(folder) / f"{name}.tex"
            run = subprocess.run(
                ["derive", *arguments, "--time-limit", "60", "-o", str(path), text], capture_output=True, text=True, check=False)
            if run.returncode in (0, 4):
                found += [f"{name}: {line}" for line in compiled(path)]
            else:
                found.append(f"{name}: status {run.returncode}: {run.stderr.strip()[:120]}")
        run = subprocess.run(
            ["derive", "--format", "html", "--time-limit", "60", text], capture_output=True, text=True, check=False)
        if run.returncode in (0, 4):
            found += [f"page: {fault}" for fault in faults(run.stdout)]
    return entry["id"], found


def main():
    jobs, path, wanted = int(sys.argv[1]), sys.argv[2], set(sys.argv[3:])
    entries = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    entries = [entry for entry in entries if (entry["id"] in wanted if wanted else entry.get("closed_form"))]
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for name, found in pool.map(check, entries):
            bad += bool(found)
            for fault in found:
                print(f"{name}: {fault}", flush=True)
    print(f"{len(entries) - bad} of {len(entries)} typeset without a fault")
    sys.exit(1 if bad else 0)


main()
