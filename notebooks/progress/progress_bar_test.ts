import assert from "node:assert/strict";
import type { Broadcast } from "./cell_display.ts";
import { progressBar } from "./progress_bar.ts";

/** Records what is shown; the clock moves when it is told to. */
function place() {
  const shown: Record<string, string>[] = [];
  const clock = { ms: 0 };
  const broadcast: Broadcast = (_, { data }) => {
    shown.push(data as Record<string, string>);
    return Promise.resolve();
  };
  return { shown, clock, place: { broadcast, newId: () => "a", now: () => clock.ms } };
}

async function turn(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}

Deno.test("progressBar() draws its share, and ends as a plain line without a time", async () => {
  const { shown, clock, place: to } = place();
  const bar = progressBar(to, "meters", 1200);
  await turn();
  clock.ms = 100;
  bar.add(300);
  await turn();
  bar.add(900);
  await bar.done();
  assert.deepEqual(shown.map((bundle) => bundle["text/plain"]), [
    `${"░".repeat(24)} meters: 0 of 1,200`,
    `${"█".repeat(6)}${"░".repeat(18)} meters: 300 of 1,200`,
    "meters: 1,200 of 1,200",
  ]);
  assert.deepEqual(Object.keys(shown.at(-1)!), ["text/plain"]);
  assert.match(shown[1]["text/html"], /^<progress max="1200" value="300"><\/progress>/);
});

Deno.test("progressBar() draws at most each tenth of a second, but its end at once", async () => {
  const { shown, clock, place: to } = place();
  const bar = progressBar(to, "rows", 1000);
  for (let i = 0; i < 1000; i++) {
    clock.ms += 1;
    bar.add();
    await turn();
  }
  await bar.done();
  // At 0, at each full tenth of the second but the last, and at the end, which done() shows again.
  assert.ok(shown.length <= 12, String(shown.length));
  assert.equal(shown.at(-1)!["text/plain"], "rows: 1,000 of 1,000");
});

Deno.test("progressBar() that is left early says how far it came, with its label as text", async () => {
  const { shown, clock, place: to } = place();
  const bar = progressBar(to, "<b>rooms</b>", 4);
  await turn();
  clock.ms = 200;
  bar.add();
  await turn();
  await bar.done();
  assert.equal(shown.at(-1)!["text/plain"], "<b>rooms</b>: 1 of 4");
  assert.match(shown[1]["text/html"], /&lt;b&gt;rooms/);
});

Deno.test("progressBar() refuses a total that cannot be counted to", () => {
  assert.throws(() => progressBar(place().place, "x", 1.5), {
    name: "RangeError",
    message:
      'Cannot show the progress of "x" as total must be a whole number >= 0: current value is 1.5',
  });
});
