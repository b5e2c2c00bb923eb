import assert from "node:assert/strict";
import fc from "fast-check";
import { random } from "../../models/mod.ts";
import { startTask } from "../../pipelines/task_fixture.ts";
import { withTrainedHome } from "../../pipelines/trained_home_fixture.ts";
import { bentRequests } from "../../registry/tracking_server/resilience/fuzz_requests_fixture.ts";
import { knownEndpoints } from "./bent_endpoints_fixture.ts";
import { mutatedRequests } from "./mutated_requests_fixture.ts";
import { checkAnswer } from "./protocol_answer_fixture.ts";

const REQUESTS = 100_000;
/** One in so many is bent, which takes longer to make than to answer; the others are mutated. */
const BENT_SHARE = 10;
/** As many as streams are answered at the same time. */
const AT_A_TIME = 4;
const SAMPLE_EVERY = 1000;
/** By then code is compiled, connections are open and the heap has its size. */
const WARM_UP_SAMPLES = 30;
/** Samples to a mean: the collector runs when it likes. */
const MEAN_OF = 20;

async function residentMegabytes(pid: number): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`);
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

Deno.test(`deno task serve answers ${REQUESTS} wrong requests without a failure`, async (test) => {
  await withTrainedHome({}, async ({ context, training }) => {
    const { dataset } = training.ingested.manifest;
    const environment = { WATTBOOK_PORT: "0" };
    await using task = startTask("serve", ["--dataset", dataset], context.config.home, {
      environment,
    });
    const [, url] = await task.seen(/ on (http:\/\/127\.0\.0\.1:\d+)\n/);
    const { models: [model] } = await (await fetch(`${url}/api/v1/models`)).json();
    const facts = {
      model: model.name,
      version: model.version,
      columns: model.columns,
      // The first room of the hostel, in its second week.
      meterId: "room-2-01",
      ts: "2024-01-10T12:00:00.000Z",
    };

    const endpoints = knownEndpoints(facts);
    const mutated = mutatedRequests(facts, random(11));
    function* requests(): Generator<Request> {
      for (let seed = 0;; seed++) {
        const { endpoint, known } = endpoints[seed % endpoints.length];
        for (const bent of fc.sample(bentRequests(endpoint, known), { seed, numRuns: 50 })) {
          yield bent;
          for (let others = 1; others < BENT_SHARE; others++) yield mutated.next().value;
        }
      }
    }
    const drawn = requests();
    const statuses = new Map<number, number>();
    const memory: number[] = [];
    let sent = 0;
    async function keepSending(): Promise<void> {
      while (sent < REQUESTS) {
        if (sent++ % SAMPLE_EVERY === 0) memory.push(await residentMegabytes(task.pid));
        const request: Request = drawn.next().value;
        const { pathname, search } = new URL(request.url);
        // The length of a body is for the client to tell.
        request.headers.delete("content-length");
        const status = await checkAnswer(
          request,
          await fetch(new Request(url + pathname + search, request)),
        );
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    }
    await Promise.all(Array.from({ length: AT_A_TIME }, keepSending));

    const before = mean(memory.slice(WARM_UP_SAMPLES, WARM_UP_SAMPLES + MEAN_OF));
    const after = mean(memory.slice(-MEAN_OF));
    const told = `resident memory of ${before.toFixed(0)} MB, in the end ${after.toFixed(0)} MB`;
    await test.step(`${told}; statuses ${JSON.stringify(Object.fromEntries(statuses))}`, () => {
      assert.ok(statuses.get(200)! > REQUESTS / 10 && statuses.get(400)! > REQUESTS / 2);
    });
    task.kill("SIGTERM");
    const { code, err } = await task.outcome;
    assert.equal(code, 0, err);
  });
});
