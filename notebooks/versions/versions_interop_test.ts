/** Versions on our tracking server and on MLflow's own. */
import assert from "node:assert/strict";
import { openTracking } from "../../pipelines/tracking.ts";
import { createRun, downloadArtifact, getRun } from "../../registry/mod.ts";
import { trackingServers } from "../../registry/tracking_server_fixture.ts";
import { type Notebook, serializeNotebook } from "../documents/mod.ts";
import { FACTS_TYPE, listVersions, logRun, pickVersion } from "./mod.ts";

const python = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
const FACTS = { figures: { roc_auc: 0.75 }, datasets: [{ name: "hostel", digest: "ab12" }] };

for (const [name, withServer] of Object.entries(trackingServers)) {
  Deno.test(`versions of notebooks are kept by ${name}`, async () => {
    const home = await Deno.makeTempDir();
    await withServer({ home, python, now: Date.now }, async (uri) => {
      using tracking = openTracking({ home, tracking: { uri } }, Date.now);
      const { registry } = tracking;
      const source = notebook({});
      const executed = notebook({ [FACTS_TYPE]: FACTS, "image/svg+xml": "<svg/>" });
      let nested = "";
      const start = { name: "01_a's", source, params: { seed: "7" }, kernel: "deno 1.2.3" };
      const runId = await logRun(registry, { ...start, commit: "c0ffee" }, {
        async run({ WATTBOOK_NOTEBOOK_RUN: notebookRun }) {
          using inside = openTracking({ home, tracking: { uri }, notebookRun }, Date.now);
          const run = await createRun(inside.registry, { experimentId: "0", startTime: 0 });
          nested = run.runId;
          return executed;
        },
        now: Date.now,
      });
      const version = pickVersion(await listVersions(registry, "01"), runId);
      assert.deepEqual([version.notebook, version.status, version.commit], [
        "01_a's",
        "FINISHED",
        "c0ffee",
      ]);
      assert.deepEqual([version.params, version.figures, version.datasets, version.runs], [
        { seed: "7" },
        FACTS.figures,
        FACTS.datasets,
        [nested],
      ]);
      const { artifactUri } = await getRun(registry, runId);
      const text = async (path: string) =>
        new TextDecoder().decode(await downloadArtifact(registry, artifactUri, path));
      assert.equal(await text("source.ipynb"), serializeNotebook(source));
      assert.equal(await text("executed.ipynb"), serializeNotebook(executed));
      assert.equal(await text("figures/cell_01_1.svg"), "<svg/>");
    });
    await Deno.remove(home, { recursive: true });
  });
}

function notebook(data: Readonly<Record<string, unknown>>): Notebook {
  const output = { output_type: "display_data", data, metadata: {} } as const;
  const cell = { cell_type: "code", id: "a", metadata: {}, source: "1" } as const;
  const cells = [{ ...cell, execution_count: 1, outputs: [output] }];
  return { cells, metadata: {}, nbformat: 4, nbformat_minor: 5 };
}
