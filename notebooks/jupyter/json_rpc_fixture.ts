/** JSON-RPC with a language server, over its standard input and output, for tests. */

// deno-lint-ignore no-explicit-any -- an answer is what its request says
type Json = any;

/** @param child Its standard input and output are pipes. */
export function speak(child: Deno.ChildProcess) {
  const writer = child.stdin.getWriter();
  const waiting = new Map<number, (answer: Json) => void>();
  let last = 0;

  async function send(message: object): Promise<void> {
    const body = new TextEncoder().encode(JSON.stringify({ jsonrpc: "2.0", ...message }));
    await writer.write(new TextEncoder().encode(`Content-Length: ${body.length}\r\n\r\n`));
    await writer.write(body);
  }

  async function listen(): Promise<void> {
    for await (const { id, method, params, result, error } of messagesOf(child.stdout)) {
      if (method === undefined) {
        if (error !== undefined) {
          throw new Error(`Cannot go on as the server says ${error.message}`);
        }
        waiting.get(id)?.(result);
        waiting.delete(id);
      } else if (method === "workspace/configuration") {
        await send({ id, result: params.items.map(() => ({})) });
      } else if (id !== undefined) {
        await send({ id, result: null });
      }
    }
  }

  const listening = listen();
  return {
    async request(method: string, params?: unknown): Promise<Json> {
      const id = ++last;
      const answer = new Promise((resolve) => waiting.set(id, resolve));
      await send({ id, method, params });
      return await Promise.race([
        answer,
        listening.then(() => {
          throw new Error(`Cannot ask ${method} as the server ended`);
        }),
      ]);
    },
    notify: (method: string, params?: unknown) => send({ method, params }),
    async end() {
      await listening;
      await child.status;
      await writer.close();
    },
  };
}

async function* messagesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Json> {
  let bytes = new Uint8Array();
  for await (const chunk of stream) {
    bytes = new Uint8Array([...bytes, ...chunk]);
    for (let head; (head = headOf(bytes)) !== undefined;) {
      const end = head.length + head.body;
      if (bytes.length < end) break;
      yield JSON.parse(new TextDecoder().decode(bytes.subarray(head.length, end)));
      bytes = bytes.slice(end);
    }
  }
}

function headOf(bytes: Uint8Array): { length: number; body: number } | undefined {
  const text = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const found = text.match(/^Content-Length: (\d+)\r\n(?:[^\r]+\r\n)*\r\n/);
  return found === null ? undefined : { length: found[0].length, body: Number(found[1]) };
}
