import assert from "node:assert/strict";
import { openLake } from "../../data/mod.ts";
import { readFeatures } from "../features/mod.ts";
import { payloadDirectory } from "../payloads/payload_files.ts";
import { openPayloadLog } from "../payloads/payload_log.ts";
import { loadModel } from "../realtime/mod.ts";
import { withChampionHome } from "../champion_home_fixture.ts";
import { silent } from "../trained_home_fixture.ts";
import { features } from "./features.ts";
import { makeReport } from "./make_report.ts";
import { plainReport } from "./report.ts";
import { readLatestReport } from "./report_store.ts";

const model = "models:/energy-anomaly@champion";

Deno.test("makeReport() stores a report of the last whole month, or of the window asked for", async () => {
  await withChampionHome(async ({ context }) => {
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

Deno.test("makeReport() judges what a server was asked to score, where it is told to", async () => {
  await withChampionHome(async ({ context }) => {
    const { db, config, registry } = context;
    const served = await loadModel(registry, model);
    await openLake(db, config.home, "hostel");
    const window = { from: Date.UTC(2024, 4, 1), to: Date.UTC(2024, 5, 1) };
    const request = { dataset: "hostel", model, window, payloads: true };
    await assert.rejects(
      makeReport(context, request, [features], silent),
      /^RangeError: Cannot judge/,
    );

    const rows = await readFeatures(db, served.columns, { from: window.from, until: window.to });
    const width = served.columns.length;
    const log = openPayloadLog({
      db,
      directory: payloadDirectory(config.home, "hostel"),
      maxBytes: 1e9,
      newId: () => "a1",
    });
    log.add(
      served,
      rows.meterIds.map((meterId, row) => ({
        receivedAt: 0,
        hour: { meterId, ts: rows.ts[row], kwh: rows.kwh[row], expectedKwh: null },
        // Every hour as a load far above all that is usual.
        features: rows.x.values.slice(row * width, (row + 1) * width).map((value) => value + 50),
        score: 1,
        label: 1,
      })),
    );
    await log.write();
    const report = await makeReport(context, request, [features], silent);
    assert.equal(report.verdict, "drift");
    const { figures } = report.sections.features as { figures: { rows: number } };
    const stored = await makeReport(context, { ...request, payloads: false }, [features], silent);
    assert.equal(
      figures.rows,
      (stored.sections.features as { figures: { rows: number } }).figures.rows,
    );
    assert.equal(stored.verdict, "no_drift");
    await served.session.close();
  });
});
