import assert from "node:assert/strict";
import { detectors, ensembleToOnnx, fitEnsemble, matrix } from "../../models/mod.ts";
import { openSession } from "../../models/onnx/session.ts";
import { measureParity, PARITY_TOLERANCE } from "./measure_parity.ts";

const x = matrix(["kwh", "hour"], Array.from({ length: 400 }, (_, i) => Math.sin(i) * (i % 7)));

Deno.test("measureParity() finds the model of an ensemble equal to it", async () => {
  const ensemble = await fitEnsemble(x, x, [{ detector: detectors.z_score() }, {
    detector: detectors.iqr(),
  }], { seed: 1 });
  const session = await openSession(ensembleToOnnx(ensemble, 0.5));
  assert.ok(await measureParity(ensemble, session, x) <= 1e-7);
  await session.close();
});

Deno.test("measureParity() refuses the model of another ensemble", async () => {
  const one = await fitEnsemble(x, x, [{ detector: detectors.z_score() }], { seed: 1 });
  const other = await fitEnsemble(x, x, [{ detector: detectors.iqr() }], { seed: 1 });
  const session = await openSession(ensembleToOnnx(other, 0.5));
  await assert.rejects(measureParity(one, session, x), {
    name: "RangeError",
    message: new RegExp(`by more than ${PARITY_TOLERANCE}: got 0\\.`),
  });
  await session.close();
});
