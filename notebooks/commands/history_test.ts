import assert from "node:assert/strict";
import { createProgress } from "../../pipelines/mod.ts";
import { FACTS_TYPE, logRun } from "../versions/mod.ts";
import { history } from "./history.ts";
import { notebookPlace } from "./place.ts";

const progress = createProgress({ write: assert.fail, isTerminal: false, now: () => 0 });

Deno.test("history tells runs with their key figures, newest first", async () => {
  const folder = await Deno.makeTempDir();
  let clock = 0;
  const now = () => clock += 1000;
  const place = notebookPlace({ folder, home: folder, now });
  for (const figures of [{ auc: 0.5 }, { auc: 0.75 }]) {
    using tracking = await place.openTracking();
    const data = { [FACTS_TYPE]: { figures } };
    const output = { output_type: "display_data", data, metadata: {} } as const;
    const cell = {
      cell_type: "code",
      id: "a",
      metadata: {},
      source: "",
      outputs: [output],
    } as const;
    const source = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 } as const;
    const start = { name: "01_a", source, params: { seed: "7" }, kernel: "deno 1.2.3" };
    await logRun(tracking.registry, start, { run: () => Promise.resolve(source), now });
  }
  const { text, json } = await history.run(place, {}, progress, ["01"]);
  const { notebook, versions } = json as {
    notebook: string;
    versions: { figures: Record<string, number>; params: Record<string, string> }[];
  };
  assert.equal(notebook, "01_a");
  assert.deepEqual(versions.map(({ figures, params }) => [figures.auc, params.seed]), [
    [0.75, "7"],
    [0.5, "7"],
  ]);
  const [title, , head, , first, second] = text.split("\n");
  assert.equal(title, "01_a");
  assert.match(head, /\| parameters \| key figures \|/);
  assert.match(first, /\| FINISHED \| .*\| seed=7 +\| auc=0\.75 /);
  assert.match(second, /\| auc=0\.5 /);
  await assert.rejects(history.run(place, {}, progress, ["02"]), {
    name: "RangeError",
    message: /: 0 do of \[01_a\]$/,
  });
  await Deno.remove(folder, { recursive: true });
});
