/** Listening for requests: the port is taken first, the app may come later. */

/** What answers requests, such as a Hono app. */
export interface App {
  fetch(request: Request): Response | Promise<Response>;
  /** Lets nothing begin any more; resolves once all that is under way has been answered. */
  drain?(): Promise<void>;
}

/** Where to listen. */
export interface ListenOptions {
  /** Address to bind to. */
  readonly host: string;
  /** Port to bind to, 0 for any free one. */
  readonly port: number;
  /** Name of the setting that chooses the port, for the error. */
  readonly setting: string;
  /** Milliseconds that the requests under way have when it stops. @default {30_000} */
  readonly drainMs?: number;
}

/** A server that listens; disposing of it answers the requests under way, within a limit, and stops. */
export interface Listening extends AsyncDisposable {
  /** Where it answers, without a trailing slash. */
  readonly url: string;
  /** Lets an app answer from now on; before that every request gets a 503. */
  answerWith(app: App): void;
  /**
   * Waits for SIGINT or SIGTERM, answers the requests under way and stops.
   *
   * @param orElse Stops as a signal does once it resolves.
   */
  untilSignal(orElse?: Promise<void>): Promise<void>;
}

const DRAIN_MS = 30_000;
/** For the last answers to be written. */
const CUT_MS = 100;
/** For what else a process does at its end. */
const LEAVE_MS = 2_000;
const SIGNALS = ["SIGINT", "SIGTERM"] as const;
/** Addresses that stand for every one of this machine, with one of them that can be opened. */
const WILDCARDS: Readonly<Record<string, string>> = { "0.0.0.0": "127.0.0.1", "::": "[::1]" };

/**
 * Takes a port, so that a command that serves in the end fails at its start where it cannot.
 *
 * @throws {Deno.errors.AddrInUse} When another program has the port.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using server = listen({ host: "127.0.0.1", port: 0, setting: "--port" });
 * server.answerWith({ fetch: () => new Response("ready") });
 * assert.equal(await (await fetch(server.url)).text(), "ready");
 * ```
 */
export function listen(options: ListenOptions): Listening {
  let app: App = { fetch: notReady };
  const waiting = new Set<(response: Response) => void>();
  const cut = new AbortController();
  const server = bind(options, cut.signal, (request) => cuttable(app.fetch(request), waiting));
  const { hostname, port } = server.addr;
  const name = WILDCARDS[hostname] ?? (hostname.includes(":") ? `[${hostname}]` : hostname);
  let stopped: Promise<boolean> | undefined;
  /** Resolves to whether every reader has its answer. */
  async function end(): Promise<boolean> {
    const { promise: tooLate, resolve } = Promise.withResolvers<true>();
    let timer = setTimeout(() => {
      waiting.forEach((resolve) => resolve(stopping()));
      timer = setTimeout(resolve, CUT_MS, true);
    }, options.drainMs ?? DRAIN_MS);
    if (await Promise.race([app.drain?.(), tooLate])) {
      // Answers that are still being sent would hold up a shutdown for as long as their readers like.
      cut.abort();
      await server.finished;
      return true;
    }
    const isHeldUp = await Promise.race([server.shutdown(), tooLate]);
    clearTimeout(timer);
    return !isHeldUp;
  }
  const stop = () => stopped ??= end();
  return {
    url: `http://${name}:${port}`,
    answerWith(served) {
      app = served;
    },
    async untilSignal(orElse) {
      const { promise, resolve } = Promise.withResolvers<void>();
      orElse?.then(resolve);
      for (const signal of SIGNALS) Deno.addSignalListener(signal, resolve);
      await promise;
      for (const signal of SIGNALS) Deno.removeSignalListener(signal, resolve);
      if (await stop()) return;
      // A shutdown that has begun cannot be cut off, and a reader that stalls would keep the process.
      Deno.unrefTimer(setTimeout(() => Deno.exit(), LEAVE_MS));
    },
    async [Symbol.asyncDispose]() {
      await stop();
    },
  };
}

function bind(
  { host, port, setting }: ListenOptions,
  signal: AbortSignal,
  answer: App["fetch"],
): Deno.HttpServer<Deno.NetAddr> {
  try {
    return Deno.serve({ hostname: host, port, signal, onListen() {} }, answer);
  } catch (cause) {
    if (!(cause instanceof Deno.errors.AddrInUse)) throw cause;
    throw new Deno.errors.AddrInUse(
      `Cannot listen on ${host}:${port} as another program does: choose another port by ${setting}`,
      { cause },
    );
  }
}

/** An answer that can be given in place of one that takes too long. */
function cuttable(
  answer: Response | Promise<Response>,
  waiting: Set<(response: Response) => void>,
): Response | Promise<Response> {
  if (answer instanceof Response) return answer;
  const { promise, resolve, reject } = Promise.withResolvers<Response>();
  waiting.add(resolve);
  answer.then(resolve, reject).finally(() => waiting.delete(resolve));
  return promise;
}

function stopping(): Response {
  return new Response("Wattbook is stopping: no answer was found in time\n", { status: 503 });
}

function notReady(): Response {
  return new Response("Wattbook is getting ready: try again in a few seconds\n", {
    status: 503,
    headers: { "retry-after": "5" },
  });
}
