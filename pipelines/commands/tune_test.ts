import assert from "node:assert/strict";
import { getRun, listArtifacts, searchRuns } from "../../registry/mod.ts";
import { parseCommand } from "../command.ts";
import { openContext } from "../context.ts";
import { writeLeadCsv } from "../evaluation/lead_csv_fixture.ts";
import { silent } from "../trained_home_fixture.ts";
import type { EnsembleChoice } from "../tuning/judge_ensemble.ts";
import type { Trial } from "../tuning/trial.ts";
import type { Choices } from "../tuning/tuning_report.ts";
import { tune } from "./tune.ts";

interface Report {
  readonly run_id: string;
  readonly interrupted: boolean;
  readonly best: { readonly detector: string };
  readonly detectors: Choices;
  readonly ensemble: EnsembleChoice;
  readonly trials: readonly Trial[];
}

function optionsOf(...args: string[]) {
  return parseCommand(tune.syntax, args).options;
}

Deno.test("tune chooses on validation meters and judges on test meters", async () => {
  const home = await Deno.makeTempDir();
  const file = `${home}/part.csv`;
  await writeLeadCsv(file);
  {
    let time = Date.UTC(2024, 7, 1);
    await using context = await openContext({ home }, () => time++);
    const options = optionsOf("--lead", file, "--detectors", "iqr,pca", "--trials", "6");
    const { text, json, code } = await tune.run(context, options, silent, []);
    const report = json as Report;
    assert.equal(code, 0);
    assert.deepEqual(report.trials.map(({ detector }) => detector), [
      "iqr",
      ...Array(5).fill("pca"),
    ]);
    const { pca, iqr } = report.detectors;
    const values = report.trials.slice(1).map(({ value }) => Number(value));
    assert.deepEqual(pca.validation, { default: values[0], chosen: Math.max(...values) });
    assert.ok(pca.test && iqr.test);
    assert.equal(pca.test.difference, pca.test.chosen - pca.test.default!);
    assert.equal(iqr.test.difference, 0);
    assert.match(text, /\nbest on the validation meters: .*\nbest mean: /);

    const run = await getRun(context.registry, report.run_id);
    assert.equal(run.status, "FINISHED");
    assert.equal(run.metrics["pca.test_chosen"], pca.test.chosen);
    assert.equal(run.metrics["ensemble.test_chosen"], report.ensemble.test.chosen);
    assert.equal(run.params.detectors, "iqr,pca");
    const files = await listArtifacts(context.registry, run.artifactUri);
    assert.deepEqual(files.map(({ path }) => path), ["report.md", "tuning.json"]);
    const nested = await Array.fromAsync(searchRuns(context.registry, {
      experimentIds: [run.experimentId],
      filter: `tags."mlflow.parentRunId" = '${report.run_id}'`,
    }));
    assert.equal(nested.length, 6);
  }
  await Deno.remove(home, { recursive: true });
});

Deno.test("tune wants one kind of data and options that it knows", () => {
  const wrong = [
    [[], "Cannot tune: expected one of --lead and --injected, got 0"],
    [
      ["--lead", "a.csv", "--injected", "b"],
      "Cannot tune: expected one of --lead and --injected, got 2",
    ],
    [
      ["--lead", "a.csv", "--trials", "3", "--seconds", "4"],
      "Cannot tune: expected one of --trials and --seconds, got both",
    ],
    [["--lead", "a.csv", "--detectors", "lstm"], /^Cannot read --detectors: /],
    [["--lead", "a.csv", "--search", "grid"], /^Cannot read --search: /],
    [["--lead", "a.csv", "--until", "soon"], /^Cannot read --until: /],
  ] as const;
  for (const [args, message] of wrong) {
    assert.throws(() => tune.check?.(optionsOf(...args)), { name: "UsageError", message });
  }
});
