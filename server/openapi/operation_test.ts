import assert from "node:assert/strict";
import { routes, scoringRoutes } from "../routes/mod.ts";
import { overloaded, tags } from "./operation.ts";

Deno.test("tags are told in sentences", () => {
  for (const text of Object.values(tags)) assert.match(text, /^[A-Z].*\.$/);
});

Deno.test("overloaded is said of the routes that compute, and of no other", () => {
  const said = routes.filter(({ operation }) =>
    Object.entries(overloaded).every(([status, text]) =>
      operation.refusals?.[Number(status)] === text
    )
  );
  const streams = routes.filter(({ streams }) => streams);
  assert.deepEqual(new Set(said), new Set([...scoringRoutes, ...streams]));
});
