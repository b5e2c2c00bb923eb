import assert from "node:assert/strict";
import { evaluationData } from "../evaluation/evaluation_data_fixture.ts";
import { rowsDigest } from "./rows_digest.ts";
import { tuningRows } from "./tuning_rows.ts";

/** The digest after one change to the judged rows of a meter. */
function digestWith(meterId: string, change: "label" | "value" | "none"): string {
  const data = evaluationData();
  const row = data.judged.meterIds.indexOf(meterId);
  if (change === "label") data.judged.label[row] = 1;
  if (change === "value") data.judged.x.values[row * data.judged.x.columns.length] = 9;
  return rowsDigest(tuningRows(data, 2));
}

const { split } = tuningRows(evaluationData(), 2);
const whole = digestWith(split.train[0], "none");

Deno.test("rowsDigest() differs by a label or a value that trials see", () => {
  const digests = [split.train[0], split.validation[0]].flatMap((meterId) => [
    digestWith(meterId, "label"),
    digestWith(meterId, "value"),
  ]);
  assert.equal(new Set([whole, ...digests]).size, 5);
});

Deno.test("rowsDigest() does not look at test meters", () => {
  assert.equal(digestWith(split.test[0], "label"), whole);
  assert.equal(digestWith(split.test[0], "value"), whole);
});
