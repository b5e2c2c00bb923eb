import assert from "node:assert/strict";
import { openFileStore } from "./file_store.ts";
import { mlrunsIds, withMlruns } from "./mlruns_fixture.ts";
import { Unreadable } from "./run_source.ts";

const { parent, child } = mlrunsIds;

/** Places and reasons of all that a folder cannot hand over. */
async function unreadableIn(root: string): Promise<string[]> {
  const source = await openFileStore(root);
  const found: string[] = [];
  const note = (item: unknown) => {
    if (item instanceof Unreadable) found.push(`${item.place}: ${item.message}`);
    return item instanceof Unreadable ? [] : [item];
  };
  for await (const experiment of source.experiments()) {
    if (note(experiment).length === 0 || experiment instanceof Unreadable) continue;
    for await (const run of source.runs(experiment)) {
      if (note(run).length === 0 || run instanceof Unreadable) continue;
      for await (const file of source.runFiles(run)) note(file);
      for (const key of run.metricKeys) {
        await Array.fromAsync(source.metricHistory(run, key)).catch(note);
      }
    }
    for await (const logged of source.loggedModels(experiment)) note(logged);
  }
  for await (const registered of source.registeredModels()) note(registered);
  return found;
}

Deno.test("openFileStore() tells of each thing that is malformed by its path, and lists the rest", async () => {
  await withMlruns(async (root) => assert.deepEqual(await unreadableIn(root), []));
  await withMlruns(
    async (root) => {
      assert.deepEqual(
        await unreadableIn(root),
        [
          `mlruns/7/${parent}/metrics/loss: Cannot read the metric "loss": expected timestamp, value and step, got "110"`,
          `mlruns/7/${child}/meta.yaml: Cannot read meta.yaml: start_time: Invalid input: expected string, received undefined`,
          'mlruns/7/copy/meta.yaml: Cannot take meta.yaml at its word: expected the id "copy" of its folder, got "r"',
          "mlruns/9/meta.yaml: Cannot read meta.yaml: name: Invalid input: expected string, received undefined",
          `mlruns/models/load/meta.yaml: Cannot read meta.yaml: creation_timestamp: expected a whole number in version-3`,
        ].sort(),
      );
    },
    {
      [`7/${parent}/metrics/loss`]: "110\n",
      [`7/${child}/meta.yaml`]: `run_id: ${child}\nexperiment_id: '7'\n`,
      "7/copy/meta.yaml": "run_id: r\nexperiment_id: '7'\nstart_time: 1\n",
      "9/meta.yaml": "experiment_id: '9'\n",
      "models/load/version-3/meta.yaml": "version: 3\ncreation_timestamp: soon\n",
    },
  );
});

Deno.test("openFileStore() tells of artifacts that lie elsewhere and brings in no file of there", async () => {
  const meta =
    `run_id: r\nexperiment_id: '7'\nstart_time: 1\nartifact_uri: file:///etc\nstatus: 3\n`;
  await withMlruns(
    async (root) =>
      assert.deepEqual(await unreadableIn(root), [
        "file:///etc: Cannot copy artifacts: expected them in the folder of the file store",
      ]),
    { "7/r/meta.yaml": meta },
  );
});

Deno.test("openFileStore() refuses a folder without experiments", async () => {
  const folder = await Deno.makeTempDir();
  await assert.rejects(openFileStore(folder), {
    name: "TypeError",
    message:
      `Cannot import "${folder}": expected a folder of MLflow's file store or the http address of a server, got no experiments`,
  });
  await Deno.remove(folder);
});
