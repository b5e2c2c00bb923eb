/**
 * A generator of load for `serving_bench.ts`, run as a process of its own: it sends the same request
 * over raw sockets that stay open, and prints what came of it as JSON.
 */

/** What to send, and how. */
export interface Load {
  readonly port: number;
  readonly path: string;
  readonly contentType: string;
  readonly body: string;
  readonly connections: number;
  readonly seconds: number;
  /**
   * Requests a second, sent on time whatever comes back; without it each connection sends the next
   * request when it has the answer.
   */
  readonly rate?: number;
  /** Answers are counted by the first group of this expression in them. */
  readonly mark?: string;
}

/** What came of a load. */
export interface LoadOutcome {
  readonly seconds: number;
  /** Answers by their status; 0 stands for connections that the server cut. */
  readonly answers: Readonly<Record<string, number>>;
  /** Answers by what the expression found in them. */
  readonly marks: Readonly<Record<string, number>>;
  /** Requests that found no connection free when it was their time. */
  readonly unsent: number;
  /** Milliseconds to the answers with status 200, from when the request was due. */
  readonly ok: Percentiles;
  /** The same of all other answers. */
  readonly refused: Percentiles;
}

/** Milliseconds; NaN without answers. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

const HEAD_END = new TextEncoder().encode("\r\n\r\n");
const READ_BYTES = 65_536;

/** One connection that sends a request and reads the whole answer. */
async function connect(
  { port, path, contentType, body, mark }: Load,
  marks: Record<string, number>,
) {
  const marked = mark === undefined ? undefined : new RegExp(mark);
  const bytes = new TextEncoder().encode(body);
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${bytes.length}`,
  ].join("\r\n") + "\r\n\r\n";
  const request = new Uint8Array([...new TextEncoder().encode(head), ...bytes]);
  let connection = await open();
  async function open(): Promise<Deno.TcpConn> {
    const opened = await Deno.connect({ hostname: "127.0.0.1", port });
    opened.setNoDelay(true);
    return opened;
  }
  const buffer = new Uint8Array(READ_BYTES);
  async function read(): Promise<number> {
    const count = await connection.read(buffer);
    if (count === null) throw new Deno.errors.ConnectionReset("The server hung up");
    return count;
  }
  async function exchange(): Promise<number> {
    for (let sent = 0; sent < request.length;) {
      sent += await connection.write(request.subarray(sent));
    }
    let filled = await read();
    // Both servers send the head in one piece, and in fewer bytes than are read at once.
    let text = new TextDecoder().decode(buffer.subarray(0, filled));
    const end = text.indexOf("\r\n\r\n");
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1]);
    if (end < 0 || Number.isNaN(length)) throw new Error(`Cannot read the answer: ${text}`);
    let left = end + HEAD_END.length + length - filled;
    while (left > 0) {
      filled = await read();
      left -= filled;
      if (marked !== undefined) text += new TextDecoder().decode(buffer.subarray(0, filled));
    }
    if (marked !== undefined) {
      const found = marked.exec(text)?.[1] ?? "none";
      marks[found] = (marks[found] ?? 0) + 1;
    }
    return Number(text.slice(9, 12));
  }
  return {
    /** Sends the request; resolves with the status of the answer, or 0 where the server hung up. */
    async send(): Promise<number> {
      try {
        return await exchange();
      } catch (error) {
        const gone = [Deno.errors.ConnectionReset, Deno.errors.BrokenPipe];
        if (!gone.some((kind) => error instanceof kind)) throw error;
        connection.close();
        connection = await open();
        return 0;
      }
    },
    close: () => connection.close(),
  };
}

async function run(load: Load): Promise<LoadOutcome> {
  const marks: Record<string, number> = {};
  const connections = await Promise.all(
    Array.from({ length: load.connections }, () => connect(load, marks)),
  );
  const answers: Record<string, number> = {};
  const times = { ok: [] as number[], refused: [] as number[] };
  function note(status: number, ms: number): void {
    answers[status] = (answers[status] ?? 0) + 1;
    times[status === 200 ? "ok" : "refused"].push(ms);
  }
  const begin = performance.now();
  const end = begin + load.seconds * 1000;
  let unsent = 0;
  if (load.rate === undefined) {
    await Promise.all(connections.map(async ({ send }) => {
      for (let due = performance.now(); due < end; due = performance.now()) {
        note(await send(), performance.now() - due);
      }
    }));
  } else {
    unsent = await sendOnTime(connections, begin, end, 1000 / load.rate, note);
  }
  const seconds = (performance.now() - begin) / 1000;
  for (const { close } of connections) close();
  return {
    seconds,
    answers,
    marks,
    unsent,
    ok: percentiles(times.ok),
    refused: percentiles(times.refused),
  };
}

/** Sends one request every `every` milliseconds; returns how many found no connection. */
async function sendOnTime(
  idle: { send(): Promise<number> }[],
  begin: number,
  end: number,
  every: number,
  note: (status: number, ms: number) => void,
): Promise<number> {
  const underWay = new Set<Promise<void>>();
  let unsent = 0;
  async function send(connection: { send(): Promise<number> }, due: number): Promise<void> {
    note(await connection.send(), performance.now() - due);
    idle.push(connection);
  }
  for (let nth = 0; begin + nth * every < end; nth++) {
    const due = begin + nth * every;
    while (performance.now() < due) await new Promise((resolve) => setTimeout(resolve));
    const connection = idle.pop();
    if (connection === undefined) {
      unsent++;
      // Without a pause the answers that would free a connection are never read.
      if (unsent % 64 === 0) await new Promise((resolve) => setTimeout(resolve));
      continue;
    }
    const sent = send(connection, due).finally(() => underWay.delete(sent));
    underWay.add(sent);
  }
  await Promise.all(underWay);
  return unsent;
}

function percentiles(times: number[]): Percentiles {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { p50: at(0.5) ?? NaN, p95: at(0.95) ?? NaN, p99: at(0.99) ?? NaN, max: at(1) ?? NaN };
}

/** Runs a load in a process of its own. */
export async function generateLoad(load: Load): Promise<LoadOutcome> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "--allow-net=127.0.0.1", import.meta.url],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(JSON.stringify(load)));
  await writer.close();
  const { success, stdout } = await child.output();
  if (!success) throw new Error("Cannot measure as the generator of load failed");
  return JSON.parse(new TextDecoder().decode(stdout), (_, value) => value ?? NaN);
}

if (import.meta.main) {
  console.log(
    JSON.stringify(await run(JSON.parse(await new Response(Deno.stdin.readable).text()))),
  );
}
