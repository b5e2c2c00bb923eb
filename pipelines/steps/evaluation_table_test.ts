import assert from "node:assert/strict";
import { EVALUATION } from "./evaluation_fixture.ts";
import { evaluationTable } from "./evaluation_table.ts";

Deno.test("evaluationTable() puts the ensemble first and marks the floors", () => {
  const cells = evaluationTable(EVALUATION).split("\n")
    .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
  assert.deepEqual(cells[0], [
    "scorer",
    "roc_auc",
    "average_precision",
    "vus_roc",
    "vus_pr",
    "event_precision",
    "event_recall",
    "event_f1",
    "detection_delay_h",
    "alerts_per_meter_week",
  ]);
  assert.deepEqual(cells.slice(2), [
    ["**ensemble**", "0.500", "0.500", "0.500", "0.500", "0.500", "0.500", "0.500", "–", "0.500"],
    ["iqr", "0.250", "0.250", "0.250", "0.250", "0.250", "0.250", "0.250", "–", "0.250"],
    ["random (floor)", "0.125", "0.125", "0.125", "0.125", "0.125", "0.125", "0.125", "–", "0.125"],
  ]);
});
