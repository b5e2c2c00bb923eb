import assert from "node:assert/strict";
import { createRun, ensureExperiment, logBatch } from "../../registry/mod.ts";
import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";
import { referenceSpan } from "./reference_span.ts";

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2018, 0, 1);
const window = { from: Date.UTC(2020, 3, 1), to: Date.UTC(2020, 4, 1) };

Deno.test("referenceSpan() ends where the training ended or the window begins", async () => {
  const home = await Deno.makeTempDir();
  try {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    const { client } = tracking;
    const experimentId = await ensureExperiment(client, "training");
    const run = async (params: Record<string, string>) => {
      const { runId } = await createRun(client, { experimentId, startTime: 0 });
      await logBatch(client, runId, { params });
      return { runId };
    };
    const before = await run({ until: "2020-01-01T00:00:00.000Z" });
    const end = await run({ until: "end" });
    const to = async (model: { runId: string }, first = FIRST, judged = window) =>
      (await referenceSpan(client, model, first, judged)).to;

    assert.deepEqual(await referenceSpan(client, before, FIRST, window), {
      from: FIRST,
      to: Date.UTC(2020, 0, 1),
    });
    assert.equal(await to(end), window.from);
    const early = { from: FIRST + DAY_MS, to: FIRST + 2 * DAY_MS };
    assert.equal(await to(before, FIRST, early), early.from);
    // A window before all readings has nothing to be judged by.
    assert.equal(await to(before, window.to), window.to);
    await assert.rejects(to(await run({ seed: "1" })), {
      name: "RangeError",
      message: /expected the parameter "until" of run \w+ to be a time or "end", got "undefined"$/,
    });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
});
