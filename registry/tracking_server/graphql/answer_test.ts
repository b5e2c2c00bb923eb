import assert from "node:assert/strict";
import { nthId, type Send, withTracking } from "../tracking_fixture.ts";
import { openTrackingStore } from "../store.ts";
import { answerGraphql } from "./answer.ts";

interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors: string[] | null;
}

/** Runs a test that asks GraphQL questions of a server of its own. */
function withGraphql(
  use: (ask: (query: string, variables?: object) => Promise<Answer>, send: Send) => Promise<void>,
): Promise<void> {
  return withTracking((send, app) =>
    use(async (query, variables) => {
      const response = await app.request("/graphql", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query, variables }),
      });
      assert.equal(response.status, 200);
      return await response.json();
    }, send)
  );
}

// What MLflow's server 3.11.1 answered to the same requests, but for times and ids.
const wholeRun = {
  info: {
    ...{ runId: nthId(1), runUuid: nthId(1), runName: "one", experimentId: "1" },
    ...{ userId: "unknown", status: "RUNNING", startTime: "1700000000000", endTime: "0" },
    artifactUri: `mlflow-artifacts:/1/${nthId(1)}/artifacts`,
    lifecycleStage: "active",
  },
  data: {
    metrics: [
      { key: "i", value: Number.MAX_VALUE, timestamp: "6", step: "9007199254740993", modelId: "" },
      { key: "m", value: 1.5, timestamp: "5", step: "3", modelId: "" },
      { key: "n", value: null, timestamp: "6", step: "-1", modelId: "" },
    ],
    params: [{ key: "p", value: "v" }],
    tags: [{ key: "mlflow.runName", value: "one" }, { key: "t", value: "w" }],
  },
  inputs: {
    datasetInputs: [{
      tags: [{ key: "mlflow.data.context", value: "train" }],
      dataset: {
        ...{ name: "d", digest: "1", sourceType: "local", source: "{}", schema: "", profile: "" },
      },
    }],
    modelInputs: [],
  },
  outputs: { modelOutputs: [] },
  experiment: { name: "gql", tags: [{ key: "a", value: "b" }] },
  modelVersions: [{
    ...{ name: "gqlm", version: "1", userId: "", currentStage: "None", description: "" },
    ...{ runId: nthId(1), status: "READY", statusMessage: "", tags: [{ key: "x", value: "y" }] },
    ...{ modelId: "", modelParams: [], modelMetrics: [], deploymentJobState: { jobId: "" } },
  }],
};

const wholeRunQuery = `query Run($id: String) @component(name: "RunPage") {
  mlflowGetRun(input: { runId: $id }) {
    apiError { code }
    run {
      info {
        runId runUuid runName experimentId userId status startTime endTime artifactUri
        lifecycleStage
      }
      data {
        metrics { key value timestamp step modelId }
        params { key value }
        tags { key value }
      }
      inputs {
        datasetInputs {
          tags { key value }
          dataset { name digest sourceType source schema profile }
        }
        modelInputs { modelId }
      }
      outputs { modelOutputs { modelId step } }
      experiment { name tags { key value } }
      modelVersions {
        name version userId currentStage description runId status statusMessage
        tags { key value }
        modelId modelParams { name } modelMetrics { key } deploymentJobState { jobId }
      }
    }
  }
}`;

Deno.test("GraphQL shows a whole run as MLflow's server does", async () => {
  await withGraphql(async (ask, send) => {
    await send("POST", "experiments/create", { name: "gql", tags: [{ key: "a", value: "b" }] });
    await send("POST", "runs/create", {
      ...{ experiment_id: "1", run_name: "one", user_id: "unknown", start_time: 1700000000000 },
    });
    await send("POST", "runs/log-batch", {
      run_id: nthId(1),
      metrics: [
        { key: "m", value: 1.5, timestamp: 5, step: 3 },
        { key: "n", value: "NaN", timestamp: 6, step: -1 },
        { key: "i", value: "Infinity", timestamp: 6, step: "9007199254740993" },
      ],
      params: [{ key: "p", value: "v" }],
      tags: [{ key: "t", value: "w" }],
    });
    await send("POST", "runs/log-inputs", {
      run_id: nthId(1),
      datasets: [{
        dataset: { name: "d", digest: "1", source_type: "local", source: "{}" },
        tags: [{ key: "mlflow.data.context", value: "train" }],
      }],
    });
    await send("POST", "registered-models/create", { name: "gqlm" });
    await send("POST", "model-versions/create", {
      ...{ name: "gqlm", source: `mlflow-artifacts:/1/${nthId(1)}/artifacts/x` },
      ...{ run_id: nthId(1), tags: [{ key: "x", value: "y" }] },
    });
    assert.deepEqual(await ask(wholeRunQuery, { id: nthId(1) }), {
      data: { mlflowGetRun: { apiError: null, run: wholeRun } },
      errors: null,
    });
  });
});

Deno.test("GraphQL searches runs, artifacts and model versions", async () => {
  await withGraphql(async (ask, send) => {
    await send("POST", "runs/create", { experiment_id: "0", run_name: "a", start_time: 1 });
    await send("POST", "runs/create", { experiment_id: "0", run_name: "b", start_time: 2 });
    await send("POST", "runs/delete", { run_id: nthId(1) });
    const search = (input: string) =>
      `{ mlflowSearchRuns(input: {experimentIds: ["0"] ${input}}) {
        runs { info { runName } experiment { name } modelVersions { name } } nextPageToken
      } }`;
    const [a, b] = ["a", "b"].map((runName) => ({
      ...{ info: { runName }, experiment: { name: "Default" }, modelVersions: [] },
    }));
    assert.deepEqual((await ask(search(""))).data, {
      mlflowSearchRuns: { runs: [b], nextPageToken: "" },
    });
    assert.deepEqual((await ask(`mutation ${search("runViewType: ALL")}`)).data, {
      mlflowSearchRuns: { runs: [b, a], nextPageToken: "" },
    });
    const page = await ask(search('runViewType: ALL orderBy: ["start_time"] maxResults: 1'));
    assert.deepEqual(page.data, {
      mlflowSearchRuns: { runs: [a], nextPageToken: btoa('{"offset": 1}') },
    });
    const files = `{ mlflowListArtifacts(input: {runUuid: "${
      nthId(2)
    }"}) { rootUri files { path } } }`;
    assert.deepEqual((await ask(files)).data, {
      mlflowListArtifacts: { rootUri: `mlflow-artifacts:/0/${nthId(2)}/artifacts`, files: [] },
    });
    const versions =
      `query($most: LongString) { mlflowSearchModelVersions(input: {maxResults: $most}) {
      modelVersions { name } nextPageToken
    } }`;
    assert.deepEqual((await ask(versions, { most: "3" })).data, {
      mlflowSearchModelVersions: { modelVersions: [], nextPageToken: "" },
    });
  });
});

Deno.test("GraphQL samples the history of a metric and finds data sets", async () => {
  await withGraphql(async (ask, send) => {
    await send("POST", "runs/create", { experiment_id: "0" });
    const steps = Array.from({ length: 10 }, (_, step) => step);
    const metrics = steps.map((step) => ({ key: "m", value: step, timestamp: 5, step }));
    await send("POST", "runs/log-batch", { run_id: nthId(1), metrics });
    await send("POST", "runs/log-inputs", {
      run_id: nthId(1),
      datasets: [{
        dataset: { name: "d", digest: "1", source_type: "local", source: "{}" },
        tags: [{ key: "mlflow.data.context", value: "train" }],
      }],
    });
    const history = `{ mlflowGetMetricHistoryBulkInterval(
      input: {runIds: ["${nthId(1)}"], metricKey: "m"}
    ) { metrics { key value timestamp step runId } } }`;
    assert.deepEqual(await ask(history), {
      data: {
        mlflowGetMetricHistoryBulkInterval: {
          metrics: steps.map((step) => ({
            ...{ key: "m", value: step, timestamp: "5", step: String(step), runId: nthId(1) },
          })),
        },
      },
      errors: null,
    });
    const search = (input: string) =>
      `mutation { mlflowSearchDatasets(input: {${input}}) {
        datasetSummaries { experimentId name digest context }
      } }`;
    assert.deepEqual(await ask(search('experimentIds: ["0"]')), {
      data: {
        mlflowSearchDatasets: {
          datasetSummaries: [{ experimentId: "0", name: "d", digest: "1", context: "train" }],
        },
      },
      errors: null,
    });
    assert.deepEqual(await ask(search("")), {
      data: { mlflowSearchDatasets: null },
      errors: ["SearchDatasets request must specify at least one experiment_id."],
    });
  });
});

Deno.test("GraphQL says what is wrong, and answers the rest", async () => {
  await withGraphql(async (ask) => {
    const experiment = 'mlflowGetExperiment(input: {experimentId: "999"}) { experiment { name } }';
    assert.deepEqual(await ask(`{ ${experiment} test(inputString: "abc") { output } }`), {
      data: { mlflowGetExperiment: null, test: { output: "abc" } },
      errors: ["No Experiment with id=999 exists"],
    });
    assert.deepEqual(await ask('mutation { testMutation(inputString: "abc") { output } }'), {
      data: { testMutation: null },
      errors: null,
    });
    for (
      const [query, message] of [
        ["{ test(inputString: 1) { output } }", "String cannot represent a non string value: 1"],
        ["{ nothing }", 'Cannot query field "nothing" on type "Query".'],
        ["{", "Syntax Error: Expected Name, found <EOF>."],
        [
          "query A { __typename } query B { __typename }",
          "Must provide operation name if query contains multiple operations.",
        ],
      ]
    ) {
      assert.deepEqual(await ask(query), { data: null, errors: [message] });
    }
  });
});

Deno.test("answerGraphql() keeps the text of a defect to itself", async () => {
  const home = await Deno.makeTempDir();
  const store = openTrackingStore({ home, now: () => 0 });
  store[Symbol.dispose]();
  const told: unknown[] = [];
  const query = '{ mlflowGetRun(input: {runId: "r"}) { run { info { runId } } } }';
  const { errors } = await answerGraphql(store, { query }, (error) => told.push(error));
  assert.deepEqual(errors, ["The server failed to answer"]);
  assert.match(String(told), /database is not open/);
  await Deno.remove(home, { recursive: true });
});
