import assert from "node:assert/strict";
import { openTrackingStore } from "../store.ts";
import { pages } from "./mod.ts";
import { runTitle } from "./run_title.ts";

Deno.test("runTitle() is the name as it is, or the id where there is nothing to read", () => {
  assert.equal(runTitle({ run_id: "r", run_name: " <b> " }), " <b> ");
  for (const run_name of ["", "  ", "\n\t"]) assert.equal(runTitle({ run_id: "r", run_name }), "r");
});

Deno.test("runTitle() stands on each page that names a run without a name", async () => {
  using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
  for (const id of ["nameless1", "nameless2"]) {
    store.database.run(
      "INSERT INTO runs VALUES (?, '', 0, '', 'RUNNING', 0, NULL, 'mlflow-artifacts:/x', 'active')",
      id,
    );
  }
  for (
    const [path, query] of [
      ["experiment", { id: "0" }],
      ["run", { id: "nameless1" }],
      ["compare", { run: ["nameless1", "nameless2"] }],
      ["artifact", { run_id: "nameless1" }],
    ] as const
  ) {
    const page = pages.find((page) => page.path === path);
    const { main } = await page?.answer(store, query) ?? {};
    assert.match(String(await main), /<(a href="[^"]*"|h1)>nameless1</, path);
  }
});
