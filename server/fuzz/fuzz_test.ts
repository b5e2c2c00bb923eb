import assert from "node:assert/strict";
import fc from "fast-check";
import { random } from "../../models/mod.ts";
import { bentRequests } from "../../registry/tracking_server/resilience/fuzz_requests_fixture.ts";
import { createApp } from "../app.ts";
import { FAULTY_METER, HOSTEL_END, hostelDeps } from "../hostel_deps_fixture.ts";
import { knownEndpoints } from "./bent_endpoints_fixture.ts";
import { mutatedRequests } from "./mutated_requests_fixture.ts";
import { checkAnswer } from "./protocol_answer_fixture.ts";

const BENT = 60;
const MUTATED = 1500;

const deps = await hostelDeps();
Deno.test.afterAll(() => deps[Symbol.asyncDispose]());
const app = createApp(deps);
const facts = {
  model: deps.model.name,
  version: deps.model.version,
  columns: deps.model.columns,
  meterId: FAULTY_METER,
  ts: new Date(HOSTEL_END - 3_600_000).toISOString(),
};

Deno.test("bent requests of every protocol are answered, right ones among them", async () => {
  let scored = 0;
  for (const [seed, { endpoint, known }] of knownEndpoints(facts).entries()) {
    for (const request of fc.sample(bentRequests(endpoint, known), { seed, numRuns: BENT })) {
      const status = await checkAnswer(request, await app.fetch(request));
      if (endpoint.method === "POST" && status === 200) scored++;
    }
  }
  assert.ok(scored > 100, `${scored} were scored`);
  assert.deepEqual(deps.failures, []);
});

Deno.test("bodies with wrong bytes are answered, right ones among them", async () => {
  const statuses = new Map<number, number>();
  for (const request of mutatedRequests(facts, random(7)).take(MUTATED)) {
    const status = await checkAnswer(request, await app.fetch(request));
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  assert.ok(statuses.get(200)! > MUTATED / 5, JSON.stringify([...statuses]));
  assert.ok(statuses.get(400)! > MUTATED / 5, JSON.stringify([...statuses]));
  assert.deepEqual(deps.failures, []);
});
