"""Judges the traffic of the contract cases: contract.py GRAPHCHECK FOLDER (written with HALLBARHET_CONTRACT_CAPTURE).

Good cases: no error, no warning. Bad cases: about each request exactly what the table expects (through the SDK, which
repairs some of it, at most that), about the calls that prepare a case nothing, and about no answer anything at all.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile


# What the judge says about an answer although the service answers so.
KNOWN = {
    # SharePoint refuses a token before its OData layer is reached, in the words of the token library.
    ("ERR_SHAPE", 401, "/_api/"),
}


def report(graphcheck, capture):
    out = os.path.join(tempfile.mkdtemp(), "report.json")
    run = subprocess.run([sys.executable, graphcheck, "--strict", "--quiet", "--json", out, capture], stdout=subprocess.PIPE, text=True)
    if run.returncode > 1:
        sys.exit("graphcheck failed on " + capture)
    with open(out, encoding="utf-8") as file:
        found = [(str(e["index"]), f) for e in json.load(file)["report"] for f in e["findings"] if f["severity"] != "info"]
    with open(capture, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.strip()]
    return [(index, f) for index, f in found if not known(f, lines[int(index.split("#")[0]) - 1])]


def known(finding, exchange):
    return any(finding["code"] == code and exchange["status"] == status and part in exchange["url"] for code, status, part in KNOWN)


def ids(capture):
    with open(capture, encoding="utf-8") as file:
        return [json.loads(line)["requestHeaders"].get("client-request-id", "") for line in file if line.strip()]


def said(findings):
    return ["  %s %s %s: %s" % (index, f["side"], f["code"], f["message"]) for index, f in findings]


def good(graphcheck, capture):
    return said(report(graphcheck, capture))


def bad(graphcheck, capture, expected, exactly):
    case_of = ids(capture)
    seen, wrong = collections.defaultdict(set), []
    for index, finding in report(graphcheck, capture):
        case = case_of[int(index.split("#")[0]) - 1]
        if finding["side"] == "request" and case in expected:
            seen[case].add(finding["code"])
        else:
            wrong += said([(index, finding)])
    for case in expected.keys() & set(case_of):
        wanted = set(expected[case]["findings"])
        if seen[case] - wanted or (exactly and wanted - seen[case]):
            wrong.append("  %s: expected %s, found %s" % (expected[case]["case"], sorted(wanted), sorted(seen[case])))
    return wrong


def main(graphcheck, folder):
    with open(os.path.join(folder, "expected.json"), encoding="utf-8") as file:
        expected = json.load(file)
    failed = False
    for way in ("raw", "sdk"):
        for kind in ("good", "bad"):
            capture = os.path.join(folder, "%s-%s.jsonl" % (kind, way))
            wrong = good(graphcheck, capture) if kind == "good" else bad(graphcheck, capture, expected, way == "raw")
            print("%s cases by %s: %d exchanges, %s" % (kind, way, len(ids(capture)), "as expected" if not wrong else "not as expected"))
            print("\n".join(wrong), end="\n" if wrong else "")
            failed = failed or bool(wrong)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
