import assert from "node:assert/strict";
import { averagePrecision, detectors, selectColumns, selectRows } from "../../models/mod.ts";
import { evaluationData } from "../evaluation/evaluation_data_fixture.ts";
import { rowsOfMeters } from "../evaluation/labelled_rows.ts";
import { RESIDUAL_INPUTS } from "../features/mod.ts";
import { fitAndRank } from "./fit_and_rank.ts";
import { tuningRows } from "./tuning_rows.ts";

const data = evaluationData();
const rows = tuningRows(data, 3);

Deno.test("fitAndRank() fits to training meters alone and ranks each group", async () => {
  const plan = { detector: "knn", options: { neighbours: 3 }, share: 1 } as const;
  const figures = await fitAndRank(plan, rows, [rows.validation, rows.test], { seed: 5 });
  const train = rowsOfMeters(data.usual.meterIds, rows.split.train);
  const fitted = await detectors.knn({ neighbours: 3 }).fit(
    selectColumns(selectRows(data.usual.x, train), RESIDUAL_INPUTS),
    { seed: 5 },
  );
  const expected = [rows.split.validation, rows.split.test].map((group) => {
    const places = rowsOfMeters(data.judged.meterIds, group);
    const scores = fitted.anomalyScores(
      selectColumns(selectRows(data.judged.x, places), RESIDUAL_INPUTS),
    );
    return [averagePrecision(Uint8Array.from(places, (row) => data.judged.label[row]), scores)];
  });
  assert.deepEqual(figures, expected);
});

Deno.test("fitAndRank() shows a fit no more than its share of the rows", async () => {
  // With one row of 3 · 233 all distances are to that row: a neighbour more changes nothing.
  const one = { detector: "knn", options: { neighbours: 1 }, share: 1 / 699 } as const;
  const many = { ...one, options: { neighbours: 50 } };
  const [first, other] = await Promise.all(
    [one, many].map((plan) => fitAndRank(plan, rows, [rows.validation], { seed: 5 })),
  );
  assert.deepEqual(first, other);
});

Deno.test("fitAndRank() refuses what the detector refuses and stops when it is told to", async () => {
  const plan = { detector: "knn", options: { neighbours: 0 }, share: 1 } as const;
  await assert.rejects(fitAndRank(plan, rows, [], { seed: 1 }), {
    name: "RangeError",
    message: /neighbours must be a whole number >= 1/,
  });
  const signal = AbortSignal.abort(new Error("Enough"));
  const whole = { ...plan, options: {} };
  await assert.rejects(fitAndRank(whole, rows, [], { seed: 1, signal }), { message: "Enough" });
});
