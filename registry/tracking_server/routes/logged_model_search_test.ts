import assert from "node:assert/strict";
import { nthId, type Send, withTracking } from "../tracking_fixture.ts";

interface Found {
  readonly models?: readonly { readonly info: { readonly name: string } }[];
}

Deno.test("logged-models/search filters, newest first, and pages", async () => {
  await withTracking(async (send) => {
    for (const name of ["a", "b", "c"]) {
      const tags = [{ key: "k", value: name }];
      await send("POST", "logged-models", { experiment_id: "0", name, tags });
    }
    const names = async (search: object) => {
      const request = { experiment_ids: ["0"], ...search };
      const { json } = await send<Found>("POST", "logged-models/search", request);
      return (json.models ?? []).map(({ info }) => info.name);
    };
    assert.deepEqual(await names({}), ["c", "b", "a"]);
    assert.deepEqual(await names({ filter: "name = 'b'" }), ["b"]);
    assert.deepEqual(await names({ filter: "tags.k != 'b' AND status = 'PENDING'" }), ["c", "a"]);
    assert.deepEqual(await names({ experiment_ids: [] }), []);
    const { json } = await send("POST", "logged-models/search", {
      experiment_ids: ["0"],
      max_results: 2,
    });
    const page_token = json.next_page_token;
    assert.deepEqual(await names({ max_results: 2, page_token }), ["a"]);
  });
});

/** Models a, b and c; a has AUC .7 on train and .6 on test, b has .8 on test, c has none. */
async function addMeasured(send: Send): Promise<(search: object) => Promise<string[]>> {
  for (const [name, depth] of [["a", "2"], ["b", "1"], ["c", "3"]]) {
    const params = [{ key: "depth", value: depth }];
    await send("POST", "logged-models", { experiment_id: "0", name, params });
  }
  await send("POST", "runs/create", {});
  const log = (n: number, value: number, dataset_name: string) =>
    send("POST", "runs/log-metric", {
      ...{ run_id: nthId(4), model_id: `m-${nthId(n)}`, key: "auc", value, timestamp: 1 },
      ...{
        dataset_name,
        dataset_digest: `${dataset_name} 1`,
        step: dataset_name === "test" ? 2 : 1,
      },
    });
  await log(1, 0.7, "train");
  await log(1, 0.6, "test");
  await log(2, 0.8, "test");
  return async (search) => {
    const request = { experiment_ids: ["0"], ...search };
    const { json } = await send<Found>("POST", "logged-models/search", request);
    return (json.models ?? []).map(({ info }) => info.name);
  };
}

Deno.test("logged-models/search filters by metrics and data sets", async () => {
  await withTracking(async (send) => {
    const names = await addMeasured(send);
    assert.deepEqual(await names({ filter: "metrics.auc > 0.65" }), ["b", "a"]);
    assert.deepEqual(await names({ filter: "metrics.auc > 0.75" }), ["b"]);
    const [test, train] = [{ dataset_name: "test" }, { dataset_name: "train" }];
    assert.deepEqual(await names({ filter: "metrics.auc > 0.65", datasets: [test] }), ["b"]);
    assert.deepEqual(await names({ datasets: [test] }), ["b", "a"]);
    assert.deepEqual(await names({ datasets: [train] }), ["a"]);
    assert.deepEqual(await names({ datasets: [{ ...train, dataset_digest: "train 2" }] }), []);
    assert.deepEqual(await names({ datasets: [{ dataset_name: "none" }] }), []);
  });
});

Deno.test("logged-models/search orders by attributes and metrics", async () => {
  await withTracking(async (send) => {
    const names = await addMeasured(send);
    const by = (field_name: string, rest: object = {}) =>
      names({ order_by: [{ field_name, ...rest }] });
    assert.deepEqual(await by("name"), ["a", "b", "c"]);
    assert.deepEqual(await by("name", { ascending: false }), ["c", "b", "a"]);
    assert.deepEqual(await by("creation_time"), ["a", "b", "c"]);
    assert.deepEqual(await by("metrics.auc"), ["a", "b", "c"]);
    assert.deepEqual(await by("metrics.auc", { ascending: false }), ["b", "a", "c"]);
    assert.deepEqual(await by("metrics.auc", { dataset_name: "train" }), ["a", "c", "b"]);
    const order_by = [
      { field_name: "metrics.auc", dataset_name: "train" },
      { field_name: "metrics.auc", dataset_name: "test", ascending: false },
    ];
    assert.deepEqual(await names({ order_by, max_results: 2 }), ["a", "b"]);
  });
});

Deno.test("logged-models/search refuses to order by what there is not", async () => {
  await withTracking(async (send) => {
    for (const field_name of ["nonsense", "attributes.name", "params.depth"]) {
      const search = { experiment_ids: ["0"], order_by: [{ field_name }] };
      const { json } = await send("POST", "logged-models/search", search);
      assert.equal(json.error_code, "INVALID_PARAMETER_VALUE", field_name);
    }
  });
});
