import assert from "node:assert/strict";
import { sha256 } from "../digest.ts";
import { download } from "./download.ts";

const content = Uint8Array.from({ length: 100_000 }, (_, i) => i % 253);
const file = { path: "a.bin", bytes: content.length, sha256: sha256(content) };

/** A loopback server and a fresh folder; `ranges` lists the Range header of each request. */
async function withServer(
  answer: (request: Request, count: number) => Response,
  test: (url: string, target: string, ranges: (string | null)[]) => Promise<void>,
): Promise<void> {
  const ranges: (string | null)[] = [];
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    (request) => {
      ranges.push(request.headers.get("range"));
      return answer(request, ranges.length);
    },
  );
  const folder = await Deno.makeTempDir();
  try {
    await test(`http://127.0.0.1:${server.addr.port}/a.bin`, `${folder}/sub/a.bin`, ranges);
  } finally {
    await server.shutdown();
    await Deno.remove(folder, { recursive: true });
  }
}

function withRange(request: Request): Response {
  const from = Number(request.headers.get("range")?.match(/^bytes=(\d+)-$/)?.[1] ?? 0);
  return new Response(content.slice(from), { status: from > 0 ? 206 : 200 });
}

Deno.test("download() fetches, verifies and leaves only the file", async () => {
  await withServer(withRange, async (url, target, ranges) => {
    await download(url, file, target, { fetch });
    assert.deepEqual(await Deno.readFile(target), content);
    assert.deepEqual(ranges, [null]);
    const names = [...Deno.readDirSync(target.replace("/a.bin", ""))].map((entry) => entry.name);
    assert.deepEqual(names, ["a.bin"]);
  });
});

Deno.test("download() asks only for the rest of an interrupted download", async () => {
  await withServer(withRange, async (url, target, ranges) => {
    await Deno.mkdir(target.replace("/a.bin", ""));
    await Deno.writeFile(`${target}.part`, content.slice(0, 60_000));
    await download(url, file, target, { fetch });
    assert.deepEqual(await Deno.readFile(target), content);
    assert.deepEqual(ranges, ["bytes=60000-"]);
  });
});

Deno.test("download() starts over where the server knows no ranges", async () => {
  await withServer(() => new Response(content), async (url, target) => {
    await Deno.mkdir(target.replace("/a.bin", ""));
    await Deno.writeFile(`${target}.part`, content.slice(0, 60_000));
    await download(url, file, target, { fetch });
    assert.deepEqual(await Deno.readFile(target), content);
  });
});

Deno.test("download() starts over when what was left is of another version", async () => {
  await withServer(withRange, async (url, target, ranges) => {
    await Deno.mkdir(target.replace("/a.bin", ""));
    await Deno.writeFile(`${target}.part`, new Uint8Array(60_000));
    await download(url, file, target, { fetch });
    assert.deepEqual(await Deno.readFile(target), content);
    assert.deepEqual(ranges, ["bytes=60000-", null]);
  });
});

Deno.test("download() takes up a connection that breaks", async () => {
  const listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const requests: string[] = [];
  async function breakOnce(): Promise<void> {
    for await (using connection of listener) {
      const request = new Uint8Array(4096);
      const length = await connection.read(request) ?? 0;
      requests.push(new TextDecoder().decode(request.subarray(0, length)));
      const [status, from, to] = requests.length === 1
        ? ["200 OK", 0, 50_000]
        : ["206 Partial Content", 50_000, content.length];
      const head = `HTTP/1.1 ${status}\r\ncontent-length: ${content.length - from}\r\n\r\n`;
      const answer = new Blob([head, content.slice(from, to)]);
      await answer.stream().pipeTo(connection.writable, { preventClose: true });
    }
  }
  const serving = breakOnce();
  const folder = await Deno.makeTempDir();
  await download(`http://127.0.0.1:${listener.addr.port}/a`, file, `${folder}/a`, { fetch });
  assert.deepEqual(await Deno.readFile(`${folder}/a`), content);
  assert.equal(requests.length, 2);
  assert.match(requests[1], /range: bytes=50000-/);
  listener.close();
  await serving;
  await Deno.remove(folder, { recursive: true });
});

Deno.test("download() refuses other content, naming path and digests", async () => {
  const other = new Uint8Array(content.length);
  await withServer(() => new Response(other), async (url, target) => {
    await assert.rejects(download(url, file, target, { fetch }), {
      name: "DigestMismatchError",
      message: `Cannot accept file "a.bin" as its SHA-256 differs: expected ${file.sha256}, got ${
        sha256(other)
      }`,
    });
    await assert.rejects(Deno.stat(target), Deno.errors.NotFound);
    await assert.rejects(Deno.stat(`${target}.part`), Deno.errors.NotFound);
  });
});

Deno.test("download() says the status of a failure", async () => {
  await withServer(() => new Response("gone", { status: 404 }), async (url, target) => {
    await assert.rejects(download(url, file, target, { fetch }), {
      message: `Cannot download ${url}: the server answered 404`,
    });
  });
});

Deno.test("download() gives up on a silent server", async () => {
  function silent(): Response {
    return new Response(
      new ReadableStream({ start: (stream) => stream.enqueue(content.slice(0, 1)) }),
    );
  }
  await withServer(silent, async (url, target) => {
    const small = { ...file, bytes: 2 };
    await assert.rejects(download(url, small, target, { fetch, silenceMs: 50 }), {
      message: `Cannot download ${url}: no byte came within 50 ms`,
    });
  });
});

Deno.test("download() keeps what came when it is stopped", async () => {
  const controller = new AbortController();
  function slow(): Response {
    return new Response(
      new ReadableStream<Uint8Array>({
        start: (stream) => stream.enqueue(content.slice(0, 10)),
        pull: () => {
          setTimeout(() => controller.abort(new Error("Stopped")), 50);
          return new Promise(() => {});
        },
      }),
    );
  }
  await withServer(slow, async (url, target) => {
    const { signal } = controller;
    await assert.rejects(download(url, file, target, { fetch, signal }), { message: "Stopped" });
    assert.deepEqual(await Deno.readFile(`${target}.part`), content.slice(0, 10));
  });
});

Deno.test("download() asks a busy server again, and gives up when it stays busy", async () => {
  const busy = (status: number) =>
    new Response("busy", { status, headers: { "retry-after": "0" } });
  await withServer(
    (request, count) => count < 4 ? busy(count % 2 === 0 ? 429 : 503) : withRange(request),
    async (url, target, ranges) => {
      await download(url, file, target, { fetch });
      assert.deepEqual(await Deno.readFile(target), content);
      assert.equal(ranges.length, 4);
    },
  );
  await withServer(() => busy(503), async (url, target, ranges) => {
    await assert.rejects(download(url, file, target, { fetch }), {
      message: `Cannot download ${url}: the server answered 503`,
    });
    assert.equal(ranges.length, 4);
  });
});

Deno.test("download() stops waiting for a busy server when it is stopped", async () => {
  const controller = new AbortController();
  function busy(): Response {
    setTimeout(() => controller.abort(new Error("Stopped")), 50);
    return new Response("", { status: 503, headers: { "retry-after": "59" } });
  }
  await withServer(busy, async (url, target) => {
    const { signal } = controller;
    await assert.rejects(download(url, file, target, { fetch, signal }), { message: "Stopped" });
  });
});

Deno.test("download() reads no more than the promised size", async () => {
  let sent = 0;
  function endless(): Response {
    return new Response(
      new ReadableStream<Uint8Array>({
        pull(stream) {
          sent += content.length;
          stream.enqueue(content);
        },
      }),
    );
  }
  await withServer(endless, async (url, target) => {
    await assert.rejects(download(url, { ...file, sha256: "00" }, target, { fetch }), {
      name: "DigestMismatchError",
      message: new RegExp(`got ${file.sha256}$`),
    });
    assert.ok(sent < 100 * content.length);
  });
});
