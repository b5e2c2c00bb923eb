/** The contract of the corpus: requests as plain data, whose answers MLflow's own server gave. */

/** One request of the corpus. */
export interface Exchange {
  /** Unique in its corpus; recordings and explained differences go by it. */
  readonly name: string;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD";
  /** Path and query; `<run>` stands for what an earlier answer was kept as. */
  readonly path: string;
  /** Body as it is sent, with the same placeholders. */
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Names under which parts of the JSON answer are kept, with their paths, `run.info.run_id`. */
  readonly keep?: Readonly<Record<string, string>>;
  /** Headers of the answer that are recorded besides its content type. */
  readonly watch?: readonly string[];
}

/** The requests about one resource, in the order in which they are sent. */
export interface Corpus {
  readonly resource: string;
  readonly exchanges: readonly Exchange[];
}

/** Values of a query or of a JSON body. */
export type Input = Readonly<Record<string, unknown>>;

/** Makes requests of one endpoint; what each is about completes its name. */
export type Ask = (about: string, input?: Input | string, keep?: Exchange["keep"]) => Exchange;

/**
 * Makes requests of an endpoint below `/api/2.0/mlflow/`. A GET carries its input in its query, a
 * list as a repeated key; others carry it as JSON. An input that is a text is sent as it is.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const get = asking("GET", "experiments/get");
 * assert.deepEqual(get("the default one", { experiment_id: "0" }), {
 *   name: "GET experiments/get: the default one",
 *   method: "GET",
 *   path: "/api/2.0/mlflow/experiments/get?experiment_id=0",
 * });
 * ```
 */
export function asking(method: Exchange["method"], endpoint: string): Ask {
  return (about, input = {}, keep) => {
    const name = `${method} ${endpoint}: ${about}`;
    const path = `/api/2.0/mlflow/${endpoint}`;
    const kept = keep === undefined ? {} : { keep };
    if (method === "GET") return { name, method, path: path + queryOf(input), ...kept };
    const body = typeof input === "string" ? input : JSON.stringify(input);
    return { name, method, path, body, headers: { "content-type": "application/json" }, ...kept };
  };
}

function queryOf(input: Input | string): string {
  if (typeof input === "string") return input;
  const pairs = Object.entries(input).flatMap(([key, value]) =>
    [value].flat().map((item) => `${key}=${encoded(String(item))}`)
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** Percent codes but for the brackets of placeholders. */
function encoded(text: string): string {
  return text.split(/(<\w+>)/).map((part) => /^<\w+>$/.test(part) ? part : encodeURIComponent(part))
    .join("");
}
