import assert from "node:assert/strict";
import { routes } from "../routes/mod.ts";
import { overloaded } from "./operation.ts";
import { scoringRoutes } from "../routes/mod.ts";
import { tags } from "./operation.ts";

Deno.test("tags are told in sentences", () => {
  for (const text of Object.values(tags)) assert.match(text, /^[A-Z].*\.$/);
});

Deno.test("overloaded is said of the routes that compute, and of no other", () => {
  const said = routes.filter(({ operation }) =>
    Object.keys(overloaded).every((status) => Number(status) in (operation.refusals ?? {}))
  );
  assert.deepEqual(new Set(said), new Set(scoringRoutes));
});
