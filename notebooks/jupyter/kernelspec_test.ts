import assert from "node:assert/strict";
import { join } from "node:path";
import { kernelspec, readKernelspec, removeKernelspec, writeKernelspec } from "./kernelspec.ts";

Deno.test("writeKernelspec() writes what Jupyter reads, and may be repeated", async () => {
  const folder = await Deno.makeTempDir();
  await writeKernelspec(folder, kernelspec("/old/deno"));
  const path = await writeKernelspec(folder, kernelspec("/new/deno"));
  assert.equal(path, join(folder, "kernels/wattbook/kernel.json"));
  assert.deepEqual(JSON.parse(await Deno.readTextFile(path)), {
    argv: ["/new/deno", "jupyter", "--kernel", "--conn", "{connection_file}"],
    display_name: "Wattbook (Deno)",
    language: "typescript",
    interrupt_mode: "message",
  });
  assert.deepEqual([...Deno.readDirSync(join(folder, "kernels/wattbook"))].length, 1);
  await Deno.remove(folder, { recursive: true });
});

Deno.test("removeKernelspec() removes ours and leaves other kernels", async () => {
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(join(folder, "kernels/deno"), { recursive: true });
  await writeKernelspec(folder, kernelspec("deno"));
  assert.equal(await removeKernelspec(folder), true);
  assert.equal(await readKernelspec(folder), undefined);
  assert.equal(await removeKernelspec(folder), false);
  assert.deepEqual([...Deno.readDirSync(join(folder, "kernels"))].map(({ name }) => name), [
    "deno",
  ]);
  await Deno.remove(folder, { recursive: true });
});
