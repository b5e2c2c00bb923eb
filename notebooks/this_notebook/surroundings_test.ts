import assert from "node:assert/strict";
import type { Output } from "../documents/mod.ts";
import { outputsOf } from "../kernel_outputs_fixture.ts";

Deno.test("a relative home is the project's, whatever the folder of the notebook", async () => {
  const [result] = await outputsOf(
    `import { context } from "wattbook"; Deno.env.set("WATTBOOK_HOME", "data/local/of-a-test");`,
    `(await context()).config.home`,
  );
  const { data } = result as Output & { data: Record<string, string> };
  const home = new URL("../../data/local/of-a-test", import.meta.url).pathname;
  await Deno.remove(home, { recursive: true });
  assert.equal(data["text/plain"], JSON.stringify(home));
});
