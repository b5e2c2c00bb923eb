import assert from "node:assert/strict";
import { modelPaths } from "./model_paths.ts";

Deno.test("modelPaths describe every parameter that stands in them, and no other", () => {
  const facts = {
    meterId: "b1",
    ts: "2024-01-01T00:00:00.000Z",
    reportId: "r1",
    model: { name: "m", version: "3", columns: [] },
  };
  for (const { path, parameters, example } of modelPaths) {
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    assert.deepEqual(Object.keys(parameters.shape), names);
    assert.deepEqual(Object.keys(example(facts)), names);
  }
});
