import assert from "node:assert/strict";
import type { Broadcast } from "./cell_display.ts";
import { track } from "./track.ts";

function place() {
  const shown: string[] = [];
  const broadcast: Broadcast = (_, { data }) => {
    shown.push((data as Record<string, string>)["text/plain"]);
    return Promise.resolve();
  };
  return { shown, place: { broadcast, newId: () => "a", now: () => 0 } };
}

Deno.test("track() gives every item in order, and ends with all of them counted", async () => {
  const { shown, place: to } = place();
  assert.deepEqual(await Array.fromAsync(track(to, "meters", new Set([3, 1, 2]))), [3, 1, 2]);
  assert.equal(shown.at(-1), "meters: 3 of 3");
});

Deno.test("track() says how far a loop came that was left or failed", async () => {
  const { shown, place: to } = place();
  for await (const item of track(to, "meters", [1, 2, 3])) if (item === 2) break;
  assert.equal(shown.at(-1), "meters: 1 of 3");
  await assert.rejects(async () => {
    for await (const item of track(to, "rooms", [1, 2])) if (item === 1) throw new Error("Stopped");
  }, /Stopped/);
  assert.equal(shown.at(-1), "rooms: 0 of 2");
});
