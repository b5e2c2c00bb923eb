import assert from "node:assert/strict";
import { getExperimentByName, getRun, listArtifacts } from "../../registry/mod.ts";
import { parseCommand, UsageError } from "../command.ts";
import { openContext } from "../context.ts";
import type { EvaluationReport } from "../evaluation/evaluation_report.ts";
import { writeLeadCsv } from "../evaluation/lead_csv_fixture.ts";
import type { TabularReport } from "../evaluation/tabular.ts";
import { runCommand } from "../run_command.ts";
import { silent } from "../trained_home_fixture.ts";
import type { PipelineCommand } from "./command.ts";
import { evaluate } from "./evaluate.ts";

function optionsOf(...args: string[]) {
  return parseCommand(evaluate.syntax, args).options;
}

Deno.test("evaluate judges what it was asked to on labelled buildings", async () => {
  const home = await Deno.makeTempDir();
  const file = `${home}/part.csv`;
  await writeLeadCsv(file);
  let time = Date.UTC(2024, 7, 1);
  await using context = await openContext({ home }, () => time++);
  const options = optionsOf("--lead", file, "--detectors", "iqr, z_score", "--seed", "3");
  const { text, json } = await evaluate.run(context, options, silent, []);
  const report = json as EvaluationReport & { run_id: string };
  assert.deepEqual(
    [report.dataset, report.protocol, report.folds, report.rows, report.meters.length],
    ["lead", "leave-one-out", 4, 4 * 35 * 24, 4],
  );
  assert.deepEqual(Object.keys(report.detectors), ["iqr", "z_score"]);
  assert.deepEqual(Object.keys(report.floors), ["random", "constant", "seasonal_naive"]);
  // The planted hours have ten times the load; random scores know nothing.
  assert.ok(report.detectors.iqr.roc_auc! > 0.9);
  assert.ok(Math.abs(report.floors.random.roc_auc! - 0.5) < 0.15);
  assert.ok(report.without_shortcut_rows.iqr.event_recall !== null);
  assert.match(text, /^\| scorer .*\n[^]*\nWithout rows that read exactly 1\.0:\n/);

  const run = await getRun(context.registry, report.run_id);
  const { experimentId } = await getExperimentByName(context.registry, "energy-evaluation");
  assert.deepEqual([run.status, run.experimentId], ["FINISHED", experimentId]);
  assert.equal(run.metrics["iqr.roc_auc"], report.detectors.iqr.roc_auc);
  assert.equal(run.params.detectors, "iqr,z_score");
  const files = await listArtifacts(context.registry, run.artifactUri);
  assert.deepEqual(files.map(({ path }) => path), ["evaluation.json", "report.html", "report.md"]);
});

Deno.test("evaluate counts alarms where it was asked to", async () => {
  const home = await Deno.makeTempDir();
  const file = `${home}/part.csv`;
  await writeLeadCsv(file);
  await using context = await openContext({ home }, () => 0);
  const judge = async (...more: string[]) => {
    const options = optionsOf("--lead", file, "--detectors", "iqr", ...more);
    const { text, json } = await evaluate.run(context, options, silent, []);
    return { text, report: json as EvaluationReport & { run_id: string } };
  };
  const rule = "least=2,window=3,suppress=24";
  const [hours, alarms] = [await judge(), await judge("--alarms", rule)];
  assert.deepEqual(alarms.report.alarms, { least: 2, window: 3, hold: 0, suppress: 24 });
  assert.match(
    alarms.text,
    /^Figures of events are about alarms: one starts once 2 of the last 3 /m,
  );
  const { params } = await getRun(context.registry, alarms.report.run_id);
  assert.equal(params.alarms, rule);
  // Random hours are rarely two of three.
  const alerts = ({ report }: typeof hours) => report.floors.random.alerts_per_meter_week!;
  assert.ok(alerts(alarms) < alerts(hours) / 4, `${alerts(alarms)} against ${alerts(hours)}`);
  assert.equal(alarms.report.detectors.iqr.roc_auc, hours.report.detectors.iqr.roc_auc);
  assert.equal((await getRun(context.registry, hours.report.run_id)).params.alarms, "none");
});

Deno.test("evaluate wants one kind of data", () => {
  for (const args of [[], ["--lead", "a.csv", "--injected", "b"]]) {
    assert.throws(() => evaluate.check?.(optionsOf(...args)), {
      name: "UsageError",
      message: "Cannot evaluate: expected one of --lead, --injected, --tabular and --drift, " +
        `got ${args.length / 2}`,
    });
  }
});

Deno.test("evaluate names the option that it cannot read", () => {
  const wrong = [
    ["--detectors", "iqr,oracle", /^Cannot read --detectors: .*, got "oracle"$/],
    ["--protocol", "shuffle", /^Cannot read --protocol: .*, got "shuffle"$/],
    ["--threshold", "oracle", /^Cannot read --threshold: .*, got "oracle"$/],
    ["--backend", "cpu", /^Cannot read --backend: .*, got "cpu"$/],
    ["--alarms", "2/3", /^Cannot read --alarms: .*, got "2\/3"$/],
    ["--until", "soon", /^Cannot read --until: /],
  ] as const;
  for (const [option, value, message] of wrong) {
    const options = optionsOf("--lead", "a.csv", option, value);
    assert.throws(
      () => evaluate.check?.(options),
      (error) => error instanceof UsageError && message.test(error.message),
    );
  }
});

Deno.test("evaluate judges a table by its labels", async () => {
  const home = await Deno.makeTempDir();
  const file = `${home}/told.csv`;
  const rows = Array.from({ length: 60 }, (_, i) => i % 10 === 0 ? `${50 + i},1` : `${i % 7},0`);
  await Deno.writeTextFile(file, `f0,label\n${rows.join("\n")}\n`);
  await using context = await openContext({ home }, () => 0);
  const options = optionsOf("--tabular", file, "--detectors", "z_score");
  const { text, json } = await evaluate.run(context, options, silent, []);
  const { detectors, run_id } = json as TabularReport & { run_id: string };
  assert.equal(detectors.z_score.roc_auc, 1);
  assert.equal((await getRun(context.registry, run_id)).metrics["z_score.roc_auc"], 1);
  assert.match(text, /^\| scorer +\| +roc_auc \|/);
});

/** Whether this machine has a graphics card, so that nothing is refused. */
const adapter = await navigator.gpu?.requestAdapter();
const hasGraphics = adapter !== null && adapter !== undefined && !adapter.info.isFallbackAdapter;

Deno.test({
  name: "evaluate ends with 1 before any work where no graphics card is there to train on",
  ignore: hasGraphics,
  async fn() {
    const home = await Deno.makeTempDir();
    const told = { out: "", err: "" };
    const run = (...args: string[]) =>
      runCommand(evaluate as PipelineCommand, args, () => openContext({ home }, () => 0), {
        out: (text) => void (told.out += text),
        err: (text) => void (told.err += text),
        isTerminal: false,
        now: () => 0,
      });
    const missing = ["--lead", `${home}/none.csv`, "--backend", "webgpu"];
    assert.equal(await run(...missing, "--detectors", "iqr,lstm"), 1);
    assert.equal(told.out, "");
    assert.match(
      told.err,
      /^Error: Cannot train on webgpu: expected a WebGPU adapter, got (none|one of software)\n$/,
    );
    // Without a network the file is looked for.
    told.err = "";
    assert.equal(await run(...missing, "--detectors", "iqr"), 1);
    assert.match(told.err, /none\.csv/);
  },
});
