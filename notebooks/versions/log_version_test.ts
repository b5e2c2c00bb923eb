import assert from "node:assert/strict";
import {
  createExperiment,
  createRun,
  downloadArtifact,
  getRun,
  listArtifacts,
  type RegistryClient,
} from "../../registry/mod.ts";
import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
import { type Notebook, type Output, serializeNotebook } from "../documents/mod.ts";
import { FACTS_TYPE } from "./facts.ts";
import { endVersion, startVersion } from "./log_version.ts";

const REPORT = { figures: { roc_auc: 0.75 }, datasets: [{ name: "hostel", digest: "ab12" }] };
// printf '%s' '[["code","1"]]' | sha256sum
const DIGEST = "d59b629596fbd005a9403d8f7a59d33edbdf5d2b8b522c12a40b24ab18adec1f";

Deno.test("a run of a notebook keeps its source, outputs, page, pictures, facts and runs", async () => {
  await withTracking(async (client) => {
    let clock = 1000;
    const now = () => clock;
    const source = notebook([]);
    const start = { name: "01_a", source, params: { seed: "7" }, kernel: "deno 1.2.3" };
    const { runId, artifactUri } = await startVersion(client, { ...start, commit: "c0ffee" }, now);
    // The cells log in an experiment of their own.
    const experimentId = await createExperiment(client, { name: "energy-anomaly" });
    const nested = { ...client, runTags: { "mlflow.parentRunId": runId } };
    const first = await createRun(nested, { experimentId, startTime: 2000 });
    const second = await createRun(nested, { experimentId: "0", startTime: 3000 });
    await createRun(client, { experimentId, startTime: 4000 });
    clock = 5500;
    const executed = notebook([
      shown({ [FACTS_TYPE]: REPORT }),
      shown({ "image/svg+xml": "<svg/>" }),
    ]);
    await endVersion(client, { runId, artifactUri }, { executed, page: "<p>" }, now);

    const run = await getRun(client, runId);
    assert.deepEqual([run.status, run.startTime, run.endTime], ["FINISHED", 1000, 5500]);
    assert.deepEqual([run.params, run.metrics], [{ seed: "7" }, { roc_auc: 0.75 }]);
    assert.deepEqual(run.datasets.map(({ name, digest }) => [name, digest]), [["hostel", "ab12"]]);
    const { tags } = run;
    assert.equal(tags["wattbook.notebook_digest"], DIGEST);
    assert.equal(tags["wattbook.kernel"], "deno 1.2.3");
    assert.equal(tags["mlflow.source.git.commit"], "c0ffee");
    assert.equal(tags["wattbook.runs"], `${first.runId} ${second.runId}`);
    assert.equal("wattbook.error" in tags, false);
    const text = async (path: string) =>
      new TextDecoder().decode(await downloadArtifact(client, artifactUri, path));
    assert.equal(await text("source.ipynb"), serializeNotebook(source));
    assert.equal(await text("executed.ipynb"), serializeNotebook(executed));
    assert.equal(await text("notebook.html"), "<p>");
    assert.equal(await text("figures/cell_01_1.svg"), "<svg/>");
  });
});

Deno.test("a run of a notebook that fails says why, and keeps the traceback", async () => {
  await withTracking(async (client) => {
    const start = { name: "01_a", source: notebook([]), params: {}, kernel: "deno 1.2.3" };
    const run = await startVersion(client, start, () => 0);
    const failure = { message: "RangeError: Bad", traceback: ["RangeError: Bad", "    at f"] };
    await endVersion(client, run, { executed: notebook([]), page: "", failure }, () => 9);
    const { status, tags } = await getRun(client, run.runId);
    assert.deepEqual([status, tags["wattbook.error"]], ["FAILED", "RangeError: Bad"]);
    const bytes = await downloadArtifact(client, run.artifactUri, "traceback.txt");
    assert.equal(new TextDecoder().decode(bytes), "RangeError: Bad\n    at f");
    const files = (await listArtifacts(client, run.artifactUri)).map(({ path }) => path);
    assert.deepEqual(files, ["executed.ipynb", "notebook.html", "source.ipynb", "traceback.txt"]);
  });
});

Deno.test("a run of a notebook that reports nonsense fails", async () => {
  await withTracking(async (client) => {
    const start = { name: "01_a", source: notebook([]), params: {}, kernel: "deno 1.2.3" };
    const run = await startVersion(client, start, () => 0);
    const executed = notebook([shown({ [FACTS_TYPE]: { figures: { auc: "high" } } })]);
    await assert.rejects(endVersion(client, run, { executed, page: "" }, () => 9), {
      name: "TypeError",
      message: /^Cannot read what cell 1 reports at "figures\.auc": /,
    });
    assert.equal((await getRun(client, run.runId)).status, "FAILED");
  });
});

async function withTracking(use: (client: RegistryClient) => Promise<void>): Promise<void> {
  const home = await Deno.makeTempDir();
  {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    await use(tracking.client);
  }
  await Deno.remove(home, { recursive: true });
}

function notebook(outputs: readonly Output[]): Notebook {
  const cell = { cell_type: "code", id: "a", metadata: {}, source: "1" } as const;
  const cells = [{ ...cell, execution_count: null, outputs }];
  return { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
}

function shown(data: Readonly<Record<string, unknown>>): Output {
  return { output_type: "display_data", data, metadata: {} };
}
