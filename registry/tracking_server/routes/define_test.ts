import assert from "node:assert/strict";
import { requiredText } from "../parameters.ts";
import { openTrackingStore } from "../store.ts";
import { defineRoute } from "./define.ts";

Deno.test("defineRoute() hands on checked parameters only", async () => {
  const home = await Deno.makeTempDir();
  {
    using store = openTrackingStore({ home, now: () => 0 });
    const route = defineRoute({
      method: "GET",
      path: "echo",
      parameters: { name: requiredText },
      answer: (_store, parameters) => parameters,
    });
    assert.deepEqual(await route.answer(store, { name: "a", other: 1 }), { name: "a" });
    assert.throws(
      () => route.answer(store, { other: 1 }),
      /Missing value for required parameter 'name'/,
    );
  }
  await Deno.remove(home, { recursive: true });
});
