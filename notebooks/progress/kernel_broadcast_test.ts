import assert from "node:assert/strict";
import { startKernel } from "../runner/kernel.ts";
import { kernelBroadcast } from "./kernel_broadcast.ts";

Deno.test("kernelBroadcast() sends to the notebook within the kernel alone", async () => {
  assert.equal(kernelBroadcast(), undefined);
  await using kernel = await startKernel({ cwd: import.meta.dirname!, now: Date.now });
  const { outputs } = await kernel.execute(
    `
    import { kernelBroadcast } from "./kernel_broadcast.ts";
    import { stepList, track } from "./mod.ts";
    const place = { broadcast: kernelBroadcast(), newId: () => crypto.randomUUID(), now: Date.now };
    for await (const _ of track(place, "meters", [1, 2, 3]));
    await stepList(place).step("fit", () => {});
    `,
    60_000,
  );
  const texts = outputs.map((output) => output.output_type === "display_data" && output.data);
  assert.deepEqual(texts.map((data) => data && data["text/plain"]), ["meters: 3 of 3", "✓ fit"]);
});
