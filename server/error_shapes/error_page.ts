/** Errors as a page, for people who came with a browser. */
import { z } from "zod";
import { pageResponse } from "../web/page_response.ts";
import { renderErrorPage } from "../web/error_page.ts";
import type { ErrorShape } from "./error_shape.ts";

/**
 * A page that shows the message and the way back.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { RequestError } from "../request_error.ts";
 * const response = await errorPage.write(new RequestError(404, 'Cannot find meter "<b>"'), "r1");
 * assert.match(await response.text(), /Cannot find meter &quot;&lt;b&gt;&quot;/);
 * ```
 */
export const errorPage: ErrorShape = {
  mediaType: "text/html",
  schema: z.string(),
  write: (error, requestId) =>
    pageResponse(renderErrorPage(error.status, error.message, requestId), error.status),
};
