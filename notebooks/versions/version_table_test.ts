import assert from "node:assert/strict";
import type { Version } from "./version.ts";
import { versionTable } from "./version_table.ts";

const VERSION: Version = {
  runId: "0123456789abcdef",
  notebook: "01_a",
  digest: "fedcba9876543210",
  kernel: "deno 1.2.3",
  status: "RUNNING",
  startedAt: "2026-01-31T12:00:00.000Z",
  params: {},
  figures: {},
  datasets: [],
  runs: [],
};

Deno.test("versionTable() tells parameters, figures of four digits and what failed", () => {
  const text = versionTable([
    {
      ...VERSION,
      commit: "c0ffee00c0ffee00",
      status: "FINISHED",
      seconds: 2.34,
      params: { seed: "7", dataset: "hostel" },
      figures: { roc_auc: 0.912345, meters: 39 },
      runs: ["a1"],
    },
    { ...VERSION, status: "FAILED", error: "RangeError: Bad", seconds: 0 },
    VERSION,
  ]);
  const cells = text.split("\n").map((line) => line.split("|").map((cell) => cell.trim()));
  assert.deepEqual(cells.slice(2, -2).map((row) => row.slice(1, -1)), [
    [
      "2026-01-31 12:00:00",
      "fedcba98",
      "01234567",
      "c0ffee00",
      "FINISHED",
      "2.3",
      "dataset=hostel seed=7",
      "meters=39 roc_auc=0.9123",
      "1",
    ],
    ...[["FAILED", "0.0"], ["RUNNING", "–"]].map((
      middle,
    ) => ["2026-01-31 12:00:00", "fedcba98", "01234567", "–", ...middle, "", "", "0"]),
  ]);
  assert.ok(text.endsWith(" |\n\n01234567: RangeError: Bad"), text);
});
