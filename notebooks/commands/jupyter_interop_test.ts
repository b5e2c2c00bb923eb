import assert from "node:assert/strict";
import { delimiter, dirname, join } from "node:path";

const PYTHON = Deno.env.get("WATTBOOK_INTEROP_PYTHON") ?? "python3";
const PROGRAM = new URL("../main.ts", import.meta.url).pathname;

Deno.test("notebooks jupyter installs a kernel that a real Jupyter finds", async () => {
  const data = await Deno.makeTempDir();
  const env = {
    JUPYTER_DATA_DIR: data,
    PATH: dirname(PYTHON) + delimiter + Deno.env.get("PATH"),
  };
  assert.equal((await jupyter(env, "--check")).code, 1);
  const { code, text } = await jupyter(env);
  assert.equal(code, 0);
  assert.match(text, /\nJupyterLab \d+\.\d+\.\d+ is on PATH\n/);
  assert.ok(
    text.includes(`\nJupyter finds the kernel in ${join(data, "kernels/wattbook")}\n`),
    text,
  );
  assert.deepEqual(await jupyter(env, "--check"), { code, text });
  await Deno.remove(data, { recursive: true });
});

async function jupyter(env: Record<string, string>, ...args: string[]) {
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", PROGRAM, "jupyter", ...args],
    env,
  }).output();
  return { code, text: new TextDecoder().decode(stdout) };
}
