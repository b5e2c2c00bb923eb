import assert from "node:assert/strict";
import { healthBreach, type VersionHealth, watchVersion } from "./version_health.ts";

function answers(count: number, ms: number, failed = 0): VersionHealth {
  const health = watchVersion();
  for (let i = 0; i < count; i++) health.record(i >= failed, ms);
  return health;
}

Deno.test("healthBreach() wants twenty answers and more than 5 % of them failed", () => {
  const good = answers(200, 10);
  assert.equal(healthBreach(answers(19, 10, 19), good), undefined);
  assert.equal(healthBreach(answers(20, 10, 1), good), undefined);
  assert.equal(healthBreach(answers(20, 10, 2), good), "10 % of its last 20 answers failed");
});

Deno.test("healthBreach() forgives what is slow but fast enough, and needs a comparison", () => {
  assert.equal(healthBreach(answers(20, 50), answers(20, 1)), undefined);
  assert.equal(healthBreach(answers(20, 300), answers(20, 100)), undefined);
  assert.match(healthBreach(answers(20, 301), answers(20, 100)) ?? "", /301 ms or more/);
  assert.equal(healthBreach(answers(20, 9000), answers(19, 1)), undefined);
});

Deno.test("watchVersion() takes no time of an answer that nobody waited for", () => {
  const health = answers(20, 10);
  for (let i = 0; i < 30; i++) health.record(true);
  assert.deepEqual([health.count(), health.p95Ms()], [50, 10]);
});

Deno.test("watchVersion() remembers the last 200 answers", () => {
  const health = answers(200, 10, 200);
  for (let i = 0; i < 190; i++) health.record(true, i < 10 ? 70 : 5);
  assert.deepEqual([health.count(), health.errorShare(), health.p95Ms()], [200, 0.05, 70]);
});
