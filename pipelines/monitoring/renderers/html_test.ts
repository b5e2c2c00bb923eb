import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { DRIFT_REPORT } from "../report_fixture.ts";
import { html } from "./html.ts";

const HOSTILE = `"><script>alert('1 & 2')</script><img src=x onerror=y>`;

function documentOf(report = DRIFT_REPORT): Document {
  return parseHTML(html.render(report)).document;
}

function texts(document: Document, selector: string): (string | undefined)[] {
  return Array.from(document.querySelectorAll(selector), ({ textContent }) => textContent?.trim());
}

Deno.test("html says what was judged, the verdict and each finding", () => {
  const document = documentOf();
  assert.equal(document.title, "Drift: hostel · Wattbook");
  assert.deepEqual(texts(document, "h1"), ["hostel"]);
  assert.deepEqual(texts(document, ".whole"), ["Drift"]);
  assert.deepEqual(texts(document, "dt"), ["window", "model"]);
  assert.deepEqual(texts(document, "nav li p"), [
    "2 of 3 features differ from training, most of all residual_week, sd_24h.",
    "No meter has a year of readings before the window.",
  ]);
  assert.deepEqual(texts(document, "nav .mark"), ["Drift", "Cannot tell"]);
});

Deno.test("html has a heading, a chart for each width and the tables of a section", () => {
  const document = documentOf();
  const [features, meters] = document.querySelectorAll("main section");
  assert.deepEqual(
    Array.from(features.querySelectorAll("figure svg"), (svg) => svg.getAttribute("width")),
    ["328", "480", "700"],
  );
  assert.equal(
    features.querySelector("figcaption")?.textContent,
    "How far each feature is from its training data.",
  );
  const rows = Array.from(
    features.querySelectorAll("tr"),
    (row) => Array.from(row.children, ({ textContent }) => textContent),
  );
  assert.deepEqual(rows, [
    ["feature", "severity", "drift"],
    ["residual_week", "4", "yes"],
    ["sd_24h", "1.2", "yes"],
    ["hour", "0", "no"],
  ]);
  assert.equal(meters.querySelector("figure, table"), null);
});

Deno.test("html has landmarks and links that lead to the sections", () => {
  const document = documentOf();
  for (const landmark of ["header", "main", "nav[aria-label]", "footer"]) {
    assert.equal(document.querySelectorAll(landmark).length, 1, landmark);
  }
  for (const link of document.querySelectorAll("nav a")) {
    const section = document.querySelector(link.getAttribute("href")!);
    assert.equal(section?.localName, "section");
    const heading = document.getElementById(section!.getAttribute("aria-labelledby")!);
    assert.ok(heading?.textContent?.startsWith(link.textContent!));
  }
});

Deno.test("html runs no script and asks for nothing outside", () => {
  const document = documentOf();
  assert.equal(document.querySelector("script, iframe, img, object, embed, form"), null);
  for (const element of document.querySelectorAll("[href], [src]")) {
    assert.match(element.getAttribute("href") ?? element.getAttribute("src") ?? "", /^(#|data:)/);
  }
  assert.doesNotMatch(html.render(DRIFT_REPORT), /@import|url\(|https?:\/\/(?!www\.w3\.org\/)/);
});

Deno.test("html shows markup in names as text", () => {
  const { meters } = DRIFT_REPORT.sections;
  const failed = {
    ...meters,
    title: HOSTILE,
    summary: HOSTILE,
    error: HOSTILE,
    tables: [{ title: HOSTILE, columns: [HOSTILE], rows: [[HOSTILE]] }],
    charts: [{ caption: HOSTILE, draw: () => "<svg></svg>" }],
  };
  const report = {
    ...DRIFT_REPORT,
    title: HOSTILE,
    facts: { [HOSTILE]: HOSTILE },
    sections: { failed },
  };
  const document = documentOf(report);
  assert.equal(document.querySelector("script, img"), null);
  const shown = ["h1", "dt", "dd", "nav a", ".error", "h3", "thead th", "tbody th"];
  for (const place of shown) assert.deepEqual(texts(document, place), [HOSTILE], place);
});

Deno.test("html keeps numbers and short words on a line and names each table by its heading", () => {
  const { features } = DRIFT_REPORT.sections;
  const tables = [{
    title: "Meters",
    columns: ["meter", "since", "change", "note"],
    rows: [["b1", "2020-03-23", -0.5, "stood still for all of the month"], ["b2", null, 1, null]],
  }];
  const document = documentOf({ ...DRIFT_REPORT, sections: { features: { ...features, tables } } });
  const kinds = Array.from(
    document.querySelectorAll("tbody tr:first-child > *"),
    (cell) => cell.getAttribute("class"),
  );
  assert.deepEqual(kinds, ["short", "short", "number", ""]);
  for (const named of document.querySelectorAll(".wide, table")) {
    const heading = document.getElementById(named.getAttribute("aria-labelledby")!);
    assert.deepEqual([heading?.localName, heading?.textContent], ["h3", "Meters"]);
  }
});
