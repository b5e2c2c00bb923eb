import assert from "node:assert/strict";
import { matrix } from "../matrix.ts";
import { createDetector, type DetectorSpec } from "./detector_spec.ts";
import { detectors } from "./mod.ts";

Deno.test("createDetector() hands the options to the factory", async () => {
  const x = matrix(["kwh"], [1, 2, 3, 4, 9]);
  const specified = createDetector({ name: "isolation_forest", options: { trees: 3 } });
  const made = detectors.isolation_forest({ trees: 3 });
  assert.equal(
    JSON.stringify(await specified.fit(x, { seed: 7 })),
    JSON.stringify(await made.fit(x, { seed: 7 })),
  );
  assert.throws(
    () => createDetector({ name: "isolation_forest", options: { trees: 0 } }),
    RangeError,
  );
});

Deno.test("createDetector() takes every detector by name alone", () => {
  for (const name of Object.keys(detectors)) {
    const spec = { name } as DetectorSpec;
    assert.equal(createDetector(spec).name, name);
  }
});

Deno.test("createDetector() refuses a name it does not know", () => {
  for (const name of ["median", "toString"]) {
    const spec: DetectorSpec = JSON.parse(JSON.stringify({ name }));
    assert.throws(() => createDetector(spec), {
      name: "RangeError",
      message: "Cannot create a detector as its name must be one of " +
        `${Object.keys(detectors).join(", ")}: current value is ${name}`,
    });
  }
});
