import assert from "node:assert/strict";
import { runTask, startTask } from "./task_fixture.ts";
import { writeLeadCsv } from "./evaluation/lead_csv_fixture.ts";
import type { Trial } from "./tuning/trial.ts";

interface Report {
  readonly interrupted: boolean;
  readonly detectors: Readonly<Record<string, { readonly test?: unknown }>>;
  readonly trials: readonly Trial[];
}

Deno.test("tune stopped by Ctrl-C or killed goes on to the same trials", async () => {
  const [home, whole] = [await Deno.makeTempDir(), await Deno.makeTempDir()];
  const file = `${home}/part.csv`;
  await writeLeadCsv(file);
  const args = ["--lead", file, "--detectors", "isolation_forest", "--json"];

  for (const [signal, trial] of [["SIGINT", 2], ["SIGKILL", 5]] as const) {
    await using task = startTask("tune", [...args, "--seconds", "3600"], home);
    await task.seen(new RegExp(`^trial ${trial}: `, "m"));
    task.kill(signal);
    const { code, out, err } = await task.outcome;
    if (signal === "SIGINT") {
      assert.equal(code, 130, err);
      const report: Report = JSON.parse(out);
      assert.ok(report.interrupted && report.trials.length >= 3);
      assert.equal(report.detectors.isolation_forest.test, undefined);
    } else {
      assert.match(err, /^\d+ trials taken over from an earlier start$/m);
    }
  }
  const [state] = [...Deno.readDirSync(`${home}/tuning`)];
  const { trials: kept } = JSON.parse(await Deno.readTextFile(`${home}/tuning/${state.name}`));
  assert.ok(kept.length >= 6, `${kept.length}`);

  const trials = ["--trials", String(kept.length + 2)];
  const reports = await Promise.all([home, whole].map(async (place) => {
    const { code, out, err } = await runTask("tune", [...args, ...trials], place);
    assert.equal(code, 0, err);
    return JSON.parse(out) as Report;
  }));
  const tried = reports.map((report) =>
    report.trials.map(({ options, share, value }) => ({ options, share, value }))
  );
  assert.equal(tried[0].length, kept.length + 2);
  assert.deepEqual(tried[0], tried[1]);
  assert.deepEqual(reports[0].detectors, reports[1].detectors);
  for (const place of [home, whole]) await Deno.remove(place, { recursive: true });
});
