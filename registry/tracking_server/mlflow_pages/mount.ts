/** MLflow's own pages, served from the build that its Python package carries. */

import { statSync } from "node:fs";
import { join } from "node:path";
import type { Context, Hono } from "hono";
import { factsBelow, openBelow } from "../../file_tree.ts";
import { artifactPathParts } from "../artifacts/path_parts.ts";
import { mimeType } from "../artifacts/mime_type.ts";
import { addMlflowPageStubs } from "./stubs.ts";

/** 28 days, as MLflow has it: a file's name changes with its content. */
const kept = "public, max-age=2419200";

/**
 * Adds MLflow's pages: `/` is the build's `index.html`, all else lies below `/static-files/`.
 * With them come answers to what they ask about things that are not kept here.
 *
 * @param directory The build, `…/site-packages/mlflow/server/js/build` of an installed MLflow.
 * @throws {RangeError} When there is no build.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { Hono } from "hono";
 * const build = await Deno.makeTempDir();
 * await Deno.writeTextFile(`${build}/index.html`, "<!doctype html>");
 * const app = new Hono();
 * addMlflowPages(app, build);
 * assert.equal(await (await app.request("/")).text(), "<!doctype html>");
 * await Deno.remove(build, { recursive: true });
 * ```
 */
export function addMlflowPages(app: Hono, directory: string): void {
  const start = join(directory, "index.html");
  if (statSync(start, { throwIfNoEntry: false })?.isFile() !== true) {
    throw new RangeError(
      `Cannot serve MLflow's pages: expected the folder mlflow/server/js/build of an installed MLflow, got no file ${
        JSON.stringify(start)
      }`,
    );
  }
  app.get("/", (context) => {
    const { pathname } = new URL(context.req.url);
    // The pages ask beside their own address, which behind a prefix must end in a slash for that.
    return pathname.endsWith("/")
      ? page(context, directory, "index.html", "no-cache")
      : context.redirect(`${pathname.split("/").at(-1)}/`);
  });
  app.get("/static-files/:path{.+}", (context) => {
    return page(context, directory, context.req.param("path"), kept);
  });
  addMlflowPageStubs(app);
}

async function page(
  { req }: Context,
  directory: string,
  path: string,
  cacheControl: string,
): Promise<Response> {
  const parts = artifactPathParts(path);
  try {
    // Hono answers HEAD by the routes of GET and drops the body, which would stay open for ever.
    const { size, body } = req.method === "HEAD"
      ? { size: (await factsBelow(directory, parts)).size, body: null }
      : await openBelow(directory, parts);
    return new Response(body, {
      headers: {
        "content-type": mimeType(path),
        "content-length": String(size),
        "cache-control": cacheControl,
      },
    });
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return new Response(null, { status: 404 });
    throw error;
  }
}
