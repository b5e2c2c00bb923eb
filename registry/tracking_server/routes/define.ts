/** Joining an endpoint's parameters to its answer. */

import { readParameters, type Shape } from "../parameters.ts";
import type { Route, RouteDefinition } from "./route.ts";

/**
 * Makes a route of a definition: the request is checked once, here, and the answer sees values
 * that are present and right.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { requiredText } from "../parameters.ts";
 * import { openTrackingStore } from "../store.ts";
 * const echo = defineRoute({
 *   method: "GET",
 *   path: "echo",
 *   parameters: { name: requiredText },
 *   answer: (_store, { name }) => ({ name }),
 * });
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.deepEqual(echo.answer(store, { name: "a" }), { name: "a" });
 * ```
 */
export function defineRoute<S extends Shape>(definition: RouteDefinition<S>): Route {
  return {
    ...definition,
    answer: (store, json) => definition.answer(store, readParameters(definition.parameters, json)),
  };
}
