import assert from "node:assert/strict";
import { pause } from "./pause.ts";

Deno.test("pause() goes on when nobody stops it", async () => {
  await pause();
  await pause(new AbortController().signal);
});

Deno.test("pause() lets a timer set before it run", async () => {
  let ran = false;
  setTimeout(() => ran = true);
  await pause();
  assert.ok(ran);
});

Deno.test("pause() stops by the signal's reason, whenever it was aborted", async () => {
  const reason = new Error("Enough");
  await assert.rejects(pause(AbortSignal.abort(reason)), reason);
  const stop = new AbortController();
  const paused = pause(stop.signal);
  stop.abort(reason);
  await assert.rejects(paused, reason);
});
