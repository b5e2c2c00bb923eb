/** Short lists of facts, and tables of keys and values. */

import { html } from "hono/html";
import type { Pair } from "../records/pairs.ts";
import type { Markup } from "./page_response.ts";

/** A fact: what it is, and its value. */
export type Fact = readonly [term: string, value: string | Markup | undefined];

/**
 * A list of facts; one without a value is left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = String(await factList([["Run ID", "r<1>"], ["Ended", undefined]]));
 * assert.match(text, /<dt>Run ID<\/dt>\s*<dd>r&lt;1&gt;<\/dd>/);
 * assert.doesNotMatch(text, /Ended/);
 * ```
 */
export function factList(facts: readonly Fact[]): Markup {
  return html`<dl class="facts">${
    facts.filter(([, value]) => value !== undefined && value !== "")
      .map(([term, value]) =>
        html`
          <div>
            <dt>${term}</dt>
            <dd>${value}</dd>
          </div>
        `
      )
  }</dl>`;
}

/**
 * A table of keys and values, or a sentence where there are none.
 *
 * @param what Heading of the keys, in the singular.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = String(await pairTable("Parameter", [{ key: "depth", value: "4" }]));
 * assert.match(text, /<th scope="row">depth<\/th>\s*<td class="text">4<\/td>/);
 * assert.equal(String(await pairTable("Tag", [])), '<p class="quiet">None.</p>');
 * ```
 */
export function pairTable(what: string, pairs: readonly Pair[]): Markup {
  if (pairs.length === 0) return html`<p class="quiet">None.</p>`;
  return html`
    <div class="wide" role="region" aria-label="${what}s" tabindex="0">
      <table class="pairs">
        <thead>
          <tr>
            <th scope="col">${what}</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>${pairs.map(({ key, value }) =>
          html`
            <tr>
              <th scope="row">${key}</th>
              <td class="text">${value}</td>
            </tr>
          `
        )}</tbody>
      </table>
    </div>
  `;
}
