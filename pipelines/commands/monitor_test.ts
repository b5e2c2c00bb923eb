import assert from "node:assert/strict";
import { parseCommand } from "../command.ts";
import type { StoredReport } from "../monitoring/mod.ts";
import { openContext } from "../context.ts";
import { silent, withTrainedHome } from "../trained_home_fixture.ts";
import { monitor } from "./monitor.ts";

Deno.test("monitor reports a window of a dataset", async (t) => {
  await withTrainedHome({ until: Date.UTC(2024, 5, 25) }, async ({ context, training }) => {
    const { dataset } = training.ingested.manifest;
    const run = (...args: string[]) => {
      const line = ["--dataset", dataset, ...args];
      const { options } = parseCommand(monitor.syntax, line);
      return monitor.run(context, options, silent, []);
    };
    const judged = async (...args: string[]) =>
      (await run("--sections", "features", ...args)).json as StoredReport;
    const days = async (...args: string[]) => {
      const { window, reference } = await judged(...args);
      return [window.from, window.to, reference.to].map((at) => at.slice(0, 10));
    };

    await t.step("the last whole month, or the month from a date, by what was before", async () => {
      assert.deepEqual(await days(), ["2024-06-01", "2024-07-01", "2024-06-01"]);
      assert.deepEqual(await days("--from", "2024-05-01"), [
        "2024-05-01",
        "2024-06-01",
        "2024-05-01",
      ]);
    });
    await t.step("at most by what the model was trained on", async () => {
      assert.deepEqual(await days("--from", "2024-06-26", "--to", "2024-07-17"), [
        "2024-06-26",
        "2024-07-17",
        "2024-06-25",
      ]);
    });
    await t.step(
      "writes a page and a summary where it is told, and says where it keeps them",
      async () => {
        const [page, summary] = ["page.html", "summary.md"]
          .map((name) => `${context.config.home}/${name}`);
        const { text, json, code } = await run("--html", page, "--markdown", summary);
        const { id, verdict, sections } = json as StoredReport;
        assert.deepEqual([verdict, sections.features.verdict, code], ["no_drift", "no_drift", 0]);
        const kept = `${context.config.home}/drift/${dataset}/${id}`;
        assert.equal(text.split("\n").at(-1), `Report ${kept}.html`);
        assert.equal(await Deno.readTextFile(page), await Deno.readTextFile(`${kept}.html`));
        assert.equal(await Deno.readTextFile(summary), await Deno.readTextFile(`${kept}.md`));
        assert.deepEqual(JSON.parse(await Deno.readTextFile(`${kept}.json`)), json);
      },
    );
    await t.step("judges alerts by labels that came later", async () => {
      const file = `${context.config.home}/labels.csv`;
      const usual = "room-2-01,2024-06-03,2024-06-10,0";
      await Deno.writeTextFile(file, `meter_id,start,end,label\n${usual}\n`);
      const { json } = await run("--labels", file, "--sections", "performance");
      const { figures } = (json as StoredReport).sections.performance;
      const { realised } = figures as { realised: Record<string, number> };
      assert.deepEqual([realised.labelled_hours, realised.anomalous_hours], [7 * 24, 0]);
      await Deno.writeTextFile(file, "meter_id\nroom-2-01\n");
      await assert.rejects(run("--labels", file), /expected each of the columns meter_id, start/);
    });
    await t.step("ends with 1 where nothing can be told", async () => {
      const { json, code } = await run("--from", "2030-01-01");
      assert.deepEqual([(json as StoredReport).verdict, code], ["unknown", 1]);
    });
    await t.step("refuses what is no date and no section", async () => {
      await assert.rejects(judged("--from", "May"), { name: "UsageError" });
      await assert.rejects(run("--sections", "meters_of_mars"), {
        name: "UsageError",
        message:
          /^Cannot read --sections: expected names among .*features.*, got "meters_of_mars"$/,
      });
    });
  });
});

Deno.test("monitor --check compares two files, and ends with 2 where they differ", async () => {
  const home = await Deno.makeTempDir();
  {
    await using context = await openContext({ home }, () => 0);
    const file = async (name: string, values: number[]) => {
      const path = `${home}/${name}.csv`;
      await Deno.writeTextFile(path, ["kwh", ...values].join("\n"));
      return path;
    };
    const hours = Array.from({ length: 600 }, (_, i) => i);
    const before = await file("before", hours);
    const run = (...args: string[]) => {
      const { options, words } = parseCommand(monitor.syntax, args);
      monitor.check?.(options);
      return monitor.run(context, options, silent, words);
    };
    const page = `${home}/page.html`;
    const double = await file("double", hours.map((hour) => 2 * hour));
    const { code, text } = await run("--check", before, double, "--html", page);
    assert.equal(code, 2);
    assert.match(text, /^# Drift: double\.csv\n/);
    assert.match(await Deno.readTextFile(page), /<h1>double\.csv<\/h1>/);
    assert.equal((await run("--check", before, before)).code, 0);

    const usage = { name: "UsageError" };
    await assert.rejects(run(before, double), {
      ...usage,
      message: 'Cannot run "monitor": expected REFERENCE and CURRENT with --check alone, got ' +
        `[${before} ${double}]`,
    });
    await assert.rejects(run("--check"), usage);
    assert.throws(() => run("--check", before), usage);
    assert.throws(() => run("--check", before, before, "--from", "2024-01-01"), {
      ...usage,
      message: "Cannot use --from with --check",
    });
  }
  await Deno.remove(home, { recursive: true });
});
