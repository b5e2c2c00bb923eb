import assert from "node:assert/strict";
import { plainReport, storeReport } from "../../pipelines/monitoring/mod.ts";
import { DRIFT_REPORT } from "../../pipelines/monitoring/report_fixture.ts";
import type { ServedModel } from "../deps.ts";
import { lakeReports } from "./lake_reports.ts";

const model = {} as ServedModel;
const window = { from: 0, to: 1 };

Deno.test("lakeReports() reads what monitoring stored", async () => {
  const home = await Deno.makeTempDir();
  await storeReport({ config: { home }, scratch: home }, DRIFT_REPORT);
  const { id } = DRIFT_REPORT;
  const stored = plainReport(DRIFT_REPORT);
  const reports = lakeReports(home, "hostel", () => Promise.resolve(id));
  assert.deepEqual(await reports.list(), [id]);
  assert.deepEqual(await reports.read(id), stored);
  assert.deepEqual(await reports.latest(), stored);
  assert.match(await reports.page(id) ?? "", /<h1>hostel<\/h1>/);
  assert.deepEqual(await reports.make(model, window), stored);
  const other = "20200501T093000000Z-00000000";
  assert.deepEqual([await reports.read(other), await reports.page(other)], [null, null]);
  await Deno.remove(home, { recursive: true });
});

Deno.test("lakeReports() makes one report at a time, and the next after a failure", async () => {
  const turns: PromiseWithResolvers<string>[] = [];
  const reports = lakeReports("/nowhere", "hostel", () => {
    turns.push(Promise.withResolvers<string>());
    return turns[turns.length - 1].promise;
  });
  const first = reports.make(model, window);
  await assert.rejects(reports.make(model, window), { name: "ReportUnderWayError" });
  turns[0].reject(new Error("the disk is full"));
  await assert.rejects(first, /the disk is full/);
  const second = reports.make(model, window);
  turns[1].resolve(DRIFT_REPORT.id);
  await assert.rejects(second, /as it was removed since it was made/);
  assert.equal(turns.length, 2);
});
