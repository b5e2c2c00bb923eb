import assert from "node:assert/strict";
import { silent, withTrainedHome } from "../trained_home_fixture.ts";
import { monitor } from "./monitor.ts";

const URI = "models:/energy-anomaly@champion";

Deno.test("monitor takes the last whole month, or the month from a date", async () => {
  await withTrainedHome({}, async ({ context, training }) => {
    const { dataset } = training.ingested.manifest;
    const window = async (from?: string, to?: string) => {
      const { json } = await monitor.run(context, { dataset, model: URI, from, to }, silent, []);
      const report = json as { from: string; to: string };
      return [report.from.slice(0, 10), report.to.slice(0, 10)];
    };
    assert.deepEqual(await window(), ["2024-06-01", "2024-07-01"]);
    assert.deepEqual(await window("2024-05-01"), ["2024-05-01", "2024-06-01"]);
    assert.deepEqual(await window("2024-05-10", "2024-05-30"), ["2024-05-10", "2024-05-30"]);
    await assert.rejects(window("May"), { name: "UsageError" });
    await assert.rejects(window("2024-05-10", "2024-05-20"), { name: "RangeError" });
  });
});
