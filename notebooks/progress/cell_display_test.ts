import assert from "node:assert/strict";
import { type Broadcast, openCellDisplay } from "./cell_display.ts";

Deno.test("openCellDisplay() shows first and then replaces, under one id", async () => {
  const sent: unknown[] = [];
  const broadcast: Broadcast = (type, content) => (sent.push([type, content]), Promise.resolve());
  const display = openCellDisplay(broadcast, "bar-1");
  for (const text of ["1", "2"]) {
    display.show({ "text/plain": text });
    await display.settled();
  }
  const content = (text: string) => ({
    data: { "text/plain": text },
    metadata: {},
    transient: { display_id: "bar-1" },
  });
  assert.deepEqual(sent, [["display_data", content("1")], ["update_display_data", content("2")]]);
});

Deno.test("openCellDisplay() sends only the latest of what came while it was busy, in order", async () => {
  const sent: string[] = [];
  const busy = Promise.withResolvers<void>();
  const broadcast: Broadcast = async (_, { data }) => {
    sent.push((data as Record<string, string>)["text/plain"]);
    await busy.promise;
  };
  const display = openCellDisplay(broadcast, "a");
  display.show({ "text/plain": "first" });
  await Promise.resolve();
  for (let i = 0; i < 1000; i++) display.show({ "text/plain": String(i) });
  busy.resolve();
  await display.settled();
  assert.deepEqual(sent, ["first", "999"]);
});

Deno.test("openCellDisplay() tells a failure to who waits, and shows nothing outside of a notebook", async () => {
  const failing = openCellDisplay(() => Promise.reject(new Error("closed")), "a");
  failing.show({ "text/plain": "x" });
  await assert.rejects(failing.settled(), /closed/);
  const nowhere = openCellDisplay(undefined, "a");
  nowhere.show({ "text/plain": "x" });
  assert.equal(await nowhere.settled(), undefined);
});
