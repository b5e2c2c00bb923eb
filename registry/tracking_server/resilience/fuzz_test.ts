import assert from "node:assert/strict";
import fc from "fast-check";
import { createTrackingApp } from "../app.ts";
import { bentRequests, type Endpoint, type KnownValues } from "./fuzz_requests_fixture.ts";
import { routes } from "../routes/mod.ts";
import { openTrackingStore } from "../store.ts";
import { openWebhooks } from "../webhooks/open_webhooks.ts";

const requestsPerEndpoint = 130;
const api = "/api/2.0/mlflow";

/** Names for endpoints that do not list theirs. */
const anyName = [
  ...[
    "run_id",
    "run_uuid",
    "path",
    "name",
    "version",
    "metric_key",
    "max_results",
    "experiment_id",
  ],
  ...[
    "artifact_file_path",
    "query",
    "variables",
    "operationName",
    "filter",
    "order_by",
    "page_token",
  ],
  ...["webhook_id", "url", "events", "event", "secret", "status", "description", "runs", "run_ids"],
];

interface Served extends Disposable {
  readonly app: ReturnType<typeof createTrackingApp>;
  readonly defects: unknown[];
  readonly home: string;
}

function serve(): Served {
  const home = Deno.makeTempDirSync();
  const store = openTrackingStore({ home, now: () => 1_700_000_000_000 });
  const defects: unknown[] = [];
  const resolve = (host: string) => Promise.resolve(host === "localhost" ? ["127.0.0.1"] : []);
  const webhooks = openWebhooks(store, { resolve, retries: 0 });
  const app = createTrackingApp({ store, webhooks, onError: (error) => defects.push(error) });
  return {
    app,
    defects,
    home,
    [Symbol.dispose]() {
      store[Symbol.dispose]();
      Deno.removeSync(home, { recursive: true });
    },
  };
}

/** Every endpoint of the app, with what it takes; most of `/ajax-api` is `/api` once more. */
function endpoints(): Endpoint[] {
  using served = serve();
  const paths = new Set(served.app.routes.map(({ path }) => path));
  const all = served.app.routes.filter(({ method, path }) => {
    const isTwice = path.startsWith("/ajax-api/") && paths.has(path.replace("/ajax-api/", "/api/"));
    return method !== "ALL" && !isTwice;
  }).map(({ method, path }) => {
    const known = routes.find((route) =>
      method === route.method && path === `${api}/${route.path}`
    );
    return { method, path, names: known ? Object.keys(known.parameters) : anyName };
  });
  return [...new Map(all.map((one) => [`${one.method} ${one.path}`, one])).values()];
}

/** Fills a store with one of everything, and tells what requests may name. */
async function fill({ app }: Served): Promise<KnownValues> {
  // deno-lint-ignore no-explicit-any -- The answers of six endpoints, looked into once.
  async function post(path: string, json: object): Promise<any> {
    const headers = { "content-type": "application/json" };
    const request = { method: "POST", headers, body: JSON.stringify(json) };
    const response = await app.request(`${api}/${path}`, request);
    assert.equal(response.status, 200, path);
    return await response.json();
  }
  const { run } = await post("runs/create", { experiment_id: "0", run_name: "n" });
  const { run_id } = run.info;
  const { model } = await post("logged-models", { experiment_id: "0", name: "lm" });
  const { model_id } = model.info;
  const metric = { key: "m", value: 1.5, timestamp: 1, step: 1 };
  await post("runs/log-batch", { run_id, metrics: [metric], params: [], tags: [] });
  await post("registered-models/create", { name: "m" });
  await post("model-versions/create", { name: "m", source: `models:/${model_id}` });
  await post("registered-models/alias", { name: "m", alias: "a", version: "1" });
  const event = { entity: "REGISTERED_MODEL", action: "CREATED" };
  const hook = { name: "h", url: "https://localhost.", events: [event] };
  const tag = { key: "k", value: "v" };
  const dataset = { name: "d", digest: "1", source_type: "s", source: "u" };
  await app.request(`/api/2.0/mlflow-artifacts/artifacts/0/${run_id}/artifacts/a.txt`, {
    method: "PUT",
    body: "a",
  });
  return {
    ...{ run_id: [run_id], run_uuid: [run_id], runs: [run_id], run_ids: [[run_id]] },
    ...{ model_id: [model_id], source_run_id: [run_id], experiment_id: ["0"], id: ["0", run_id] },
    ...{ experiment_ids: [["0"]], experiment_name: ["Default"], name: ["m", "new"] },
    ...{ new_name: ["m2"], version: ["1"], alias: ["a"], key: ["k"], tag_key: ["k"] },
    ...{ value: ["v", 1.5], timestamp: [1], step: [1], start_time: [1], end_time: [2] },
    ...{ tags: [[tag]], params: [[tag]], metrics: [[metric]] },
    ...{ datasets: [[{ dataset, tags: [tag] }], [{ dataset_name: "d" }]] },
    ...{ models: [[{ model_id, step: 1 }]], metric_key: ["m"], start_step: [0], end_step: [9] },
    ...{ max_results: [1, 10], page_token: [""], stages: [["None"]] },
    ...{ view_type: ["ALL"], run_view_type: ["ACTIVE_ONLY"] },
    ...{ status: ["FINISHED", "LOGGED_MODEL_READY", "ACTIVE"] },
    ...{ filter: ["metrics.m > 1", "name = 'm'", "tags.k = 'v'"] },
    ...{ order_by: [["name ASC"], ["metrics.m DESC"], [{ field_name: "name" }]] },
    ...{ source: [`models:/${model_id}`, "s3://b/m"], artifact_location: ["s3://b"] },
    ...{ path: ["a.txt", `0/${run_id}/artifacts/a.txt`], artifact_file_path: ["a.txt"] },
    ...{ artifact_directory_path: ["a"], query: ["{ test { output } }"], url: [hook.url] },
    ...{ events: [[event]], event: [event] },
  };
}

/** Fails when there is no answer at all, which no status would tell. */
async function answerOf({ app }: Served, request: Request): Promise<Response> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("Got no answer in 20 seconds")), 20_000);
  try {
    const response = await Promise.race([app.fetch(request), promise]);
    await response.bytes();
    return response;
  } finally {
    clearTimeout(timer);
  }
}

/** MLflow has this one refusal of a client's text among the failures of the server. */
const foreignFile = /is not a valid remote uri/;

async function bend(endpoint: Endpoint): Promise<number> {
  using served = serve();
  const known = await fill(served);
  let requests = 0;
  await fc.assert(
    fc.asyncProperty(bentRequests(endpoint, known), async (request) => {
      requests++;
      const copy = request.clone();
      const { status } = await answerOf(served, request);
      const isRefusal = status < 500 || status === 501;
      const text = isRefusal ? "" : await (await served.app.fetch(copy)).text();
      assert.ok(isRefusal || foreignFile.test(text), `${status} ${text}`);
      assert.deepEqual(served.defects, []);
    }),
    { seed: 11, numRuns: requestsPerEndpoint },
  );
  return requests;
}

const all = endpoints();
const groups = Map.groupBy(
  all,
  ({ path }) => path.replace(`${api}/`, "").split("/").filter(Boolean)[0],
);
let total = 0;

for (const [group, some] of groups) {
  Deno.test(`no bent request to ${group ?? "/"} is a failure of the server`, async (t) => {
    for (const endpoint of some) {
      await t.step(`${endpoint.method} ${endpoint.path}`, async () => {
        total += await bend(endpoint);
      });
    }
  });
}

Deno.test("ten thousand bent requests were sent", () => {
  assert.ok(total >= 10_000, `${total} to ${all.length} endpoints`);
});
