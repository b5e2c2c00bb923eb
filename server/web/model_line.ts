/** Which model the page is about: the one that made the scores, and the one that serves. */
import { html } from "hono/html";
import type { BatchScoring, ServedModel } from "../deps.ts";
import type { Markup } from "./page_response.ts";

/** What the page says of the model that serves. */
export type ServedLine = Pick<ServedModel, "name" | "version" | "threshold">;

/** What the page says of the scoring that it shows. */
export type ScoringLine = Pick<BatchScoring, "model" | "version">;

/**
 * Says who made the scores shown, and warns when another model serves by now.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const served = { name: "energy-anomaly", version: "3", threshold: 0.9 };
 * const line = String(await modelLine({ model: "energy-anomaly", version: "2" }, served));
 * assert.match(line, /^<p>Scored by energy-anomaly version 2\. .*energy-anomaly version 3/);
 * ```
 */
export function modelLine(scoring: ScoringLine, served: ServedLine): Markup {
  if (scoring.model !== served.name || scoring.version !== served.version) {
    return html`<p>Scored by ${scoring.model} version ${scoring.version}. ${
      servedLink(served)
    } serves by now; the task <code>score</code> scores the stored readings with it.</p>`;
  }
  return html`<p>Scored by ${servedLink(served)}: an hour is anomalous from a score of ${
    served.threshold.toFixed(3)
  }.</p>`;
}

/**
 * Says who serves, where nothing was scored yet.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const line = servedLine({ name: "energy-anomaly", version: "3", threshold: 0.9 });
 * assert.match(String(await line), /energy-anomaly version 3<\/a> serves/);
 * ```
 */
export function servedLine(served: ServedLine): Markup {
  return html`<p>${servedLink(served)} serves.</p>`;
}

function servedLink({ name, version }: ServedLine): Markup {
  return html`<a href="/api/v1/models">${name} version ${version}</a>`;
}
