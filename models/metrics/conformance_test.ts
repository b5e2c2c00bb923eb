import assert from "node:assert/strict";
import { criteria } from "./conformance.ts";
import type { Metric } from "./metric.ts";
import { metrics } from "./mod.ts";

for (const metric of Object.values(metrics)) {
  for (const { name, check } of criteria) {
    Deno.test(`the metric ${metric.name} ${name}`, () => check(metric));
  }
}

Deno.test("criteria catch a constant, a reversed, an order-bound and a destructive metric", () => {
  const broken: Metric["compute"][] = [
    () => 0.5,
    ({ scores }) => -scores[0],
    ({ scores }) => scores[0],
    ({ scores }) => scores.fill(0)[0],
  ];
  criteria.forEach(({ check }, i) => {
    const metric: Metric = { name: "broken", unit: "share", better: "higher", compute: broken[i] };
    assert.throws(() => check(metric), assert.AssertionError);
  });
});
