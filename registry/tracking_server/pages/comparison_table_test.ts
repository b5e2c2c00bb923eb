import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import type { RunRecord } from "../records/runs.ts";
import { comparisonTable } from "./comparison_table.ts";
import { wordsOf } from "./pages_fixture.ts";

function run(name: string, auc: number | undefined, params: Readonly<Record<string, string>>) {
  const record: RunRecord = {
    info: {
      run_id: `id-${name}`,
      run_uuid: `id-${name}`,
      run_name: name,
      experiment_id: "0",
      user_id: "",
      status: "FINISHED",
      start_time: 0,
      end_time: 5000,
      artifact_uri: "",
      lifecycle_stage: "active",
    },
    data: {
      metrics: auc === undefined ? undefined : [{ key: "auc", value: auc, timestamp: 0, step: 0 }],
      params: Object.entries(params).map(([key, value]) => ({ key, value })),
    },
    inputs: {},
    outputs: {},
  };
  return record;
}

async function rowsOf(runs: readonly RunRecord[]) {
  const { document } = parseHTML(`<body>${await comparisonTable(runs)}</body>`);
  return Array.from(document.querySelectorAll("tr")).map((row) => ({
    cells: Array.from(row.querySelectorAll("th, td")).map(wordsOf),
    differs: row.classList.contains("differs"),
  }));
}

Deno.test("comparisonTable() puts the same key of all runs in one row, and marks what differs", async () => {
  const rows = await rowsOf([
    run("<one>", 0.5, { depth: "4", seed: "1" }),
    run("two", 0.25, { depth: "4", trees: "" }),
  ]);
  assert.deepEqual(rows, [
    { cells: ["What", "A <one>", "B two"], differs: false },
    { cells: ["Status", "Finished", "Finished"], differs: false },
    { cells: ["Started", "1 Jan 1970, 00:00", "1 Jan 1970, 00:00"], differs: false },
    { cells: ["Duration", "5.0 s", "5.0 s"], differs: false },
    { cells: ["Metrics 1 of 1 differ"], differs: false },
    { cells: ["auc ≠", "0.5000", "0.2500"], differs: true },
    { cells: ["Parameters 2 of 3 differ"], differs: false },
    { cells: ["depth", "4", "4"], differs: false },
    { cells: ["seed ≠", "1", "–"], differs: true },
    { cells: ["trees ≠", "–", ""], differs: true },
  ]);
});

Deno.test("comparisonTable() takes NaN beside NaN as the same, and a lacking value as another", async () => {
  const same = await rowsOf([run("a", NaN, {}), run("b", NaN, {})]);
  assert.deepEqual(same.at(-1), { cells: ["auc", "NaN", "NaN"], differs: false });
  const other = await rowsOf([run("a", NaN, {}), run("b", undefined, {})]);
  assert.deepEqual(other.at(-1), { cells: ["auc ≠", "NaN", "–"], differs: true });
});
