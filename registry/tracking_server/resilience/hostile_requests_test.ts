import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { createTrackingApp } from "../app.ts";
import { rawRequest } from "./raw_request_fixture.ts";
import { openTrackingStore, type TrackingStore } from "../store.ts";

const create = "/api/2.0/mlflow/experiments/create";
const proxy = "/api/2.0/mlflow-artifacts/artifacts";
const json = "Content-Type: application/json";

/** Serves a store of its own over a real port; it must have no experiment but the first in the end. */
async function withServer(
  use: (port: number, store: TrackingStore, home: string) => Promise<void>,
): Promise<void> {
  const home = await Deno.makeTempDir();
  const defects: unknown[] = [];
  try {
    using store = openTrackingStore({ home: `${home}/store`, now: () => 0 });
    const app = createTrackingApp({ store, onError: (error) => defects.push(error) });
    const listen = { port: 0, hostname: "127.0.0.1", onListen() {} };
    await using server = Deno.serve(listen, app.fetch);
    await use(server.addr.port, store, home);
    assert.deepEqual(store.database.all("SELECT name FROM experiments"), [{ name: "Default" }]);
    assert.deepEqual(defects, []);
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

Deno.test("a page under a foreign host name reads and writes nothing (CVE-2025-14279)", async () => {
  await withServer(async (port) => {
    for (const host of ["rebound.example", `rebound.example:${port}`, "127.0.0.1.nip.example"]) {
      const headers = [json, `Host: ${host}`];
      const write = await rawRequest(port, "POST", create, '{"name":"planted"}', headers);
      const read = await rawRequest(port, "GET", "/version", "", headers);
      assert.deepEqual([write.status, read.status], [403, 403]);
      assert.equal(read.body, "Invalid Host header - possible DNS rebinding attack");
    }
  });
});

Deno.test("a page of a foreign origin writes nothing and is given no leave to read", async () => {
  await withServer(async (port) => {
    for (const origin of ["https://evil.example", "null", "http://127.0.0.1.evil.example", "x"]) {
      const origins = [`Origin: ${origin}`];
      for (const type of [json, "Content-Type: text/plain"]) {
        const write = await rawRequest(port, "POST", create, '{"name":"x"}', [type, ...origins]);
        assert.deepEqual([write.status, write.body], [403, "Cross-origin request blocked"]);
      }
      const asked = [...origins, "Access-Control-Request-Method: POST"];
      const preflight = await rawRequest(port, "OPTIONS", create, "", asked);
      assert.equal(preflight.status, 404);
      for (const { text } of [preflight, await rawRequest(port, "GET", "/version", "", origins)]) {
        assert.equal(/^access-control-/im.test(text), false);
      }
    }
  });
});

Deno.test("a file's name and a content type write no header and no page (CVE-2023-6568)", async () => {
  await withServer(async (port) => {
    const name = "a%0d%0aX-Planted:%201%0d%0a%0d%0a%3Cscript%3E.html";
    assert.equal((await rawRequest(port, "PUT", `${proxy}/${name}`, "<script>")).status, 200);
    const { text } = await rawRequest(port, "GET", `${proxy}/${name}`);
    assert.equal(/^x-planted/im.test(text), false);
    assert.match(
      text,
      /^content-disposition: attachment; filename="aX-Planted: 1<script>\.html"; /im,
    );
    assert.match(text, /; filename\*=UTF-8''a%0D%0AX-Planted%3A%201%0D%0A/i);
    assert.match(text, /^x-content-type-options: nosniff/im);

    const type = "Content-Type: <script>alert(1)</script>";
    const answer = await rawRequest(port, "POST", create, "{}", [type]);
    assert.equal(answer.status, 400);
    assert.match(answer.text, /^content-type: application\/json/im);
    assert.match(answer.text, /^x-content-type-options: nosniff/im);
  });
});

Deno.test("a body beyond the limit is refused, declared or not", async () => {
  await withServer(async (port) => {
    const declared = await rawRequest(port, "POST", create, "", [json, "Content-Length: 99999999"]);
    assert.equal(declared.status, 413);
    const chunk = `${(65_536).toString(16)}\r\n${" ".repeat(65_536)}\r\n`;
    const chunked = [json, "Transfer-Encoding: chunked"];
    const endless = await rawRequest(port, "POST", create, chunk.repeat(300), chunked);
    assert.equal(endless.status, 413);
  });
});

Deno.test("a body that never ends holds up no other request and writes nothing", async () => {
  await withServer(async (port, _store, home) => {
    const slow = await Promise.all(["POST", "PUT"].map(async (method) => {
      const connection = await Deno.connect({ hostname: "127.0.0.1", port });
      const target = method === "POST" ? create : `${proxy}/half.txt`;
      const head = `${method} ${target} HTTP/1.1\r\nHost: localhost\r\n${json}\r\n` +
        'Content-Length: 100\r\n\r\n{"name":"half"}';
      await connection.write(new TextEncoder().encode(head));
      return connection;
    }));
    for (let i = 0; i < 20; i++) {
      assert.equal((await rawRequest(port, "GET", "/version")).body, "3.11.1");
    }
    for (const connection of slow) connection.close();
    const list = await rawRequest(port, "GET", proxy);
    assert.equal(list.body, "{}");
    // The half of a file goes with its connection.
    const left = () => [...Deno.readDirSync(`${home}/store/artifacts`)].map(({ name }) => name);
    while (left().length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });
});

Deno.test("JSON of a hundred thousand levels is refused before it is parsed", async () => {
  await withServer(async (port) => {
    for (const [open, close] of [["[", "]"], ['{"a":', "}"]]) {
      const body = `{"name":${open.repeat(100_000)}1${close.repeat(100_000)}}`;
      const { status, body: text } = await rawRequest(port, "POST", create, body, [json]);
      assert.equal(status, 400);
      assert.match(text, /expected at most 100 levels of nesting, got 100001/);
    }
  });
});

Deno.test("a compressed body is not unpacked, so that none can be a bomb", async () => {
  await withServer(async (port) => {
    const bomb = new Uint8Array(gzipSync(`{"name":"${"x".repeat(50_000_000)}"}`));
    const response = await fetch(`http://127.0.0.1:${port}${create}`, {
      method: "POST",
      headers: { "content-type": "application/json", "content-encoding": "gzip" },
      body: bomb,
    });
    assert.deepEqual([response.status, (await response.json()).message], [
      400,
      "Missing value for required parameter 'name'. See the API docs for more information about request parameters.",
    ]);
  });
});

Deno.test("a link among the artifacts leads nowhere outside", async () => {
  await withServer(async (port, _store, home) => {
    await Deno.mkdir(`${home}/outside`);
    await Deno.writeTextFile(`${home}/outside/secret.txt`, "secret");
    await rawRequest(port, "PUT", `${proxy}/0/a.txt`, "a");
    await Deno.symlink(`${home}/outside`, `${home}/store/artifacts/0/way`);
    await Deno.symlink(`${home}/outside/secret.txt`, `${home}/store/artifacts/0/file`);
    for (const path of ["0/way/secret.txt", "0/file"]) {
      assert.equal((await rawRequest(port, "GET", `${proxy}/${path}`)).status, 404, path);
    }
    const list = await rawRequest(port, "GET", `${proxy}?path=0/way`);
    assert.equal(list.body, "{}");
    assert.equal((await rawRequest(port, "PUT", `${proxy}/0/way/b.txt`, "b")).status, 400);
    await rawRequest(port, "PUT", `${proxy}/0/file`, "replaced");
    assert.equal((await rawRequest(port, "DELETE", `${proxy}/0/way/secret.txt`)).status, 200);
    assert.equal((await rawRequest(port, "DELETE", `${proxy}/0/way`)).status, 200);
    assert.deepEqual([...Deno.readDirSync(`${home}/outside`)].map(({ name }) => name), [
      "secret.txt",
    ]);
    assert.equal(await Deno.readTextFile(`${home}/outside/secret.txt`), "secret");
  });
});

Deno.test("a query of ten thousand fields is refused before it is run (CVE-2025-0453)", async () => {
  await withServer(async (port) => {
    const fields = Array.from({ length: 10_000 }, (_, i) => `f${i}: test { output }`).join(" ");
    const body = JSON.stringify({ query: `{ ${fields} }` });
    const answer = await rawRequest(port, "POST", "/graphql", body, [json]);
    assert.match(answer.body, /"errors": ?\[/);
    assert.equal(answer.body.includes('"f9999"'), false);
  });
});
