import assert from "node:assert/strict";
import { plainReport } from "../../pipelines/monitoring/mod.ts";
import { DRIFT_REPORT } from "../../pipelines/monitoring/report_fixture.ts";
import { reportSummaries } from "./report_summaries.ts";

const ids = [3, 2, 1].map((n) => `2020050${n}T093000000Z-00c0ffee`);
const reports = {
  list: () => Promise.resolve(ids),
  // The second was removed since it was listed.
  read: (id: string) =>
    Promise.resolve(id === ids[1] ? null : { ...plainReport(DRIFT_REPORT), id }),
};

Deno.test("reportSummaries() gives reports without sections, and not one that is gone", async () => {
  const summaries = await reportSummaries(reports, { limit: 3 });
  const { sections: _, ...summary } = plainReport(DRIFT_REPORT);
  assert.deepEqual(summaries, [ids[0], ids[2]].map((id) => ({ ...summary, id })));
});

Deno.test("reportSummaries() goes on after a report, up to the limit", async () => {
  const listed = async (options: { limit: number; before?: string }) =>
    (await reportSummaries(reports, options)).map(({ id }) => id);
  assert.deepEqual(await listed({ limit: 1 }), [ids[0]]);
  assert.deepEqual(await listed({ limit: 2, before: ids[0] }), [ids[2]]);
  assert.deepEqual(await listed({ limit: 2, before: ids[2] }), []);
});
