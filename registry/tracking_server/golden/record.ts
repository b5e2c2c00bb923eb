/**
 * Records what MLflow's own server answers to the corpus:
 * `deno run --allow-all registry/tracking_server/golden/record.ts PYTHON`, where PYTHON has the
 * packages of `.ci/requirements.txt`.
 *
 * @module
 */

import { corpora } from "./corpus/mod.ts";
import { withMlflowServer } from "../../tracking_server_fixture.ts";
import { type Answered, type Fetch, play } from "./play.ts";
import { recordings, recordingText } from "./recording.ts";

/**
 * What a server answers to the whole corpus, by resource.
 *
 * @param address Of a server that keeps nothing yet.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const refuse = () => new Response(null, { status: 404 });
 * await assert.rejects(record("http://localhost", refuse), /Cannot keep experiment_id/);
 * ```
 */
export async function record(
  address: string,
  fetch: Fetch,
): Promise<ReadonlyMap<string, Answered[]>> {
  const answers = new Map<string, Answered[]>();
  for (const corpus of corpora) answers.set(corpus.resource, await play(corpus, address, fetch));
  return answers;
}

if (import.meta.main) {
  const home = await Deno.makeTempDir();
  await withMlflowServer({ home, python: Deno.args[0] }, async (address) => {
    for (const [resource, answers] of await record(address, fetch)) {
      await Deno.writeTextFile(new URL(`${resource}.jsonl`, recordings), recordingText(answers));
    }
  });
  await Deno.remove(home, { recursive: true });
}
