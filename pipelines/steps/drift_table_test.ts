import assert from "node:assert/strict";
import { DRIFT_REPORT } from "./drift_fixture.ts";
import { driftTable } from "./drift_table.ts";

Deno.test("driftTable() shows both scores beside limit and floor, feature by feature", () => {
  const [, ...rows] = driftTable(DRIFT_REPORT).split("\n").map((line) => line.split(/ +/));
  assert.deepEqual(rows, [
    ["residual_week", "2.000", "0.500", "0.010", "0.750", "0.500", "0.010", "yes"],
    ["sd_24h", "0.100", "0.500", "0.010", "0.600", "0.500", "0.010", "yes"],
    ["hour", "0.000", "0.500", "0.010", "0.000", "0.500", "0.010", "no"],
  ]);
});

Deno.test("driftTable() tells a feature that went missing from one that moved", () => {
  const columns = [{ ...DRIFT_REPORT.columns[0], missing: true }];
  assert.match(driftTable({ ...DRIFT_REPORT, columns }), / missing$/);
});

Deno.test("driftTable() shows the twelve worst features of many", () => {
  const columns = Array.from({ length: 34 }, () => DRIFT_REPORT.columns[0]);
  assert.equal(driftTable({ ...DRIFT_REPORT, columns }).split("\n").length, 13);
});
