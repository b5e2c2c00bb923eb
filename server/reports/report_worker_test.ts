import assert from "node:assert/strict";
import { readLatestReport } from "../../pipelines/monitoring/mod.ts";
import { withChampionHome } from "../../pipelines/champion_home_fixture.ts";
import type { ServedModel } from "../deps.ts";
import { openReportThread } from "./report_thread.ts";

const JUNE = { from: Date.UTC(2024, 5, 1), to: Date.UTC(2024, 6, 1) };

Deno.test("a thread makes a report of a registered model while the server goes on", async (t) => {
  await withChampionHome(async ({ context: { config } }) => {
    using thread = openReportThread(config, "hostel");
    const make = (version: string) =>
      thread.make({ name: "energy-anomaly", version } as ServedModel, JUNE);

    await t.step("and stores it", async () => {
      let turns = 0;
      const timer = setInterval(() => turns++, 10);
      const id = await make("1");
      clearInterval(timer);
      assert.ok(turns > 20, `${turns}`);
      const report = await readLatestReport(config.home, "hostel");
      assert.deepEqual([report?.id, report?.version], [id, "1"]);
      assert.equal(report?.window.from, "2024-06-01T00:00:00.000Z");
      assert.ok(Object.keys(report?.sections ?? {}).includes("features"));
    });
    await t.step("or says why it cannot", async () => {
      await assert.rejects(make("7"), /^Error: Cannot make the report: MlflowError: .*7/);
    });
    await t.step("or gives up when the server ends", async () => {
      const made = make("1");
      thread[Symbol.dispose]();
      await assert.rejects(made, { message: "Cannot make the report as the server ends" });
    });
  });
});
