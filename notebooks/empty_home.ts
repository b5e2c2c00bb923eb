/** A home for runs that must show the same on every machine. */

/**
 * Makes an empty home for as long as `use` takes.
 *
 * @param use Takes the environment variables of a kernel: what notebooks write goes to that home, and
 *   what they log to the tracking server in it, whatever this process has.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const home = await withEmptyHome(({ WATTBOOK_HOME }) => Promise.resolve(WATTBOOK_HOME));
 * await assert.rejects(Deno.stat(home), Deno.errors.NotFound);
 * ```
 */
export async function withEmptyHome<T>(
  use: (env: { readonly WATTBOOK_HOME: string; readonly MLFLOW_TRACKING_URI: "" }) => Promise<T>,
): Promise<T> {
  const home = await Deno.makeTempDir({ prefix: "wattbook-home-" });
  try {
    return await use({ WATTBOOK_HOME: home, MLFLOW_TRACKING_URI: "" });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}
