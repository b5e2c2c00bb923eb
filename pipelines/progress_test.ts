import assert from "node:assert/strict";
import { createProgress } from "./progress.ts";

function recorder(isTerminal: boolean) {
  const clock = { ms: 0 };
  let text = "";
  const progress = createProgress({ write: (t) => text += t, isTerminal, now: () => clock.ms });
  return { clock, progress, text: () => text };
}

Deno.test("createProgress() prints plain lines no more often than every 5 s", async () => {
  const { clock, progress, text } = recorder(false);
  await progress.step("fit", (report) => {
    for (const [ms, fraction] of [[1_000, 0.1], [5_000, 0.5], [6_000, 0.6]]) {
      clock.ms = ms;
      report(fraction);
    }
  });
  assert.equal(text(), "fit …\nfit  50 %\nfit done in 6.0 s\n");
});

Deno.test("createProgress() redraws a bar in place on a terminal", async () => {
  const { clock, progress, text } = recorder(true);
  await progress.step("fit", (report) => {
    clock.ms = 100;
    report(0.5);
  });
  const [start, half, end] = text().split("\r");
  assert.equal(start, `fit ${"░".repeat(24)}   0 %`);
  assert.equal(half, `fit ${"█".repeat(12)}${"░".repeat(12)}  50 %`);
  assert.match(end, /^fit done in 0\.1 s +\n$/);
});

Deno.test("createProgress() adds up the seconds of a repeated step", async () => {
  const { clock, progress } = recorder(false);
  for (let i = 0; i < 2; i++) await progress.step("score", () => void (clock.ms += 1_500));
  assert.deepEqual(progress.seconds, { score: 3 });
});

Deno.test("createProgress() lets an error through and does not call the step done", async () => {
  const { progress, text } = recorder(false);
  await assert.rejects(progress.step("fit", () => Promise.reject(new RangeError("No rows"))), {
    message: "No rows",
  });
  assert.equal(text(), "fit …\n");
});
