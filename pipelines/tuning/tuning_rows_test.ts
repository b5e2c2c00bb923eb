import assert from "node:assert/strict";
import { selectRows } from "../../models/mod.ts";
import { evaluationData, FIXTURE_HOURS } from "../evaluation/evaluation_data_fixture.ts";
import { splitMeters } from "../steps/split_meters.ts";
import { precisionByMeter, tuningRows } from "./tuning_rows.ts";

const data = evaluationData();

Deno.test("tuningRows() gives each group its own meters", () => {
  const rows = tuningRows(data, 2);
  assert.deepEqual(rows.split, splitMeters(["a", "b", "c", "d", "e"], 2));
  assert.equal(rows.usual.rows, 3 * (FIXTURE_HOURS - 7));
  assert.equal(rows.calibration.rows, FIXTURE_HOURS - 7);
  assert.equal(rows.labelled.x.rows, 3 * FIXTURE_HOURS);
  for (const group of ["validation", "test"] as const) {
    assert.deepEqual(rows[group].meters.map(({ meterId }) => meterId), rows.split[group]);
    const [{ meterId, labels }] = rows[group].meters;
    const from = data.judged.meterIds.indexOf(meterId);
    assert.deepEqual(labels, data.judged.label.slice(from, from + FIXTURE_HOURS));
    const width = data.judged.x.columns.length;
    assert.deepEqual(
      rows[group].x.values,
      data.judged.x.values.slice(from * width, (from + FIXTURE_HOURS) * width),
    );
  }
});

Deno.test("tuningRows() teaches by rows of their own where there are such", () => {
  const places = [0, FIXTURE_HOURS, 2 * FIXTURE_HOURS, 3 * FIXTURE_HOURS, 4 * FIXTURE_HOURS];
  const taught = {
    x: selectRows(data.judged.x, Uint32Array.from(places)),
    meterIds: places.map((row) => data.judged.meterIds[row]),
    fault: Int32Array.of(0, 1, 2, 3, 4),
  };
  const { labelled } = tuningRows({ ...data, taught }, 2);
  assert.deepEqual([labelled.x.rows, [...labelled.labels]], [3, [1, 1, 1]]);
});

Deno.test("tuningRows() trains on the usual hours of meters that cannot be judged", () => {
  const { split, usual } = tuningRows(data, 2);
  const meterIds = data.usual.meterIds.map((id) => id === split.train[0] ? "dead" : id);
  const dead = { ...data, usual: { ...data.usual, meterIds }, leftOut: ["dead"] };
  assert.deepEqual(tuningRows(dead, 2).usual, usual);
});

Deno.test("tuningRows() names the meters of which none can be judged", () => {
  const { split } = tuningRows(data, 2);
  const flat = {
    ...data,
    judged: {
      ...data.judged,
      label: data.judged.label.map((label, row) =>
        data.judged.meterIds[row] === split.test[0] ? 0 : label
      ),
    },
  };
  assert.throws(() => tuningRows(flat, 2), {
    name: "RangeError",
    message: "Cannot tune: expected a test meter with anomalous and usual hours, got none among " +
      `[${split.test[0]}]`,
  });
});

Deno.test("tuningRows() names the meters of which none has usual hours", () => {
  const { split } = tuningRows(data, 2);
  for (
    const [group, meters] of [["training", split.train], ["validation", split.validation]] as const
  ) {
    const meterIds = data.usual.meterIds.map((id) => meters.includes(id) ? "gone" : id);
    assert.throws(() => tuningRows({ ...data, usual: { ...data.usual, meterIds } }, 2), {
      name: "RangeError",
      message: `Cannot tune: expected ${group} meters with usual hours, got none among [${
        meters.join(", ")
      }]`,
    });
  }
});

Deno.test("precisionByMeter() ranks each meter by itself", () => {
  const { validation } = tuningRows(data, 2);
  const [{ rows, labels }] = validation.meters;
  const half = { rows: rows.slice(0, 2), labels: Uint8Array.of(0, 1), meterId: "other" };
  const judged = { ...validation, meters: [...validation.meters, half] };
  const scores = Float64Array.from(rows, (row) => labels[row]);
  scores[0] = 0.5;
  // By hand: all seven found first; then one usual hour before the only odd one, 1 / 2.
  assert.deepEqual(precisionByMeter(judged, scores), [1, 0.5]);
});
