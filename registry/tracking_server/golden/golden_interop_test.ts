import assert from "node:assert/strict";
import { withMlflowServer } from "../../tracking_server_fixture.ts";
import { record } from "./record.ts";
import { readRecording, recordings, recordingText } from "./recording.ts";

const python = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";

Deno.test("MLflow's own server still answers the corpus as recorded", async () => {
  const home = await Deno.makeTempDir();
  await withMlflowServer({ home, python }, async (address) => {
    for (const [resource, answers] of await record(address, fetch)) {
      const recorded = await Deno.readTextFile(new URL(`${resource}.jsonl`, recordings));
      assert.deepEqual(readRecording(recordingText(answers)), readRecording(recorded), resource);
    }
  });
  await Deno.remove(home, { recursive: true });
});
