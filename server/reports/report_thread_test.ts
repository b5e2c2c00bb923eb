import assert from "node:assert/strict";
import type { ServedModel } from "../deps.ts";
import { openReportThread } from "./report_thread.ts";

Deno.test("openReportThread() tells what went wrong in the thread", async () => {
  const home = await Deno.makeTempDir();
  using thread = openReportThread({ home }, "hostel");
  const model = { name: "energy-anomaly", version: "1" } as ServedModel;
  await assert.rejects(thread.make(model, { from: 0, to: 1 }), {
    name: "Error",
    message: /^Cannot make the report: MlflowError: .*energy-anomaly/,
  });
  await Deno.remove(home, { recursive: true });
});
