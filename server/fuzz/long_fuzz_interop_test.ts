import assert from "node:assert/strict";
import fc from "fast-check";
import { random } from "../../models/mod.ts";
import { startTask } from "../../pipelines/task_fixture.ts";
import { withChampionHome } from "../../pipelines/champion_home_fixture.ts";
import { bentRequests } from "../../registry/tracking_server/resilience/fuzz_requests_fixture.ts";
import { knownEndpoints } from "./bent_endpoints_fixture.ts";
import { openHeap } from "./heap_fixture.ts";
import { mutatedRequests } from "./mutated_requests_fixture.ts";
import { checkAnswer } from "./protocol_answer_fixture.ts";

const REQUESTS = 100_000;
/** One in so many is bent, which takes longer to make than to answer; the others are mutated. */
const BENT_SHARE = 10;
/** As many as streams are answered at the same time. */
const AT_A_TIME = 4;
/** By then code is compiled, connections are open and what is kept of requests is full. */
const WARM_UP = REQUESTS / 5;
/** Most bytes by which the heap may grow a request; a kept record of one has about 500. */
const MOST_BYTES = 200;

Deno.test(`deno task serve answers ${REQUESTS} wrong requests without a failure`, async (test) => {
  await withChampionHome(async ({ context, training }) => {
    const { dataset } = training.ingested.manifest;
    const environment = { WATTBOOK_PORT: "0" };
    await using task = startTask("serve", ["--dataset", dataset], context.config.home, {
      environment,
      flags: ["--inspect=127.0.0.1:0"],
    });
    const [, url] = await task.seen(/ on (http:\/\/127\.0\.0\.1:\d+)\n/);
    const [inspector] = await task.seen(/ws:\/\/\S+/);
    const heap = await openHeap(inspector);
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
    let sent = 0;
    async function keepSending(end: number): Promise<void> {
      while (sent < end) {
        sent++;
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
    async function bytesAfter(end: number): Promise<number> {
      await Promise.all(Array.from({ length: AT_A_TIME }, () => keepSending(end)));
      return await heap.bytes();
    }
    const warm = await bytesAfter(WARM_UP);
    const half = await bytesAfter(REQUESTS / 2);
    const end = await bytesAfter(REQUESTS);
    // A process does not end before its inspector is left.
    heap.close();

    const [first, second] = [
      (half - warm) / (REQUESTS / 2 - WARM_UP),
      (end - half) / (REQUESTS / 2),
    ].map((bytes) => bytes.toFixed(1));
    const megabytes = [warm, half, end].map((bytes) => (bytes / 1e6).toFixed(1)).join(", ");
    const told =
      `heap of ${megabytes} MB when warm, at half and in the end: ${first} and ${second}`;
    await test.step(`${told} bytes a request`, () => {
      assert.ok((end - half) / (REQUESTS / 2) < MOST_BYTES);
    });
    await test.step(`statuses ${JSON.stringify(Object.fromEntries(statuses))}`, () => {
      assert.ok(statuses.get(200)! > REQUESTS / 10 && statuses.get(400)! > REQUESTS / 2);
    });
    task.kill("SIGTERM");
    const { code, err } = await task.outcome;
    assert.equal(code, 0, err);
  });
});
