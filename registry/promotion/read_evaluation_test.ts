import assert from "node:assert/strict";
import { readEvaluation } from "./read_evaluation.ts";

Deno.test("readEvaluation() takes figures with values, of all meters and of each", () => {
  const json = {
    labels: "told by hand",
    data_digest: "da7a",
    ensemble: { event_f1: 0.5, detection_delay_h: null },
    by_meter: { a: { event_f1: 0.75 }, b: { event_f1: null } },
  };
  assert.deepEqual(readEvaluation(json), {
    dataDigest: "da7a",
    figures: { event_f1: 0.5 },
    byMeter: { a: { event_f1: 0.75 }, b: {} },
  });
});

Deno.test("readEvaluation() reads what earlier releases wrote, and nothing that is no evaluation", () => {
  assert.deepEqual(readEvaluation({ ensemble: { event_f1: 0.5 } }), {
    figures: { event_f1: 0.5 },
    byMeter: {},
  });
  assert.deepEqual(readEvaluation({}), { figures: {}, byMeter: {} });
  for (const json of [undefined, null, 3, [], { ensemble: { event_f1: "high" } }]) {
    assert.equal(readEvaluation(json), undefined);
  }
});
