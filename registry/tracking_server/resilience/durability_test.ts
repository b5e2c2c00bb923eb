import assert from "node:assert/strict";
import { createExperiment, searchExperiments } from "../../client/mod.ts";
import { openEmbeddedTracking } from "../embedded.ts";

const writer = `
  import { createExperiment } from "${new URL("../../client/mod.ts", import.meta.url)}";
  import { openEmbeddedTracking } from "${new URL("../embedded.ts", import.meta.url)}";
  const tracking = openEmbeddedTracking({ home: Deno.args[0], now: () => 0 });
  for (let i = 0;; i++) {
    await createExperiment(tracking.client, { name: "e" + i });
    await Deno.stdout.write(new TextEncoder().encode(i + "\\n"));
  }
`;

/** Lets a process create experiments, kills it after some, and tells the last it was told of. */
async function lastAcknowledged(home: string, after: number): Promise<number> {
  const script = await Deno.makeTempFile({ dir: home, suffix: ".ts" });
  await Deno.writeTextFile(script, writer);
  const config = new URL("../../../deno.json", import.meta.url).pathname;
  const process = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--config", config, script, home],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  let text = "";
  for await (const chunk of process.stdout.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (text.split("\n").length > after) break;
  }
  process.kill("SIGKILL");
  await process.status;
  return Number(text.trim().split("\n").at(-1));
}

Deno.test("a killed process loses no acknowledged write, and the store opens again", async () => {
  const home = await Deno.makeTempDir();
  const last = await lastAcknowledged(home, 50);
  assert.ok(last >= 49);
  {
    using tracking = openEmbeddedTracking({ home, now: () => 0 });
    const experiments = await Array.fromAsync(searchExperiments(tracking.client));
    const names = new Set(experiments.map(({ name }) => name));
    for (let i = 0; i <= last; i++) assert.ok(names.has(`e${i}`), `e${i}`);
    await createExperiment(tracking.client, { name: "afterwards" });
  }
  await Deno.remove(home, { recursive: true });
});
