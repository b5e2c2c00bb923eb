/** Sending a corpus to a server and writing down what it answers. */

import { isRecord } from "../requests/parameters.ts";
import { parseExact } from "../../exact_json.ts";
import type { Corpus, Exchange } from "./exchange.ts";
import { type Kept, normalForm } from "./normal_form.ts";

/** What a server answered, in normal form. */
export interface Answered {
  readonly name: string;
  readonly status: number;
  /** The content type, unless it is JSON, and the headers that are watched. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The JSON of the answer. */
  readonly json?: unknown;
  /** The text of an answer that is not JSON; absent when it is empty. */
  readonly text?: string;
}

/** Sends a request: a port's `fetch`, or an app's in this process. */
export type Fetch = (request: Request) => Response | Promise<Response>;

/**
 * Sends the requests of a corpus one after the other.
 *
 * @param address Of the server, without a slash at its end.
 * @throws {RangeError} When an answer lacks what is to be kept of it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { asking } from "./exchange.ts";
 * const exchanges = [asking("GET", "experiments/get")("any", { experiment_id: "0" })];
 * const fetch = () => Response.json({ experiment: { name: "Default" } });
 * assert.deepEqual(await play({ resource: "experiments", exchanges }, "http://localhost", fetch), [
 *   { name: exchanges[0].name, status: 200, json: { experiment: { name: "Default" } } },
 * ]);
 * ```
 */
export async function play(corpus: Corpus, address: string, fetch: Fetch): Promise<Answered[]> {
  const kept = new Map<string, string>();
  const answers: Answered[] = [];
  for (const exchange of corpus.exchanges) {
    const response = await fetch(requestOf(exchange, address, kept));
    const text = await response.text();
    const type = response.headers.get("content-type") ?? "";
    const json = type.startsWith("application/json") && text !== "" ? parseExact(text) : undefined;
    for (const [name, path] of Object.entries(exchange.keep ?? {})) {
      kept.set(name, partOf(json, path, exchange.name));
    }
    // An error page is for people; its status is all that clients see.
    const isPage = response.status >= 400 && type.startsWith("text/html");
    const headers = headersOf(response, exchange, isPage || text === "" ? "" : type);
    answers.push({
      name: exchange.name,
      status: response.status,
      ...(headers === undefined ? {} : { headers }),
      ...(json === undefined ? {} : { json: normalForm(json, kept) }),
      ...(json === undefined && text !== "" && !isPage
        ? { text: String(normalForm(text, kept)) }
        : {}),
    });
  }
  return answers;
}

function requestOf(exchange: Exchange, address: string, kept: Kept): Request {
  const fill = (text: string) =>
    text.replace(/<(\w+)>/g, (placeholder, name: string) => kept.get(name) ?? placeholder);
  const { method, path, body, headers } = exchange;
  return new Request(address + fill(path), {
    method,
    ...(body === undefined ? {} : { body: fill(body) }),
    ...(headers === undefined ? {} : { headers }),
  });
}

function headersOf(
  response: Response,
  { watch = [] }: Exchange,
  type: string,
): Answered["headers"] {
  const watched = watch.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  const entries = [
    ...(type === "" || type === "application/json" ? [] : [["content-type", type]]),
    ...watched,
  ];
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function partOf(json: unknown, path: string, name: string): string {
  const part = path.split(".").reduce<unknown>(
    (inner, key) =>
      isRecord(inner) ? inner[key] : Array.isArray(inner) ? inner[Number(key)] : undefined,
    json,
  );
  if (typeof part === "string") return part;
  throw new RangeError(`Cannot keep ${path} of "${name}": got ${JSON.stringify(json)}`);
}
