import assert from "node:assert/strict";
import type { SectionReport } from "../report.ts";
import { DRIFT_REPORT } from "../report_fixture.ts";
import { renderers } from "./mod.ts";

const MEGABYTE = 1_000_000;
const SECTIONS = 8;

/** A section as large as the contract of sections allows. */
function largest(title: string): SectionReport {
  return {
    title,
    verdict: "drift",
    summary: "x".repeat(300),
    error: null,
    figures: { text: "x".repeat(63_000) },
    tables: [{
      title: "Table",
      columns: Array.from({ length: 8 }, (_, i) => `column ${i}`),
      rows: Array.from({ length: 40 }, () => Array.from({ length: 8 }, () => "x".repeat(24))),
    }],
    charts: [{ caption: "Chart", draw: () => `<svg ${" ".repeat(32_000 - 12)}></svg>` }],
  };
}

for (const [name, { extension, mediaType, render }] of Object.entries(renderers)) {
  Deno.test(`${name} writes the same text every time, and leaves the report as it was`, () => {
    const before = structuredClone({ ...DRIFT_REPORT, sections: null });
    const text = render(DRIFT_REPORT);
    assert.equal(render(DRIFT_REPORT), text);
    assert.deepEqual({ ...DRIFT_REPORT, sections: null }, before);
    assert.match(extension, /^[a-z]+$/);
    assert.match(mediaType, /^(text|application)\/[a-z]+$/);
  });

  Deno.test(`${name} tells every verdict and summary`, () => {
    const text = render(DRIFT_REPORT);
    for (const { title, summary } of Object.values(DRIFT_REPORT.sections)) {
      assert.ok(text.includes(title) && text.includes(summary), title);
    }
  });

  Deno.test(`${name} stays below a megabyte for the largest sections`, () => {
    const sections = Object.fromEntries(
      Array.from({ length: SECTIONS }, (_, i) => [`section_${i}`, largest(`Section ${i}`)]),
    );
    const bytes = new TextEncoder().encode(render({ ...DRIFT_REPORT, sections })).length;
    assert.ok(bytes < MEGABYTE, `${bytes}`);
  });
}

Deno.test("renderers write files of different kinds", () => {
  const kinds = Object.values(renderers).map(({ extension }) => extension);
  assert.equal(new Set(kinds).size, kinds.length);
});
