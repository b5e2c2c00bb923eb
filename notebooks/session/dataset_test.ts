import assert from "node:assert/strict";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { toDataset } from "./dataset.ts";

Deno.test("toDataset() keeps the facts and tells them in a sentence", () => {
  const facts = {
    dataset: "synthetic-hostel",
    source: "synthetic",
    sourceDigest: "ab12",
    from: Date.UTC(2023, 0, 1),
    to: Date.UTC(2024, 11, 30, 23),
    meters: 24,
    readings: 420_018,
    issues: 129,
    rejected: 1,
  } as const;
  const dataset = toDataset(facts);
  const { [JUPYTER_DISPLAY]: display, ...kept } = dataset;
  assert.deepEqual(kept, facts);
  const text = "(synthetic): 420,018 readings of 24 meters, 2023-01-01 to 2024-12-30; " +
    "129 issues found, 1 row rejected";
  assert.deepEqual(display(), {
    "text/markdown": `**synthetic-hostel** ${text}`,
    "text/plain": `synthetic-hostel ${text}`,
    "application/vnd.wattbook.facts+json": {
      datasets: [{ name: "synthetic-hostel", digest: "ab12" }],
    },
  });
});
