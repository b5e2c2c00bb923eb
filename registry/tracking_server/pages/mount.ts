/** Serving the pages. */

import { Hono } from "hono";
import { requestJson } from "../requests/request_json.ts";
import type { TrackingStore } from "../store.ts";
import { TrackingError } from "../tracking_error.ts";
import { framed } from "./document.ts";
import { errorPage } from "./error_page.ts";
import { pageHref } from "./links.ts";
import { pages } from "./mod.ts";
import { pageResponse } from "./page_response.ts";
import { stylesheetResponse } from "./stylesheet.ts";

/**
 * Adds the pages below `/pages/`, and a way to them from `/` when nothing else answers there.
 *
 * @param onError Told of failures that are not the reader's.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * import { openTrackingStore } from "../store.ts";
 * using store = openTrackingStore({ home: await Deno.makeTempDir(), now: () => 0 });
 * const app = new Hono();
 * addPages(app, store);
 * assert.match(await (await app.request("/pages/experiments")).text(), /<h1>Experiments<\/h1>/);
 * ```
 */
export function addPages(
  app: Hono,
  store: TrackingStore,
  onError?: (error: unknown) => void,
): void {
  const site = new Hono();
  site.onError((error) => {
    if (!(error instanceof TrackingError)) onError?.(error);
    return errorPage(error);
  });
  for (const { path, answer } of pages) {
    site.get(`/${path}`, async (context) => {
      const { title, main, status = 200 } = await answer(store, await requestJson(context));
      return await pageResponse(framed(title, main), status);
    });
  }
  site.get("/style.css", (context) => stylesheetResponse(context.req.header("if-none-match")));
  site.get("/*", () => {
    throw new TrackingError("RESOURCE_DOES_NOT_EXIST", "There is no such page");
  });
  app.route("/pages", site);
  app.get("/", ({ req, redirect }) => {
    // Relative, so that it holds behind a proxy that adds a prefix, and after a prefix of ours
    // that lacks its slash.
    const last = new URL(req.url).pathname.split("/").at(-1) ?? "";
    return redirect(`${last === "" ? "" : `${last}/`}pages/${pageHref("experiments")}`);
  });
}
