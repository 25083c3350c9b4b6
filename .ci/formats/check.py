"""Validates every format with a program that other people wrote; called by `make check-formats`.

usage: check.py HEARSAY WORK [STORY…]

Each story and the sample dossier are reported in every format. JSON is checked against the published schemas and,
for SARIF, against models that are generated from the OASIS schema (and against that schema itself when SARIF_SCHEMA
names it). The HTML is opened in Chromium: no message on its console, nothing loaded, axe-core finds no violation in
light and dark, and its print is kept beside a screenshot for somebody to look at.
"""

import csv
import json
import os
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import jsonschema
import networkx
import prov.model
import pyshacl
import rdflib
import sarif_om
import sarif_pydantic
from sarif import loader

HEARSAY = sys.argv[1]
WORK = pathlib.Path(sys.argv[2])
STORIES = sys.argv[3:]

SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix hs: <urn:hearsay:terms#> .
hs:StatementShape a sh:NodeShape ; sh:targetClass hs:Statement ;
  sh:property [ sh:path prov:value ; sh:minCount 1 ; sh:maxCount 1 ] ,
    [ sh:path hs:grade ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^G[0-6]$" ] .
hs:UtteranceShape a sh:NodeShape ; sh:targetClass hs:Utterance ;
  sh:property [ sh:path prov:wasAttributedTo ; sh:minCount 1 ] .
"""

# In milliseconds: a long page's screenshot takes its time on a busy machine.
TIMEOUT = 300_000

failures = []


def run(*words):
    return subprocess.run([HEARSAY, *words], capture_output=True, check=False)


def check(name, condition, what=""):
    if not condition:
        failures.append(f"{name}: {what}")
        print(f"  FAILED {name}: {what}")


def schema(name):
    return json.loads(run("schema", name).stdout)


def validate(name, value, against):
    validator = jsonschema.validators.validator_for(against)
    validator.check_schema(against)
    for error in validator(against).iter_errors(value):
        check(name, False, f"{list(error.absolute_path)}: {error.message[:200]}")


def check_json(path):
    report = json.loads(path.read_text())
    validate(path.name, report, schema("report"))
    for story in report["stories"]:
        validate(path.name, story, schema("story"))
    if "dossier" in report:
        validate(path.name, report["dossier"], schema("dossier"))


def check_jsonl(path):
    for line in path.read_text().splitlines():
        validate(path.name, json.loads(line), schema("story"))


# What the object model of SARIF calls the classes behind its properties.
SARIF_PARTS = {
    "runs": "Run", "tool": "Tool", "driver": "ToolComponent", "rules": "ReportingDescriptor", "results": "Result",
    "locations": "Location", "relatedLocations": "Location", "location": "Location", "invocations": "Invocation",
    "physicalLocation": "PhysicalLocation", "artifactLocation": "ArtifactLocation", "region": "Region",
    "message": "Message", "codeFlows": "CodeFlow", "threadFlows": "ThreadFlow", "artifacts": "Artifact",
    "suppressions": "Suppression", "automationDetails": "RunAutomationDetails", "help": "MultiformatMessageString",
    "shortDescription": "MultiformatMessageString", "fullDescription": "MultiformatMessageString",
    "defaultConfiguration": "ReportingConfiguration", "toolExecutionNotifications": "Notification",
    "associatedRule": "ReportingDescriptorReference",
}


def check_sarif_names(name, value, kind):
    """Every property is one that the OASIS schema knows for its object."""
    known = {field.metadata["schema_property_name"]: field for field in getattr(sarif_om, kind).__attrs_attrs__}
    for key, part in value.items():
        check(name, key in known, f"{kind} has no property {key}")
        below = SARIF_PARTS.get(key)
        # In these two places a name means something else than elsewhere.
        if kind == "Artifact" and key == "location":
            below = "ArtifactLocation"
        if kind == "ThreadFlow" and key == "locations":
            below = "ThreadFlowLocation"
        if below and isinstance(part, list):
            for item in part:
                check_sarif_names(name, item, below)
        elif below:
            check_sarif_names(name, part, below)


def check_sarif(path):
    log = json.loads(path.read_text())
    check_sarif_names(path.name, log, "SarifLog")
    sarif_pydantic.Sarif.model_validate(log)
    check(path.name, loader.load_sarif_file(str(path)).get_result_count() == len(log["runs"][0]["results"]), "sarif-tools")
    if os.environ.get("SARIF_SCHEMA"):
        validate(path.name, log, json.loads(pathlib.Path(os.environ["SARIF_SCHEMA"]).read_text()))
    run_ = log["runs"][0]
    for result in run_["results"]:
        for place in result["locations"] + result["relatedLocations"]:
            artifact = place["physicalLocation"]["artifactLocation"]
            check(path.name, run_["artifacts"][artifact["index"]]["location"]["uri"] == artifact["uri"], "artifact index")
        check(path.name, run_["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"], "rule index")


def check_csv(path):
    rows = list(csv.reader(path.open(newline=""), strict=True))
    check(path.name, len({len(row) for row in rows}) == 1, "rows of different widths")
    check(path.name, path.read_bytes().endswith(b"\r\n"), "no CRLF at the end")


def check_dot(path):
    done = subprocess.run(["dot", "-Tsvg", "-o", str(path) + ".svg", str(path)], capture_output=True, check=False)
    check(path.name, done.returncode == 0 and not done.stderr, done.stderr.decode())


def check_graphml(path):
    graph = networkx.read_graphml(path)
    check(path.name, all("label" in data for _, data in graph.nodes(data=True)), "a node without a label")
    check(path.name, all(isinstance(data["stated"], bool) for _, _, data in graph.edges(data=True)), "untyped edges")


def check_mermaid(path):
    lines = path.read_text().splitlines()
    check(path.name, lines[0] == "flowchart LR", lines[0])
    for line in lines[1:]:
        check(path.name, line.count('"') % 2 == 0, line)


def check_webanno(path):
    graph = rdflib.Graph()
    page = json.loads(path.read_text())
    page["@context"] = {"@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type"}
    graph.parse(data=json.dumps(page), format="json-ld")
    check(path.name, len(graph) > 0, "no triples")
    texts = [story.get("text") for story in json.loads(sibling(path, "json").read_text())["stories"]]
    for item in page["items"]:
        quote, position = item["target"]["selector"]
        found = any(text[position["start"] : position["end"]] == quote["exact"] for text in texts)
        check(path.name, found, f"{item['id']}: the position names other words")


def check_prov(path):
    graph = rdflib.Graph()
    graph.parse(path, format="turtle")
    conforms, _, words = pyshacl.validate(graph, shacl_graph=rdflib.Graph().parse(data=SHAPES, format="turtle"))
    check(path.name, conforms, words)


def check_prov_json(path):
    document = prov.model.ProvDocument.deserialize(path, format="json")
    check(path.name, len(document.get_records()) > 0, "no records")
    check(path.name, prov.model.ProvDocument.deserialize(content=document.serialize(format="json")) == document, "round trip")


def check_schemaorg(path):
    graph = rdflib.Graph()
    graph.parse(path, format="json-ld")
    kinds = {str(kind).rsplit("/", 1)[-1] for kind in graph.objects(None, rdflib.RDF.type)}
    check(path.name, kinds <= {"NewsArticle", "NewsMediaOrganization", "Quotation", "Claim", "Person", "Organization"}, kinds)


def check_brat(path):
    for annotations in sorted(path.glob("*.ann")):
        text = annotations.with_suffix(".txt").read_bytes().decode()
        for line in annotations.read_text().split("\n"):
            if not line.startswith("T"):
                continue
            _, places, words = line.split("\t")
            pieces = [tuple(map(int, place.split())) for place in places.split(" ", 1)[1].split(";")]
            check(annotations.name, " ".join(text[a:b] for a, b in pieces) == words, line)


def check_labelstudio(path):
    for task in json.loads(path.read_text()):
        units = task["data"]["text"].encode("utf-16-le")
        for result in task["predictions"][0]["result"]:
            if result["type"] == "labels":
                value = result["value"]
                words = units[2 * value["start"] : 2 * value["end"]].decode("utf-16-le")
                check(path.name, words == value["text"], value)


def check_junit(path):
    root = ElementTree.parse(path).getroot()
    cases = root.findall(".//testcase")
    check(path.name, int(root.get("tests")) == len(cases), "count of tests")
    check(path.name, int(root.get("failures")) == len(root.findall(".//failure")), "count of failures")


def check_diff():
    """The outputs that are no reports: two versions compared, what was read."""
    old, new = "Fixtures/demo/1-ellery-courier.txt", "Fixtures/demo/2-skerrin-tribune.txt"
    validate("diff", json.loads(run("diff", old, new, "--format", "json", "--exit-zero").stdout), schema("diff"))
    for story in json.loads(run("ingest", old, new, "--format", "json").stdout):
        validate("ingest", story, schema("ingest"))


def check_html(paths):
    from playwright.sync_api import sync_playwright
    import axe_core_python

    axe = pathlib.Path(axe_core_python.__file__).with_name("axe.min.js").read_text()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        for path in paths:
            # First as a reader has it, with its policy; then once more for axe, which has to be let in.
            page = browser.new_page(viewport={"width": 1200, "height": 900})
            page.set_default_timeout(TIMEOUT)
            page.on("console", lambda message: check(path.name, False, f"console: {message.text}"))
            page.on("request", lambda request: check(path.name, request.url == path.as_uri(), f"loads {request.url}"))
            page.on("dialog", lambda dialog: check(path.name, False, "a script ran"))
            page.goto(path.as_uri())
            page.screenshot(path=str(path.with_suffix(".png")), full_page=True)
            page.pdf(path=str(path.with_suffix(".pdf")), prefer_css_page_size=True)
            width = page.evaluate("document.documentElement.scrollWidth")
            check(path.name, width <= 1200, f"scrolls sideways at 1200 px: {width}")
            page.set_viewport_size({"width": 360, "height": 800})
            width = page.evaluate("document.documentElement.scrollWidth")
            check(path.name, width <= 360, f"scrolls sideways at 360 px: {width}")
            page.close()
            for scheme in ["light", "dark"]:
                context = browser.new_context(bypass_csp=True, color_scheme=scheme)
                page = context.new_page()
                page.set_default_timeout(TIMEOUT)
                page.goto(path.as_uri())
                page.evaluate(axe)
                tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
                found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", tags)
                for violation in found["violations"]:
                    node = violation["nodes"][0]
                    check(path.name, False, f"axe, {scheme}: {violation['id']} ({len(violation['nodes'])}): {node['html'][:160]}")
                context.close()
        browser.close()


CHECKS = {
    "json": check_json, "jsonl": check_jsonl, "sarif": check_sarif, "junit": check_junit, "csv": check_csv,
    "csv-hops": check_csv, "csv-findings": check_csv, "dot": check_dot, "mermaid": check_mermaid, "graphml": check_graphml,
    "webanno": check_webanno, "prov": check_prov, "prov-json": check_prov_json, "schemaorg": check_schemaorg,
    "brat": check_brat, "labelstudio": check_labelstudio,
}


def sibling(path, kind):
    return path.with_name(path.name.rsplit(".", 1)[0] + "." + kind)


def main():
    WORK.mkdir(parents=True, exist_ok=True)
    pages = []
    fixtures = sorted(map(str, pathlib.Path("Fixtures/stories").glob("*.txt")))
    for name, stories in [("dossier", ["Fixtures/demo"]), ("fixtures", fixtures)] + [(pathlib.Path(s).stem, [s]) for s in STORIES]:
        for kind in ["html", "markdown", "text", *CHECKS]:
            path = (WORK / f"{name}.{kind}").resolve()
            if kind == "brat":
                path.mkdir(exist_ok=True)
            done = run("report", *stories, "--rules", "Fixtures/outlets.rules", "--text", "--format", kind, "-o", str(path))
            check(path.name, done.returncode == 0, done.stderr.decode())
            if kind == "html":
                page = path.with_suffix(".report.html")
                path.rename(page)
                pages.append(page)
            elif kind in CHECKS:
                try:
                    CHECKS[kind](path)
                except Exception as error:  # A validator's refusal is what is looked for.
                    check(path.name, False, f"{type(error).__name__}: {error}"[:400])
    check_diff()
    check_html(pages)
    print(f"{len(CHECKS) + 1} formats, {2 + len(STORIES)} reports each: {len(failures)} failures; pages, screenshots and prints in {WORK}")
    sys.exit(1 if failures else 0)


main()
