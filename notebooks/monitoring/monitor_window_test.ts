import assert from "node:assert/strict";
import { readLatestReport } from "../../pipelines/monitoring/mod.ts";
import { withChampionHome } from "../../pipelines/champion_home_fixture.ts";
import { silent } from "../../pipelines/trained_home_fixture.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { monitorWindow } from "./monitor_window.ts";

Deno.test("monitorWindow() tells the features of a window as a table, and stores the report", async () => {
  await withChampionHome(async ({ context }) => {
    const dataset = { dataset: "hostel" };
    const window = { from: new Date("2024-05-01"), to: new Date("2024-06-01") };
    const sections = ["features"];
    const found = await monitorWindow(context, dataset, { window, sections }, silent);
    const stored = await readLatestReport(context.config.home, "hostel");
    assert.equal(stored?.id, found.report.id);
    assert.equal(stored.window.to, "2024-06-01T00:00:00.000Z");
    const { features } = stored.sections.features.figures as {
      features: { feature: string; severity: number; drifted: boolean }[];
    };
    assert.ok(features.length > 0);
    assert.deepEqual(
      found.features.objects().map(({ column, severity, drifted }) => [column, severity, drifted]),
      features.map(({ feature, severity, drifted }) => [feature, severity, drifted]),
    );
    const { title, verdict, summary } = stored.sections.features;
    assert.deepEqual(found.sections.objects(), [{ section: "features", verdict, summary }]);
    assert.equal(found[JUPYTER_DISPLAY]()["text/plain"], `${title}: ${verdict}\n  ${summary}`);
    assert.deepEqual([found.meters.rows, found.meters.columns[1].name], [0, "verdict"]);

    await assert.rejects(
      monitorWindow(context, dataset, { sections: ["features", "weather"] }, silent),
      {
        name: "RangeError",
        message: "Cannot monitor hostel: expected sections among data_quality, features, " +
          'feature_effect, meters, predictions, performance, got "weather"',
      },
    );
  });
});
