import assert from "node:assert/strict";
import type { Output } from "../documents/mod.ts";
import { outputsOf } from "../kernel_outputs_fixture.ts";

Deno.test("track() shows in the cell how many are done", async () => {
  const [shown] = await outputsOf(
    `import { track } from "wattbook"; for await (const _ of track("rooms", ["a", "b"]));`,
  );
  const { data } = shown as Output & { data: Record<string, string> };
  assert.equal(data["text/plain"], "rooms: 2 of 2");
});
