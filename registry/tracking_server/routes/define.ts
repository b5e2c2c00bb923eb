/** Joining an endpoint's parameters to its answer. */

import { queryValues, readParameters, type Shape, type Values } from "../requests/parameters.ts";
import type { Route, RouteDefinition, WriteDefinition } from "./route.ts";

/**
 * Makes a route of a definition that only reads: the request is checked once, here, and the answer sees values
 * that are present and right.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { requiredText } from "../requests/parameters.ts";
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
    answer: (store, json) => definition.answer(store, valuesOf(definition, json)),
  };
}

/**
 * Makes a route of a definition that writes. Its whole answer is one transaction: what it has
 * looked up still holds when it writes, whatever other processes do, and a refusal leaves nothing.
 * Its event is told once all is committed.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openTrackingStore } from "../store.ts";
 * const rename = defineWrite({
 *   method: "POST",
 *   path: "rename",
 *   parameters: {},
 *   answer({ database }) {
 *     database.run("UPDATE experiments SET name = 'New'");
 *     throw new RangeError("Cannot go on");
 *   },
 * });
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.throws(() => rename.answer(store, {}), RangeError);
 * assert.deepEqual(store.database.first("SELECT name FROM experiments"), { name: "Default" });
 * ```
 */
export function defineWrite<S extends Shape, A extends Readonly<Record<string, unknown>>>(
  definition: WriteDefinition<S, A>,
): Route {
  return {
    ...definition,
    answer(store, json, tell) {
      const { database } = store;
      const parameters = valuesOf(definition, json);
      const { answer, event } = database.transaction(() => {
        const answer = definition.answer(store, parameters);
        return { answer, event: definition.event?.(database, parameters, answer) };
      });
      if (event !== undefined) tell?.(event);
      return answer;
    },
  };
}

function valuesOf<S extends Shape>(
  { method, parameters }: { readonly method: Route["method"]; readonly parameters: S },
  json: Readonly<Record<string, unknown>>,
): Values<S> {
  return readParameters(parameters, method === "GET" ? queryValues(parameters, json) : json);
}
