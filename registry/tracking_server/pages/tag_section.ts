/** What people and tools wrote about a record: its description and its tags. */

import { html } from "hono/html";
import type { Pair } from "../records/pairs.ts";
import { pairTable } from "./facts.ts";
import type { Markup } from "./page_response.ts";

/** Tags that MLflow's clients set by themselves start so; the description is one of them. */
const systemPrefix = "mlflow.";
const noteTag = "mlflow.note.content";

/**
 * The description among tags, as text; nothing when there is none.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const tags = [{ key: "mlflow.note.content", value: "First <try>" }];
 * assert.equal(String(await note(tags)), '<p class="note">First &lt;try&gt;</p>');
 * ```
 */
export function note(tags: readonly Pair[]): Markup {
  const text = tags.find(({ key }) => key === noteTag)?.value ?? "";
  return text === "" ? html`` : html`<p class="note">${text}</p>`;
}

/**
 * A section of tags; those of MLflow's clients are folded away, and the description is not among them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = String(await tagSection([{ key: "team", value: "energy" }]));
 * assert.match(text, /<h2 id="tags">Tags<\/h2>/);
 * assert.equal(String(await tagSection([])), "");
 * ```
 */
export function tagSection(tags: readonly Pair[]): Markup {
  const own = tags.filter(({ key }) => !key.startsWith(systemPrefix));
  const system = tags.filter(({ key }) => key.startsWith(systemPrefix) && key !== noteTag);
  if (own.length + system.length === 0) return html``;
  return html`<section aria-labelledby="tags"><h2 id="tags">Tags</h2>${
    own.length === 0 ? "" : pairTable("Tag", own)
  }${
    system.length === 0
      ? ""
      : html`<details><summary>Tags of MLflow’s clients</summary>${
        pairTable("System tag", system)
      }</details>`
  }</section>`;
}
