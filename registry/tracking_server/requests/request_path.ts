/** From the address of a request to the path that routes are found by. */

/**
 * Makes the reader of a request's path. Clients join addresses carelessly, so `//` counts as `/`,
 * as MLflow's server has it.
 *
 * @param prefix What every address begins with, without a slash at its end; empty for none. The
 * reader takes it off, and gives a path that no route has for an address without it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const path = pathReader("/mlflow");
 * assert.equal(path(new Request("http://127.0.0.1/mlflow//health")), "/health");
 * assert.equal(path(new Request("http://127.0.0.1/health")), "");
 * ```
 */
export function pathReader(prefix: string): (request: Request) => string {
  return function requestPath({ url }) {
    // An address that cannot be read has a malformed host, which is refused whatever its path.
    const path = URL.parse(url)?.pathname.replace(/\/+/g, "/") ?? "/";
    if (path === prefix) return "/";
    if (!path.startsWith(`${prefix}/`)) return "";
    // One path of MLflow's definitions lacks its first slash, and clients send it so.
    return path.slice(prefix.length).replace(/^(\/(?:ajax-)?api\/2\.0)mlflow\//, "$1/mlflow/");
  };
}
