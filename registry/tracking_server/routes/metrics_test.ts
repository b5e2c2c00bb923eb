import assert from "node:assert/strict";
import { nthId, withTracking } from "../tracking_fixture.ts";

interface History {
  readonly metrics: readonly { readonly value: number }[];
  readonly next_page_token?: string;
}

Deno.test("metrics/get-history is by time, step and value, without repeats, and pages", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", {});
    const run_id = nthId(1);
    const metrics = [[2, 0, 1], [1, 1, 5], [1, 0, 7], [1, 0, 3], [1, 0, 3]].map(
      ([timestamp, step, value]) => ({ key: "m", value, timestamp, step }),
    );
    await send("POST", "runs/log-batch", { run_id, metrics });
    const path = `metrics/get-history?run_id=${run_id}&metric_key=m`;
    const read = async (query = "") => {
      const { json } = await send<History>("GET", `${path}${query}`);
      return { values: json.metrics.map(({ value }) => value), token: json.next_page_token };
    };
    assert.deepEqual(await read(), { values: [3, 7, 5, 1], token: undefined });
    const first = await read("&max_results=3");
    assert.deepEqual(first.values, [3, 7, 5]);
    const query = `&max_results=3&page_token=${encodeURIComponent(first.token ?? "")}`;
    assert.deepEqual(await read(query), { values: [1], token: undefined });
  });
});

Deno.test("metrics/get-history is empty for an unknown key or run", async () => {
  await withTracking(async (send) => {
    await send("POST", "runs/create", {});
    const of = (run: string) => send("GET", `metrics/get-history?run_id=${run}&metric_key=none`);
    assert.deepEqual((await of(nthId(1))).json, {});
    assert.deepEqual(await of("x"), { status: 200, json: {} });
  });
});
