import assert from "node:assert/strict";
import { createProgress } from "../progress.ts";
import { judgeSections } from "./judge_sections.ts";
import type { SectionResult } from "./section.ts";

const RESULT: SectionResult = {
  verdict: "no_drift",
  summary: "All is as before",
  figures: { moved: 0 },
  tables: [],
  charts: [],
};

Deno.test("judgeSections() keeps the others where one fails, and tells the error in its place", async () => {
  const lines: string[] = [];
  const progress = createProgress({
    write: (text) => void lines.push(text),
    isTerminal: false,
    now: () => 0,
  });
  const sections = [
    { name: "first", title: "First", compute: () => Promise.resolve(RESULT) },
    {
      name: "second",
      title: "Second",
      compute: () => Promise.reject(new RangeError("Cannot read the meters")),
    },
    {
      name: "third",
      title: "Third",
      compute() {
        throw new TypeError("Cannot begin");
      },
    },
    { name: "fourth", title: "Fourth", compute: () => Promise.resolve(RESULT) },
  ];
  const judged = await judgeSections(sections, progress);
  assert.deepEqual(Object.keys(judged), ["first", "second", "third", "fourth"]);
  assert.deepEqual(judged.fourth, { title: "Fourth", error: null, ...RESULT });
  assert.deepEqual(judged.second, {
    title: "Second",
    verdict: "unknown",
    summary: "This section failed, so nothing is known of it",
    error: "RangeError: Cannot read the meters",
    figures: null,
    tables: [],
    charts: [],
  });
  assert.equal(judged.third.error, "TypeError: Cannot begin");
  assert.ok(lines.includes("Section second failed: RangeError: Cannot read the meters\n"));
});
