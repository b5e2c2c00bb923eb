/** Killing a server while it writes, and looking at what it leaves. */

import assert from "node:assert/strict";
import { startServer } from "./server_process_fixture.ts";
import { openTrackingStore } from "../store.ts";

const metricsPerBatch = 300;
const chunksPerFile = 8;
const chunkBytes = 64 * 1024;

/** What a server has answered with success. */
interface Acknowledged {
  /** Keys of the metrics of batches. */
  readonly batches: string[];
  /** Names of files. */
  readonly files: string[];
}

/** What came of a round of kills. */
export interface KillsOutcome extends Acknowledged {
  /** Kills that came while a batch or a file was under way. */
  readonly interrupted: number;
}

/**
 * Kills a server `kills` times while clients log batches and upload files to it, each time a
 * different while after it has taken some, and starts the next on what it left. After each kill every acknowledged batch and
 * file must be whole, and no other be there in part.
 *
 * @throws {AssertionError} When anything is lost or left half done.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { interrupted } = await surviveKills(1);
 * assert.equal(interrupted <= 1, true);
 * ```
 */
export async function surviveKills(kills: number): Promise<KillsOutcome> {
  const home = await Deno.makeTempDir();
  const acknowledged: Acknowledged = { batches: [], files: [] };
  let interrupted = 0;
  try {
    const runId = createRun(home);
    await Deno.mkdir(`${home}/artifacts`);
    for (let kill = 0; kill < kills; kill++) {
      await using server = await startServer(home);
      const seen = { batches: 0, files: 0 };
      let timer: ReturnType<typeof setTimeout> | undefined;
      const note = (kind: keyof Acknowledged) => (name: string) => {
        acknowledged[kind].push(name);
        seen[kind]++;
        if (seen.batches < 1 + kill % 3 || seen.files < kill % 2) return;
        timer ??= setTimeout(() => void server.kill(), (kill * 37) % 80);
      };
      const [batch, file] = await Promise.all([
        untilBroken((i) => logBatch(server.url, runId, `b-${kill}-${i}`), note("batches")),
        untilBroken((i) => upload(server.url, `f-${kill}-${i}`), note("files")),
      ]);
      if (batch || file) interrupted++;
      await server.kill();
      await requireWhole(home, runId, acknowledged);
    }
    return { ...acknowledged, interrupted };
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}

function createRun(home: string): string {
  using store = openTrackingStore({ home, now: () => 0 });
  const id = store.randomId();
  store.database.run(
    "INSERT INTO runs VALUES (?, 'n', 0, 'me', 'RUNNING', 0, NULL, 'mlflow-artifacts:/0', 'active')",
    id,
  );
  return id;
}

/** Repeats a request and notes each name that was acknowledged; tells whether the last broke off. */
async function untilBroken(
  request: (i: number) => Promise<string>,
  note: (name: string) => void,
): Promise<boolean> {
  for (let i = 0;; i++) {
    try {
      note(await request(i));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      // A refused connection had not been under way.
      return !/refused/i.test(error.message);
    }
  }
}

async function logBatch(url: string, run_id: string, key: string): Promise<string> {
  const metrics = Array.from(
    { length: metricsPerBatch },
    (_, step) => ({ key, value: step / 2, timestamp: 1, step }),
  );
  const response = await fetch(`${url}/api/2.0/mlflow/runs/log-batch`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ run_id, metrics }),
  });
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return key;
}

async function upload(url: string, name: string): Promise<string> {
  async function* chunks() {
    for (let i = 0; i < chunksPerFile; i++) {
      yield new Uint8Array(chunkBytes).fill(byteOf(name));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  const response = await fetch(`${url}/api/2.0/mlflow-artifacts/artifacts/0/${name}`, {
    method: "PUT",
    body: ReadableStream.from(chunks()),
  });
  const text = await response.text();
  assert.equal(response.status, 200, text);
  return name;
}

async function requireWhole(
  home: string,
  runId: string,
  { batches, files }: Acknowledged,
): Promise<void> {
  using store = openTrackingStore({ home, now: () => 0 });
  const { database, artifacts } = store;
  assert.deepEqual(database.first("PRAGMA integrity_check"), { integrity_check: "ok" });
  const rows = database.all<{ key: string; count: number; sum: number; latest: number }>(
    `SELECT m.key, COUNT(*) AS count, SUM(m.value) AS sum, l.value AS latest
     FROM metrics m JOIN latest_metrics l USING (run_id, key) WHERE run_id = ? GROUP BY m.key`,
    runId,
  );
  const last = (metricsPerBatch - 1) / 2;
  for (const { key, ...found } of rows) {
    const whole = { count: metricsPerBatch, sum: metricsPerBatch * last / 2, latest: last };
    assert.deepEqual(found, whole, key);
  }
  const keys = new Set(rows.map(({ key }) => key));
  assert.deepEqual(batches.filter((key) => !keys.has(key)), []);

  const listed = await artifacts.list("0");
  const size = chunksPerFile * chunkBytes;
  assert.deepEqual(listed.filter(({ file_size }) => file_size !== size), []);
  const names = new Set(listed.map(({ path }) => path));
  assert.deepEqual(files.filter((name) => !names.has(name)), []);
  for (const { path } of listed) {
    const bytes = await new Response((await artifacts.open(`0/${path}`)).body).bytes();
    assert.ok(bytes.every((byte) => byte === byteOf(path)), path);
  }
  // Opening the store has swept away what the killed server had begun.
  const left = [...Deno.readDirSync(`${home}/artifacts`)].map(({ name }) => name);
  assert.deepEqual(left.filter((name) => name !== "0"), []);
}

function byteOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 256;
}
