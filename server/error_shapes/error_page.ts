/** Errors as a page, for people who came with a browser. */
import type { RequestError } from "../request_error.ts";
import { pageResponse } from "../web/page_response.ts";
import { renderErrorPage } from "../web/error_page.ts";

/**
 * A page that shows the message and the way back.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { RequestError } from "../request_error.ts";
 * const response = await errorPage(new RequestError(404, 'Cannot find meter "<b>"'), "r1");
 * assert.match(await response.text(), /Cannot find meter &quot;&lt;b&gt;&quot;/);
 * ```
 */
export function errorPage(error: RequestError, requestId: string): Promise<Response> {
  return pageResponse(renderErrorPage(error.status, error.message, requestId), error.status);
}
