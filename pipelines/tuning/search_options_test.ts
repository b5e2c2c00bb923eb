import assert from "node:assert/strict";
import { ensureExperiment, getRun, searchRuns } from "../../registry/mod.ts";
import { openContext } from "../context.ts";
import { evaluationData } from "../evaluation/evaluation_data_fixture.ts";
import { searchOptions, type SearchTask } from "./search_options.ts";
import type { Trial } from "./trial.ts";
import { tuningRows } from "./tuning_rows.ts";

const rows = tuningRows(evaluationData(), 3);

async function search(home: string, change: Partial<SearchTask>, lines: string[] = []) {
  await using context = await openContext({ home }, () => 0);
  const { registry } = context;
  const experimentId = await ensureExperiment(registry, "tuning");
  const { runId, trials } = await searchOptions(context, {
    plan: { detectors: ["isolation_forest", "iqr"], method: "tpe", seed: 3 },
    budget: { trials: 12 },
    rows,
    facts: { experimentId, dataset: "told", datasetDigest: "00", params: { seed: "3" } },
    signal: new AbortController().signal,
    ...change,
  }, { note: (line) => lines.push(line) });
  const filter = `tags."mlflow.parentRunId" = '${runId}'`;
  const nested = await Array.fromAsync(
    searchRuns(registry, { experimentIds: [experimentId], filter }),
  );
  return { trials, nested, run: await getRun(registry, runId) };
}

function tried(trials: readonly Trial[]): unknown[] {
  return trials.map(({ detector, options, share, value }) => [detector, options, share, value]);
}

Deno.test("searchOptions() goes on after a break to the trials of a search without one", async () => {
  const [whole, broken] = [await Deno.makeTempDir(), await Deno.makeTempDir()];
  const { trials, nested } = await search(whole, {});
  assert.deepEqual([trials.length, nested.length], [12, 12]);
  assert.deepEqual(tried(trials)[1], ["iqr", {}, 1, trials[1].value]);

  const first = await search(broken, { budget: { trials: 5 } });
  const lines: string[] = [];
  const second = await search(broken, {}, lines);
  assert.equal(lines[0], "5 trials taken over from an earlier start");
  assert.equal(lines.length, 1 + 7);
  assert.deepEqual(tried(second.trials), tried(trials));
  assert.equal(second.run.runId, first.run.runId);
  assert.deepEqual(
    second.nested.map(({ tags }) => Number(tags["wattbook.trial"])).sort((a, b) => a - b),
    [...Array(12).keys()],
  );
  for (const home of [whole, broken]) await Deno.remove(home, { recursive: true });
});

Deno.test("searchOptions() takes nothing over from another task", async () => {
  const home = await Deno.makeTempDir();
  await search(home, { budget: { trials: 3 } });
  const lines: string[] = [];
  const plan = { detectors: ["isolation_forest"], method: "tpe", seed: 3 } as const;
  await search(home, { budget: { trials: 2 }, plan }, lines);
  assert.match(lines[0], /^trial 0: isolation_forest \(defaults\): /);
  assert.equal([...Deno.readDirSync(`${home}/tuning`)].length, 2);
  await Deno.remove(home, { recursive: true });
});

Deno.test("searchOptions() begins nothing when it is told to stop", async () => {
  const home = await Deno.makeTempDir();
  const { trials } = await search(home, { signal: AbortSignal.abort() });
  assert.deepEqual(trials, []);
  await Deno.remove(home, { recursive: true });
});
