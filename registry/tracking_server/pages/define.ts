/** Joining a page's parameters to its answer. */

import { queryValues, readParameters, type Shape } from "../requests/parameters.ts";
import type { Page, PageDefinition } from "./page.ts";

/**
 * Makes a page of a definition: the query is checked once, here.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { html } from "hono/html";
 * import { requiredText } from "../requests/parameters.ts";
 * import { openTrackingStore } from "../store.ts";
 * const greeting = definePage({
 *   path: "greeting",
 *   summary: "A greeting",
 *   parameters: { name: requiredText },
 *   answer: (_store, { name }) => ({ title: name, main: html`<h1>${name}</h1>` }),
 * });
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * assert.equal((await greeting.answer(store, { name: "a" })).title, "a");
 * assert.throws(() => greeting.answer(store, {}), /Missing value for required parameter 'name'/);
 * ```
 */
export function definePage<S extends Shape>(definition: PageDefinition<S>): Page {
  return {
    ...definition,
    answer: (store, query) =>
      definition.answer(
        store,
        readParameters(definition.parameters, queryValues(definition.parameters, query)),
      ),
  };
}
