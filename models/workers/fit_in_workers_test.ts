import assert from "node:assert/strict";
import type { DetectorSpec } from "../detectors/detector_spec.ts";
import { detectors } from "../detectors/mod.ts";
import { fitEnsemble } from "../ensembles/fit_ensemble.ts";
import type { MemberTask } from "../ensembles/fit_member.ts";
import { type Matrix, matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { fitInWorkers } from "./fit_in_workers.ts";

const names = Object.keys(detectors) as DetectorSpec["name"][];
const required = names.flatMap((name) => detectors[name]().requires ?? []);
const columns = ["a", "b", ...new Set(required)];

/** Bells, in whole numbers from 0 in the columns that some detectors ask for. */
function rowsOf(rows: number, seed: number): Matrix {
  const draw = random(seed);
  const values = Array.from(
    { length: rows },
    (_, row) => columns.map((_, j) => j < 2 ? draw() + draw() + draw() - 1.5 : row % (5 + j)),
  );
  return matrix(columns, values.flat());
}

const x = rowsOf(150, 1);
const heldOut = rowsOf(100, 2);
const labels = Uint8Array.from({ length: x.rows }, (_, row) => row % 10 === 0 ? 1 : 0);

function taskOf(detector: DetectorSpec): MemberTask {
  return { detector, columns: ["a", "b"], seed: 7 };
}

Deno.test("every listed detector is the same bytes from one worker, from two and from none", async () => {
  const members = names.map((name) => ({ detector: { name } as DetectorSpec }));
  const [none, one, two] = [0, 1, 2].map((workers) =>
    fitEnsemble(x, heldOut, members, { seed: 5, labels, workers })
  );
  const expected = JSON.stringify(await none);
  assert.equal(JSON.stringify(await one), expected);
  assert.equal(JSON.stringify(await two), expected);
});

Deno.test("fitInWorkers() leaves the rows it is given", async () => {
  const before = x.values.slice();
  await fitInWorkers({ x, heldOut }, [{ ...taskOf({ name: "iqr" }), columns }], { workers: 1 });
  assert.deepEqual(x.values, before);
  assert.equal(heldOut.values.length, 100 * columns.length);
});

Deno.test("fitInWorkers() passes on what a fit refuses, as the same error", async () => {
  const infinite = { ...x, values: x.values.with(0, Infinity) };
  const [inWorker, here] = [1, 0].map((workers) =>
    fitEnsemble(infinite, heldOut, [{ detector: { name: "iqr" } }], { seed: 5, workers })
      .then(() => assert.fail("fitted"), (error) => error)
  );
  const { name, message } = await here;
  assert.equal(name, "RangeError");
  assert.ok(await inWorker instanceof RangeError);
  assert.equal((await inWorker).message, message);
  const unknown: DetectorSpec = JSON.parse('{"name":"median"}');
  await assert.rejects(fitInWorkers({ x, heldOut }, [taskOf(unknown)], { workers: 1 }), {
    name: "RangeError",
    message: /name must be one of/,
  });
});

Deno.test("fitInWorkers() stops in the middle of a fit", async () => {
  const stop = new AbortController();
  const endless = taskOf({ name: "isolation_forest", options: { trees: 10_000_000 } });
  const shares: number[] = [];
  const fit = fitInWorkers({ x, heldOut }, [endless], {
    workers: 2,
    signal: stop.signal,
    onProgress(_, share) {
      shares.push(share);
      stop.abort();
    },
  });
  await assert.rejects(fit, { name: "AbortError" });
  assert.ok(shares[0] < 1e-5);
});

Deno.test("fitInWorkers() does not start when it is already told to stop", async () => {
  const options = { workers: 1, signal: AbortSignal.abort() };
  const fit = fitInWorkers({ x, heldOut }, [taskOf({ name: "iqr" })], options);
  await assert.rejects(fit, { name: "AbortError" });
});

Deno.test("fitInWorkers() refuses a detector that is not plain data", async () => {
  const task = { ...taskOf({ name: "iqr" }), detector: detectors.iqr() };
  await assert.rejects(fitInWorkers({ x, heldOut }, [task], { workers: 1 }), {
    name: "RangeError",
    message: "Cannot fit in workers as a detector must be given by name and options: " +
      "current value is the detector iqr itself",
  });
});
