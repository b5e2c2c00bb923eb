/** What requests of every protocol are made of, to be bent. */
import type {
  Endpoint,
  KnownValues,
} from "../../registry/tracking_server/resilience/fuzz_requests_fixture.ts";

/** What the server under test has. */
export interface ServedFacts {
  /** Name of the model that is served. */
  readonly model: string;
  readonly version: string;
  readonly columns: readonly string[];
  /** A meter with readings. */
  readonly meterId: string;
  /** A time on its grid, ISO 8601. */
  readonly ts: string;
}

/** An endpoint with right values of what it takes. */
export interface KnownEndpoint {
  readonly endpoint: Endpoint;
  readonly known: KnownValues;
}

/**
 * The endpoints of MLflow's protocol, of the Open Inference Protocol and of ours.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const facts = { model: "m", version: "3", columns: ["a"], meterId: "b1", ts: "2024-01-01T00:00:00Z" };
 * const paths = knownEndpoints(facts).map(({ endpoint }) => endpoint.path);
 * assert.ok(paths.includes("/v2/models/:model/infer"));
 * ```
 */
export function knownEndpoints(facts: ServedFacts): KnownEndpoint[] {
  const { model, version, columns, meterId, ts } = facts;
  const row = columns.map((_, place) => place);
  const record = Object.fromEntries(columns.map((name) => [name, 1]));
  const byColumn = Object.fromEntries(columns.map((name) => [name, [1, null]]));
  const tensor = { name: "features", datatype: "FP32", shape: [1, columns.length], data: row };
  const versions = [version, "9", "0", "-1"];
  const named = { model: [model, model, "nothing"], version: versions };
  const rows = {
    dataframe_split: [{ columns, data: [row, row], index: [0, 1] }],
    dataframe_records: [[record, record]],
    instances: [[record], byColumn],
    inputs: [byColumn, [record], record],
    params: [{}, { k: 1 }],
  };
  const infer = {
    ...named,
    id: ["r1"],
    inputs: [[tensor], [{ ...tensor, data: [row] }], [{ ...tensor, datatype: "INT64" }]],
    outputs: [[{ name: "score" }], [{ name: "label", parameters: { binary_data: true } }]],
    parameters: [{ binary_data_output: true }, { binary_data_output: false, priority: 1 }],
  };
  const post = (path: string, known: KnownValues): KnownEndpoint => ({
    endpoint: { method: "POST", path, names: Object.keys(known) },
    known,
  });
  const get = (path: string, known: KnownValues = named): KnownEndpoint => ({
    endpoint: { method: "GET", path, names: Object.keys(known) },
    known,
  });
  return [
    ...Object.keys(rows).map((name) => post("/invocations", { [name]: rows[name as "inputs"] })),
    post("/invocations", rows),
    post("/v2/models/:model/infer", infer),
    post("/v2/models/:model/versions/:version/infer", infer),
    post("/v2/repository/index", { ready: [true, false] }),
    post("/v2/repository/models/:model/load", {
      model: [model, "nothing"],
      parameters: [{}, { version: "9" }],
    }),
    // What is unloaded, no later request would reach.
    post("/v2/repository/models/:model/unload", {
      model: ["nothing"],
      parameters: [{ unload_dependents: false }, { version: "9" }],
    }),
    post("/api/v1/score", { readings: [[{ meter: meterId, ts, kwh: 1.5 }]] }),
    get("/v2"),
    get("/v2/health/live"),
    get("/v2/health/ready"),
    get("/v2/models/:model"),
    get("/v2/models/:model/ready"),
    get("/v2/models/:model/stats"),
    get("/v2/models/:model/versions/:version"),
    get("/v2/models/:model/versions/:version/ready"),
    get("/ping"),
    get("/version"),
    get("/api/v1/models"),
  ];
}
