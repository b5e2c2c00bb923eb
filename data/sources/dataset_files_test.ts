import assert from "node:assert/strict";
import { obtainFiles } from "./dataset_files.ts";
import { sha256 } from "../digest.ts";

const texts: Record<string, string> = { "a.csv": "ts,kwh\n", "sub dir/b.csv": "ts,kwh\n1,2\n" };
const files = Object.entries(texts).map(([path, text]) => ({
  path,
  bytes: text.length,
  sha256: sha256(text),
}));

async function noNetwork(): Promise<Response> {
  throw await Promise.resolve(new TypeError("Network is unreachable"));
}

/** A home, a mirror folder with the given files, and the manifest of a loopback origin. */
async function withPlaces(
  inMirror: Record<string, string>,
  atOrigin: Record<string, string>,
  test: (
    places: { home: string; mirror: string; manifest: Parameters<typeof obtainFiles>[0] },
  ) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  for (const [path, text] of Object.entries(inMirror)) {
    await Deno.mkdir(`${folder}/mirror/tiny/sub dir`, { recursive: true });
    await Deno.writeTextFile(`${folder}/mirror/tiny/${path}`, text);
  }
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const path = decodeURIComponent(new URL(request.url).pathname).replace("/tiny/", "");
    return path in atOrigin ? new Response(atOrigin[path]) : new Response("", { status: 404 });
  });
  try {
    await test({
      home: `${folder}/home`,
      mirror: `${folder}/mirror`,
      manifest: { dataset: "tiny", origin: `http://127.0.0.1:${server.addr.port}/tiny`, files },
    });
  } finally {
    await server.shutdown();
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("obtainFiles() copies from a mirror folder, then finds all in the cache", async () => {
  await withPlaces(texts, {}, async ({ home, mirror, manifest }) => {
    const fractions: number[] = [];
    const context = { home, mirror, fetch: noNetwork };
    const first = await obtainFiles(manifest, {
      ...context,
      onProgress: (fraction) => fractions.push(fraction),
    });
    assert.deepEqual(first, { folder: `${home}/sources/tiny`, source: "mirror" });
    assert.equal(await Deno.readTextFile(`${first.folder}/sub dir/b.csv`), texts["sub dir/b.csv"]);
    assert.equal(fractions.length, 2);
    assert.equal(fractions.at(-1), 1);
    assert.equal((await obtainFiles(manifest, { home, fetch: noNetwork })).source, "cache");
  });
});

Deno.test("obtainFiles() takes a mirror that is a URL", async () => {
  await withPlaces({}, texts, async ({ home, manifest }) => {
    const mirror = manifest.origin.replace("/tiny", "/");
    const there = { ...manifest, origin: "http://origin.invalid" };
    const { folder, source } = await obtainFiles(there, { home, mirror, fetch, offline: true });
    assert.equal(source, "mirror");
    assert.equal(await Deno.readTextFile(`${folder}/a.csv`), texts["a.csv"]);
  });
});

Deno.test("obtainFiles() goes to the origin for what the mirror lacks", async () => {
  await withPlaces({ "a.csv": texts["a.csv"] }, texts, async ({ home, mirror, manifest }) => {
    const { folder, source } = await obtainFiles(manifest, { home, mirror, fetch });
    assert.equal(source, "origin");
    assert.equal(await Deno.readTextFile(`${folder}/sub dir/b.csv`), texts["sub dir/b.csv"]);
  });
});

Deno.test("obtainFiles() fetches a corrupt cache file again", async () => {
  await withPlaces(texts, {}, async ({ home, mirror, manifest }) => {
    const context = { home, mirror, fetch: noNetwork };
    const { folder } = await obtainFiles(manifest, context);
    await Deno.writeTextFile(`${folder}/a.csv`, "tx,kwh\n");
    assert.equal((await obtainFiles(manifest, context)).source, "mirror");
    assert.equal(await Deno.readTextFile(`${folder}/a.csv`), texts["a.csv"]);
  });
});

Deno.test("obtainFiles() refuses other content in the mirror", async () => {
  await withPlaces({ ...texts, "a.csv": "other" }, texts, async ({ home, mirror, manifest }) => {
    await assert.rejects(obtainFiles(manifest, { home, mirror, fetch }), {
      name: "DigestMismatchError",
      message: /"a\.csv".*expected .*, got /,
    });
  });
});

Deno.test("obtainFiles() names both ways out when nothing can be reached", async () => {
  await withPlaces({}, {}, async ({ home, manifest }) => {
    const closed = { ...manifest, origin: "https://origin.invalid/data" };
    const expected = {
      name: "SourceUnreachableError",
      message: /WATTBOOK_DATA_MIRROR.*origin\.invalid/,
    };
    await assert.rejects(obtainFiles(closed, { home, fetch: noNetwork }), expected);
    await assert.rejects(obtainFiles(closed, { home, fetch, offline: true }), expected);
    await assert.rejects(obtainFiles(manifest, { home, fetch }), {
      name: "SourceUnreachableError",
      message: /the server answered 404/,
    });
  });
});

Deno.test("obtainFiles() throws the caller's reason when it is stopped", async () => {
  await withPlaces(texts, {}, async ({ home, mirror, manifest }) => {
    const signal = AbortSignal.abort(new Error("Stopped by hand"));
    await assert.rejects(obtainFiles(manifest, { home, mirror, fetch, signal }), {
      message: "Stopped by hand",
    });
  });
});

const obtainer = `
  import { obtainFiles } from "${new URL("./dataset_files.ts", import.meta.url)}";
  const { manifest, home, mirror } = JSON.parse(Deno.args[0]);
  const { source } = await obtainFiles(manifest, { home, mirror, fetch, offline: true });
  console.log(source);
`;

/** What another process says of where the files came from. */
async function obtainElsewhere(places: unknown): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-check", "--ext=ts", obtainer, JSON.stringify(places)],
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout).trim();
}

Deno.test("obtainFiles() of several processes at once gets each file once", async () => {
  const home = await Deno.makeTempDir();
  const requests: string[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const path = decodeURIComponent(new URL(request.url).pathname).replace("/tiny/", "");
    requests.push(path);
    // Byte by byte, so that a second process would come while the first gathers.
    const bytes = new TextEncoder().encode(texts[path]).values();
    return new Response(
      new ReadableStream({
        async pull(stream) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          const { value, done } = bytes.next();
          if (done) stream.close();
          else stream.enqueue(Uint8Array.of(value));
        },
      }),
    );
  });
  const mirror = `http://127.0.0.1:${server.addr.port}`;
  const manifest = { dataset: "tiny", origin: "http://origin.invalid", files };
  const places = { manifest, home, mirror };
  const sources = await Promise.all([1, 2, 3].map(() => obtainElsewhere(places)));
  assert.deepEqual(sources.sort(), ["cache", "cache", "mirror"]);
  assert.deepEqual(requests.sort(), Object.keys(texts).sort());
  await server.shutdown();
  await Deno.remove(home, { recursive: true });
});
