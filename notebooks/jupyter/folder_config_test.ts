import assert from "node:assert/strict";
import { join } from "node:path";
import { startKernel } from "../runner/kernel.ts";
import { folderConfig } from "./folder_config.ts";

const PROJECT = join(import.meta.dirname!, "../../deno.json");

Deno.test("folderConfig() lets a notebook outside the project import by the project's names", async () => {
  const folder = await Deno.makeTempDir();
  const text = folderConfig(await Deno.readTextFile(PROJECT), PROJECT);
  await Deno.writeTextFile(join(folder, "deno.json"), text);
  {
    await using kernel = await startKernel({ cwd: folder, now: Date.now });
    const { outputs, error } = await kernel.execute(
      'import { sql } from "wattbook";\nimport { from } from "arquero";\n' +
        "console.log(typeof sql, from([{ a: 1 }]).numRows())",
      60_000,
    );
    assert.equal(error?.evalue, undefined);
    assert.deepEqual(outputs, [{ output_type: "stream", name: "stdout", text: "function 1\n" }]);
  }
  await Deno.remove(folder, { recursive: true });
});
