import assert from "node:assert/strict";
import { parseNotebook, serializeNotebook } from "./documents/mod.ts";
import { newNotebook } from "./new_notebook.ts";
import { readParameters } from "./parameters/mod.ts";
import { runNotebook } from "./runner/mod.ts";

Deno.test("newNotebook() is a notebook with a parameter", () => {
  const notebook = newNotebook("night_load");
  assert.deepEqual(parseNotebook(serializeNotebook(notebook)), notebook);
  assert.deepEqual(readParameters(notebook).map(({ name, type }) => [name, type]), [
    ["dataset", "string"],
  ]);
});

Deno.test("newNotebook() runs as it is and answers its question", async () => {
  const home = await Deno.makeTempDir();
  const { cells } = await runNotebook(newNotebook("night_load"), {
    cwd: import.meta.dirname!,
    now: Date.now,
    env: { WATTBOOK_HOME: home },
  });
  const output = cells.find(({ id }) => id === "answer")?.outputs?.[0];
  assert.ok(output?.output_type === "execute_result");
  assert.match(String(output.data["text/html"]), /meter_id/);
  await Deno.remove(home, { recursive: true });
});
