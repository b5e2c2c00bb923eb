import assert from "node:assert/strict";
import { join } from "node:path";
import { scriptOutput } from "./python_script_fixture.ts";
import { trackingServers } from "./tracking_server_fixture.ts";

const python = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";

function script(name: string): URL {
  return new URL(name, import.meta.url);
}

for (const [name, withServer] of Object.entries(trackingServers)) {
  Deno.test(`MLflow's Python client finds what it expects of ${name}`, async () => {
    const home = await Deno.makeTempDir();
    const model = join(home, "model.onnx");
    await scriptOutput(python, script("interop_model.py"), model);
    await withServer({ home, python, now: Date.now }, async (address) => {
      const output = await scriptOutput(python, script("interop_client.py"), address, model);
      assert.equal(output.trim().split("\n").at(-1), "done");
    });
    await Deno.remove(home, { recursive: true });
  });
}
