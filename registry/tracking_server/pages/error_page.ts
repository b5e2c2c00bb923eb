/** The page of a request that cannot be answered. */

import { html } from "hono/html";
import { isBusy } from "../database.ts";
import { TrackingError } from "../tracking_error.ts";
import { framed } from "./document.ts";
import { pageHref } from "./links.ts";
import { pageResponse } from "./page_response.ts";

/**
 * Says what is wrong and leads back. The text of a failure that is not the reader's stays inside.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { TrackingError } from "../tracking_error.ts";
 * const response = await errorPage(new TrackingError("RESOURCE_DOES_NOT_EXIST", "No run <b>"));
 * assert.equal(response.status, 404);
 * assert.match(await response.text(), /No run &lt;b&gt;/);
 * ```
 */
export function errorPage(error: unknown): Promise<Response> {
  const { status, message } = refusal(error);
  const title = titles[status] ?? "The page cannot be shown";
  return pageResponse(
    framed(
      title,
      html`
        <section class="notice">
          <h1>${title}</h1>
          <p>${message}</p>
          <p><a href="${pageHref("experiments")}">All experiments</a></p>
        </section>
      `,
    ),
    status,
  );
}

const titles: Readonly<Record<number, string>> = {
  400: "The address cannot be read",
  404: "Not found",
  503: "Busy",
};

function refusal(error: unknown): Pick<TrackingError, "status" | "message"> {
  if (error instanceof TrackingError) return error;
  return isBusy(error)
    ? { status: 503, message: "Another process is writing; try again" }
    : { status: 500, message: "The server failed to answer" };
}
