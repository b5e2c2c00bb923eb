import assert from "node:assert/strict";
import { join } from "node:path";
import { askJupyter } from "./ask_jupyter.ts";

// As jupyter_core 5.9 and jupyter_client 8.10 print it.
const ANSWERS = `#!/bin/sh
case "$*" in
  --version) printf '%s\\n' 'Selected Jupyter core packages...' 'IPython          : 9.18.1' \\
    'jupyterlab       : 4.5.0' 'notebook         : not installed' ;;
  *) echo '{"kernelspecs":{"python3":{"resource_dir":"/v/python3","spec":{"argv":["python"]}}}}' ;;
esac
`;

Deno.test("askJupyter() reads the versions and kernels that Jupyter tells", async () => {
  await withProgram(ANSWERS, async (program) => {
    assert.deepEqual(await askJupyter(program), {
      versions: { IPython: "9.18.1", jupyterlab: "4.5.0" },
      kernels: { python3: "/v/python3" },
    });
  });
});

Deno.test("askJupyter() passes on why Jupyter cannot answer", async () => {
  await withProgram(
    "#!/bin/sh\necho 'No module named jupyter_core' >&2\nexit 1\n",
    async (program) => {
      await assert.rejects(askJupyter(program), {
        message:
          `Cannot ask Jupyter as "${program} --version" failed: No module named jupyter_core`,
      });
    },
  );
});

async function withProgram(script: string, use: (program: string) => Promise<void>) {
  const folder = await Deno.makeTempDir();
  const program = join(folder, "jupyter");
  await Deno.writeTextFile(program, script, { mode: 0o755 });
  await use(program);
  await Deno.remove(folder, { recursive: true });
}
