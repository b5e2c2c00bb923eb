import assert from "node:assert/strict";
import { silent, withTrainedHome } from "../trained_home_fixture.ts";
import { features } from "./features.ts";
import { makeReport } from "./make_report.ts";
import { plainReport } from "./report.ts";
import { readLatestReport } from "./report_store.ts";

const model = "models:/energy-anomaly@champion";

Deno.test("makeReport() stores a report of the last whole month, or of the window asked for", async () => {
  await withTrainedHome({}, async ({ context }) => {
    const request = { dataset: "hostel", model };
    const last = await makeReport(context, request, [features], silent);
    assert.deepEqual(
      [last.dataset, last.model, last.version, last.window, last.verdict],
      [
        "hostel",
        "energy-anomaly",
        "1",
        { from: "2024-06-01T00:00:00.000Z", to: "2024-07-01T00:00:00.000Z" },
        "no_drift",
      ],
    );
    const window = { from: Date.UTC(2024, 4, 1), to: Date.UTC(2024, 5, 1) };
    const may = await makeReport(context, { ...request, window }, [features], silent);
    assert.equal(may.window.to, "2024-06-01T00:00:00.000Z");
    assert.equal(may.reference.to, may.window.from);
    assert.deepEqual(await readLatestReport(context.config.home, "hostel"), plainReport(may));
    const unknown = { ...request, dataset: "nobody" };
    await assert.rejects(makeReport(context, unknown, [features], silent), /lake of "nobody"/);
  });
});
