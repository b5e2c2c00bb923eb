import assert from "node:assert/strict";
import { nthId, type Send, withTracking } from "../tracking_fixture.ts";

interface Found {
  readonly runs?: readonly { readonly info: { readonly run_name: string } }[];
}

/** Three runs: auc 0.7, 0.9 and NaN, and a fourth without auc. */
async function addRuns(send: Send): Promise<void> {
  const runs = [["iqr", 0.7], ["forest", 0.9], ["svm", "NaN"], ["Floor", undefined]] as const;
  for (const [i, [name, auc]] of runs.entries()) {
    await send("POST", "runs/create", { run_name: name, start_time: 10 + i });
    const run_id = nthId(i + 1);
    const metrics = auc === undefined ? [] : [{ key: "auc", value: auc, timestamp: 1 }];
    const params = [{ key: "kind", value: name }];
    await send("POST", "runs/log-batch", { run_id, metrics, params });
  }
  const dataset = { name: "meters", digest: "d1", source_type: "local", source: "{}" };
  const tags = [{ key: "mlflow.data.context", value: "training" }];
  await send("POST", "runs/log-inputs", { run_id: nthId(1), datasets: [{ dataset, tags }] });
}

async function names(send: Send, search: object): Promise<string[]> {
  const request = { experiment_ids: ["0"], ...search };
  const { json } = await send<Found>("POST", "runs/search", request);
  return (json.runs ?? []).map(({ info }) => info.run_name);
}

Deno.test("runs/search answers each clause of the grammar", async () => {
  await withTracking(async (send) => {
    await addRuns(send);
    const cases: [string, string[]][] = [
      ["", ["Floor", "svm", "forest", "iqr"]],
      ["metrics.auc > 0.7", ["forest"]],
      ["metric.auc >= 0.7 and params.kind != 'forest'", ["iqr"]],
      ["metrics.auc != 5", ["svm", "forest", "iqr"]],
      ["metrics.`auc` = 0.9", ["forest"]],
      ['params."kind" = "iqr"', ["iqr"]],
      ["parameters.kind LIKE 'f%'", ["forest"]],
      ["parameters.kind ILIKE 'f%'", ["Floor", "forest"]],
      ["tags.`mlflow.runName` = 'svm'", ["svm"]],
      ["tags.none IS NULL AND run_name = 'svm'", ["svm"]],
      ["params.none IS NOT NULL", []],
      ["attributes.`Run name` = 'svm'", ["svm"]],
      ["start_time >= 12", ["Floor", "svm"]],
      ["created < 11", ["iqr"]],
      // MLflow passes over texts of a list that have no letter, as the ids of its runs do have.
      [`attr.run_id IN ('${nthId(1)}', '${nthId(2)}')`, []],
      [`run.run_id NOT IN ('${nthId(1)}')`, ["Floor", "svm", "forest", "iqr"]],
      ["dataset.name = 'meters' AND dataset.context = 'training'", ["iqr"]],
      ["datasets.digest IN ('d2')", []],
      ["status = 'RUNNING' AND end_time > 0", []],
    ];
    for (const [filter, expected] of cases) {
      assert.deepEqual(await names(send, { filter }), expected, filter);
    }
  });
});

Deno.test("runs/search orders numbers, then NaN, then what is missing, either way", async () => {
  await withTracking(async (send) => {
    await addRuns(send);
    const by = (...order_by: string[]) => names(send, { order_by });
    assert.deepEqual(await by("metrics.auc ASC"), ["iqr", "forest", "svm", "Floor"]);
    assert.deepEqual(await by("metrics.auc DESC"), ["forest", "iqr", "svm", "Floor"]);
    assert.deepEqual(await by("params.kind"), ["Floor", "forest", "iqr", "svm"]);
    assert.deepEqual(await by("start_time"), ["iqr", "forest", "svm", "Floor"]);
  });
});

Deno.test("runs/search pages through everything once and refuses a foreign token", async () => {
  await withTracking(async (send) => {
    await addRuns(send);
    const search = { experiment_ids: ["0"], max_results: 3 };
    const first = await send("POST", "runs/search", search);
    assert.equal(first.json.runs.length, 3);
    const page_token = first.json.next_page_token;
    assert.deepEqual(await names(send, { max_results: 3, page_token }), ["iqr"]);
    const foreign = await send("POST", "runs/search", { ...search, page_token: "moon" });
    assert.equal(foreign.json.message, 'Invalid page token, decoded value=b"\\x9a\\x8a\'"');
  });
});

Deno.test("runs/search finds nothing in no experiment, and deleted runs when asked", async () => {
  await withTracking(async (send) => {
    await addRuns(send);
    assert.deepEqual(await names(send, { experiment_ids: [] }), []);
    await send("POST", "runs/delete", { run_id: nthId(1) });
    assert.deepEqual(await names(send, { run_view_type: "DELETED_ONLY" }), ["iqr"]);
    assert.deepEqual(await names(send, { filter: "params.kind = 'iqr'" }), []);
  });
});

Deno.test("runs/search answers 400 to filters that are wrong or try to break out", async () => {
  await withTracking(async (send) => {
    const filters = [
      "metrics.auc >",
      "moon.a = 'b'",
      "metrics.auc = 'high'",
      "params.a > 'b'",
      "attributes.phase = 'full'",
      "params.a = 'b'; DROP TABLE runs",
      "params.a = 'b' OR 1 = 1",
    ];
    for (const filter of filters) {
      const { status, json } = await send("POST", "runs/search", { experiment_ids: ["0"], filter });
      assert.deepEqual([status, json.error_code], [400, "INVALID_PARAMETER_VALUE"], filter);
    }
  });
});

Deno.test("runs/search answers the longest filter that it takes, and refuses a longer one", async () => {
  await withTracking(async (send) => {
    const search = (count: number) => {
      const filter = Array(count).fill("datasets.name != 'a' AND params.p LIKE '%'").join(" AND ");
      return send("POST", "runs/search", { experiment_ids: ["0"], filter });
    };
    assert.equal((await search(250)).status, 200);
    assert.equal((await search(600)).status, 400);
    const order_by = Array.from({ length: 100 }, (_, i) => `metrics.m${i}`);
    const ordered = { experiment_ids: ["0"], order_by };
    assert.equal((await send("POST", "runs/search", ordered)).status, 200);
  });
});
