/** The server of a model as a process of its own. */
import { lastWords } from "../runner/last_words.ts";
import { JUPYTER_DISPLAY } from "../charts/display.ts";
import { type ReadingRows, scoreReadings, type ServedScores } from "./score_readings.ts";

/** What is served, and where the project is. */
export interface ServerRequest {
  /** Dataset of the lake with the history of the meters. */
  readonly dataset: string;
  /** Such as `models:/energy-anomaly@champion`. */
  readonly model: string;
  /** Folder of the project. */
  readonly project: string;
}

/** A server that answers; it shows what it serves. */
export interface ModelServer extends AsyncDisposable {
  /** Where it answers, without a trailing slash; its page and its API are there. */
  readonly url: string;
  readonly model: string;
  readonly version: string;
  /**
   * Scores raw readings over HTTP.
   *
   * @throws {Error} When the server refuses them, with the field that is wrong.
   */
  score(readings: ReadingRows): Promise<ServedScores>;
  /** Lets requests that are under way finish, and ends the process. */
  stop(): Promise<void>;
  readonly [JUPYTER_DISPLAY]: () => { readonly "text/plain": string };
}

/** Characters of standard error that tell why a server ended. */
const WORDS_KEPT = 4096;

/**
 * Runs `deno task serve` on a free port and waits until it can answer. It ends with our process,
 * however that ends.
 *
 * @throws {Error} When the server ends before, with what it said.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const request = { dataset: "nowhere", model: "no model", project: "." };
 * await assert.rejects(startServer(request), /^Error: Cannot serve "no model"/);
 * ```
 */
export async function startServer(
  { dataset, model, project }: ServerRequest,
): Promise<ModelServer> {
  const process = new Deno.Command(Deno.execPath(), {
    args: [
      "task",
      "-q",
      "serve",
      "--json",
      "--while-input",
      "--dataset",
      dataset,
      "--model",
      model,
    ],
    cwd: project,
    env: { WATTBOOK_PORT: "0", NO_COLOR: "1" },
    // It is closed with our process even where a signal kills that.
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const words = lastWords(process.stderr, WORDS_KEPT);
  const line = await firstLine(process.stdout);
  if (line === undefined) {
    const { code } = await process.status;
    await process.stdin.close();
    throw new Error(
      `Cannot serve "${model}": the server ended with exit code ${code}: ${await words}`,
    );
  }
  const { url, model: name, version } = JSON.parse(line);
  let stopped: Promise<void> | undefined;
  async function end(): Promise<void> {
    await process.stdin.close();
    await Promise.all([process.status, words]);
  }
  const stop = () => stopped ??= end();
  return {
    url,
    model: name,
    version,
    score: (readings) => scoreReadings(url, readings),
    stop,
    [Symbol.asyncDispose]: stop,
    [JUPYTER_DISPLAY]: () => ({ "text/plain": `models:/${name}/${version} answers` }),
  };
}

/** The first line of a stream, and nothing where it ends before; the rest is read and dropped. */
async function firstLine(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<string | undefined> {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  while (!said.includes("\n")) {
    const { done, value } = await reader.read();
    if (done) return undefined;
    said += value;
  }
  void drain(reader);
  return said.slice(0, said.indexOf("\n"));
}

async function drain(reader: ReadableStreamDefaultReader<string>): Promise<void> {
  while (!(await reader.read()).done);
}
