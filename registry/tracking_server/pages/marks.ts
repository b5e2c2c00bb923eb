/** Small marks beside a name: how a run ended, what is deleted, which alias points here. */

import { html } from "hono/html";
import type { Markup } from "./page_response.ts";

/** Words for MLflow's states of runs and logged models, and the look of the dot beside them. */
const states: Readonly<Record<string, readonly [text: string, look: string]>> = {
  RUNNING: ["Running", "busy"],
  SCHEDULED: ["Scheduled", "busy"],
  FINISHED: ["Finished", "good"],
  FAILED: ["Failed", "bad"],
  KILLED: ["Killed", "bad"],
  LOGGED_MODEL_PENDING: ["Pending", "busy"],
  LOGGED_MODEL_READY: ["Ready", "good"],
  LOGGED_MODEL_UPLOAD_FAILED: ["Upload failed", "bad"],
};

/**
 * How a run or a logged model stands.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(String(statusMark("FAILED")), '<span class="status bad">Failed</span>');
 * ```
 */
export function statusMark(status: string): Markup {
  const [text, look] = Object.hasOwn(states, status) ? states[status] : [status, "busy"];
  return html`<span class="status ${look}">${text}</span>`;
}

/**
 * A word beside a deleted record; nothing beside an active one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(String(deletedMark("deleted")), /<span class="mark">deleted<\/span>/);
 * assert.equal(String(deletedMark("active")), "");
 * ```
 */
export function deletedMark(stage: "active" | "deleted"): Markup {
  return stage === "deleted"
    ? html`
      <span class="mark">deleted</span>
    `
    : html``;
}

/**
 * The aliases of a version.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(String(aliasMarks(["champion"])), /<span class="mark alias">@champion<\/span>/);
 * ```
 */
export function aliasMarks(aliases: readonly string[]): Markup {
  return html`${
    aliases.map((alias) =>
      html`
        <span class="mark alias">@${alias}</span>
      `
    )
  }`;
}
