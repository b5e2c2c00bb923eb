import assert from "node:assert/strict";
import { join } from "node:path";
import { parseCommand } from "../command.ts";
import { openContext } from "../context.ts";
import { CSV_TIME_ZONE, writeHostelCsv } from "../hostel_csv_fixture.ts";
import { silent } from "../trained_home_fixture.ts";
import { train } from "./train.ts";

Deno.test("train registers what it was asked for and tells the figures", async () => {
  const home = await Deno.makeTempDir();
  const file = join(home, "hostel.csv");
  await writeHostelCsv(file);
  let time = Date.UTC(2024, 7, 1);
  await using context = await openContext({ home }, () => time++);
  const chosen = ["--model", "rooms", "--seed", "3", "--threshold", "quantile"];
  const args = ["--file", file, "--time-zone", CSV_TIME_ZONE, ...chosen];
  const { options } = parseCommand(train.syntax, args);
  const { text, json } = await train.run(context, options, silent, []);
  const { model, version, alias, evaluation } = json as {
    model: string;
    version: string;
    alias: string;
    evaluation: { threshold_rule: string; meters: string[] };
  };
  assert.deepEqual([model, version, alias], ["rooms", "1", "champion"]);
  assert.match(evaluation.threshold_rule, /^marks 1 % of/);
  assert.equal(evaluation.meters.length, 1);
  assert.match(text, /^\| scorer .*\n[^]*4 training, 1 validation and 1 test meters\n/);
  assert.match(text, /models:\/rooms\/1 is now champion; run [0-9a-f]{32} in /);
});
