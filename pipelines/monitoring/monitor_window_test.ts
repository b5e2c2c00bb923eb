import assert from "node:assert/strict";
import { silent } from "../trained_home_fixture.ts";
import { BEFORE_JUNE, JUNE, withHostelInput } from "./hostel_input_fixture.ts";
import { monitorWindow } from "./monitor_window.ts";
import { plainReport } from "./report.ts";
import { readLatestReport, readReport } from "./report_store.ts";
import type { MonitoringSection, Verdict } from "./section.ts";

function section(name: string, verdict: Verdict): MonitoringSection {
  return {
    name,
    title: name,
    compute: ({ window }) =>
      Promise.resolve({
        verdict,
        summary: "All that was asked",
        figures: { from: window.from },
        tables: [],
        charts: [],
      }),
  };
}

const broken: MonitoringSection = {
  ...section("broken", "drift"),
  compute: () => Promise.reject(new Error("Cannot read")),
};

Deno.test("monitorWindow() says what the report is about and stores it as the latest", async (t) => {
  await withHostelInput(async ({ model, dataset }, context) => {
    const judge = (sections: MonitoringSection[], window = JUNE) =>
      monitorWindow(
        { ...context, now: () => Date.UTC(2024, 6, 1, 9, 30) },
        model,
        { dataset, window, reference: BEFORE_JUNE, sections },
        silent,
      );

    await t.step("with each section's answer under its name", async () => {
      const report = await judge([section("one", "no_drift"), broken, section("two", "drift")]);
      const { id, sections, ...rest } = plainReport(report);
      assert.match(id, /^20240701T093000000Z-[0-9a-f]{8}$/);
      assert.deepEqual(rest, {
        created: "2024-07-01T09:30:00.000Z",
        dataset: "hostel",
        model: "energy-anomaly",
        version: "1",
        window: { from: "2024-06-01T00:00:00.000Z", to: "2024-07-01T00:00:00.000Z" },
        reference: { from: "2024-01-01T00:00:00.000Z", to: "2024-06-01T00:00:00.000Z" },
        verdict: "drift",
      });
      assert.deepEqual(
        Object.entries(sections).map(([name, { error, figures }]) => [name, error, figures]),
        [
          ["one", null, { from: JUNE.from }],
          ["broken", "Error: Cannot read", null],
          ["two", null, { from: JUNE.from }],
        ],
      );
      assert.equal(report.title, "hostel");
      assert.deepEqual(report.facts, {
        window: "2024-06-01 to 2024-06-30",
        reference: "2024-01-01 to 2024-05-31",
        model: "energy-anomaly, version 1",
        made: "2024-07-01 09:30 UTC",
      });
      const { home } = context.config;
      assert.deepEqual(await readLatestReport(home, dataset), plainReport(report));
      assert.deepEqual(await readReport(home, dataset, id), plainReport(report));
    });

    await t.step("in hours where it is not about whole days", async () => {
      const window = { from: JUNE.from, to: JUNE.from + 36 * 3_600_000 };
      const { facts } = await judge([section("one", "no_drift")], window);
      assert.equal(facts.window, "2024-06-01 00:00 UTC to 2024-06-02 12:00 UTC");
    });
  });
});
