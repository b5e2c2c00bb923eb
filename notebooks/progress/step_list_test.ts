import assert from "node:assert/strict";
import type { Broadcast } from "./cell_display.ts";
import { stepList } from "./step_list.ts";

Deno.test("stepList() shows all steps in one output, which ends the same whatever the time", async () => {
  const ends: unknown[] = [];
  for (const pace of [1, 977]) {
    const shown: Record<string, string>[] = [];
    const ids = new Set<unknown>();
    let clock = 0;
    const broadcast: Broadcast = (_, { data, transient }) => {
      shown.push(data as Record<string, string>);
      ids.add((transient as { display_id: string }).display_id);
      return Promise.resolve();
    };
    const progress = stepList({ broadcast, newId: () => `n${clock}`, now: () => clock += pace });
    await progress.step("load", async (report) => {
      report(0.5);
      await new Promise((resolve) => setTimeout(resolve, 0));
    });
    progress.note("Left out: b7 & b9");
    assert.equal(await progress.step("fit", () => 7), 7);
    assert.equal(ids.size, 1);
    ends.push(shown.at(-1));
  }
  assert.deepEqual(ends[0], {
    "text/html": '<div style="white-space:pre-line">✓ load\nLeft out: b7 &amp; b9\n✓ fit</div>',
    "text/plain": "✓ load\nLeft out: b7 & b9\n✓ fit",
  });
  assert.deepEqual(ends[1], ends[0]);
});

Deno.test("stepList() shows the share of a step that runs, and adds up seconds", async () => {
  const shown: string[] = [];
  let clock = 0;
  const broadcast: Broadcast = (_, { data }) => {
    shown.push((data as Record<string, string>)["text/plain"]);
    return Promise.resolve();
  };
  const progress = stepList({ broadcast, newId: () => "a", now: () => clock });
  for (let time = 0; time < 2; time++) {
    await progress.step("fit", async (report) => {
      clock += 1500;
      report(0.426);
      await new Promise((resolve) => setTimeout(resolve, 0));
    });
  }
  assert.ok(shown.includes("… fit 42 %"));
  assert.deepEqual(progress.seconds, { fit: 3 });
});

Deno.test("stepList() passes on what a step throws and leaves it as not done", async () => {
  const shown: string[] = [];
  const broadcast: Broadcast = (_, { data }) => {
    shown.push((data as Record<string, string>)["text/plain"]);
    return Promise.resolve();
  };
  const progress = stepList({ broadcast, newId: () => "a", now: () => 0 });
  await assert.rejects(
    progress.step("fit", () => {
      throw new RangeError("No rows");
    }),
    RangeError,
  );
  assert.equal(shown.at(-1), "… fit");
});
