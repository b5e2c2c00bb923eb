import assert from "node:assert/strict";
import type { CommandOption } from "./command.ts";
import { commands } from "./commands/mod.ts";
import { CSV_TIME_ZONE, writeHostelCsv } from "./hostel_csv_fixture.ts";
import { runTask, type TaskName } from "./task_fixture.ts";

const MAIN = new URL("./main.ts", import.meta.url).pathname;

async function run(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-read", "--allow-env", "--allow-ffi", "--allow-sys", MAIN, ...args],
  }).output();
  const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return { code, out, err };
}

for (const [name, { syntax }] of Object.entries(commands)) {
  Deno.test(`${name} --help tells what it does and every option`, async () => {
    const { code, out, err } = await run(...name.split(" "), "--help");
    const { words = [], wordsOptional = false } = syntax;
    const asked = wordsOptional ? [`[${words.join(" ")}]`] : words;
    const usage = ["deno task", name, ...asked, "[options]"].join(" ");
    assert.deepEqual([code, err], [0, ""]);
    assert.ok(out.startsWith(`${syntax.summary}\n\nUsage: ${usage}\n\n`), out);
    const shown = [...out.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, option]) => option);
    const options = Object.entries<CommandOption>(syntax.options)
      .map(([option, { default: preset }]) => preset === true ? `no-${option}` : option);
    assert.deepEqual(shown, [...options, "json", "help"]);
  });
}

Deno.test("a command that is none, or missing, ends with 2 and the commands there are", async () => {
  const expected = "expected ingest, train, evaluate, tune, score, monitor, promote, " +
    "promote rollback, promote compare, promote history, mlflow, mlflow import, mlflow gc\n";
  assert.deepEqual(await run("bake"), { code: 2, out: "", err: `Cannot run "bake": ${expected}` });
  assert.deepEqual(await run(), { code: 2, out: "", err: `Cannot run "": ${expected}` });
  // Names that every object has are no commands either.
  assert.equal((await run("constructor")).code, 2);
});

Deno.test("a command line that is wrong ends with 2 and touches nothing", async () => {
  const home = `${await Deno.makeTempDir()}/home`;
  const cases = [
    [
      ["--seed", "1.5"],
      /^UsageError: Cannot read --seed: expected a whole number from 0, got "1\.5"\n$/,
    ],
    [
      ["--threshold", "mean"],
      /^UsageError: Cannot read --threshold: expected one of quantile, alert_rate, f_beta, got "mean"\n$/,
    ],
    [
      ["--model", "a/b"],
      /^UsageError: Cannot read --model: expected a name without .*, got "a\/b"\n$/,
    ],
    [
      ["--until", "2024-02-31"],
      /^UsageError: Cannot read --until: expected a date .*"2024-02-31"\n$/,
    ],
    [["--file", "a.csv", "--days", "30"], /^UsageError: Cannot use --days without --dataset /],
    [
      ["hostel.csv"],
      /^UsageError: Cannot run "train": expected 0 word\(s\) \[\], got \[hostel\.csv\]/,
    ],
    [["--colour", "red"], /^UsageError: Cannot run "train": Unknown option '--colour'/],
  ] as const;
  for (const [args, message] of cases) {
    const { code, out, err } = await runTask("train", args, home);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, message);
  }
  await assert.rejects(Deno.stat(home), Deno.errors.NotFound);
});

Deno.test("a variable that is wrong ends with 1 and its name", async () => {
  const { code, err } = await runTask("score", [], "");
  assert.equal(code, 1);
  assert.match(err, /^TypeError: Cannot read WATTBOOK_HOME from the environment: .*, got ""\n$/);
});

Deno.test("the commands work on one another's results, with one JSON object as the last line", async (t) => {
  const home = await Deno.makeTempDir();
  const file = `${home}/hostel.csv`;
  await writeHostelCsv(file);
  const data = ["--file", file, "--time-zone", CSV_TIME_ZONE, "--json"];
  const json = async (name: TaskName, args: string[]) => {
    const { code, out, err } = await runTask(name, args, home);
    assert.equal(code, 0, err);
    return JSON.parse(out.trimEnd().split("\n").at(-1)!);
  };

  await t.step("ingest", async () => {
    assert.deepEqual(await json("ingest", data), {
      dataset: "hostel",
      source: "file",
      readings: 28778,
      meters: 6,
      rejected: 0,
      issues: { gaps: 6 },
    });
  });
  await t.step("train", async () => {
    const { model, version, alias } = await json("train", data);
    assert.deepEqual([model, version, alias], ["energy-anomaly", "1", "champion"]);
  });
  await t.step("score", async () => {
    const { model, version, rows, from, to } = await json("score", [
      "--dataset",
      "hostel",
      "--json",
    ]);
    assert.deepEqual([model, version, rows, from, to], [
      "energy-anomaly",
      "1",
      28778,
      "2024-01-01T00:00:00.000Z",
      "2024-07-18T23:00:00.000Z",
    ]);
  });
  await t.step("monitor", async () => {
    const { window, verdict } = await json("monitor", ["--dataset", "hostel", "--json"]);
    assert.deepEqual([window, verdict], [
      { from: "2024-06-01T00:00:00.000Z", to: "2024-07-01T00:00:00.000Z" },
      "no_drift",
    ]);
  });
  await Deno.remove(home, { recursive: true });
});
