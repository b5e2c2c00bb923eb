/**
 * Our kernel in a Jupyter that is installed: where its description goes and what Jupyter says to it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { kernelspec, readKernelspec, writeKernelspec } from "./mod.ts";
 * const data = await Deno.makeTempDir();
 * await writeKernelspec(data, kernelspec(Deno.execPath()));
 * assert.equal((await readKernelspec(data))?.argv[0], Deno.execPath());
 * await Deno.remove(data, { recursive: true });
 * ```
 *
 * @module
 */
export { askJupyter, type JupyterFacts } from "./ask_jupyter.ts";
export { jupyterDataFolder } from "./data_folder.ts";
export { folderConfig } from "./folder_config.ts";
export {
  KERNEL_NAME,
  type Kernelspec,
  kernelspec,
  kernelspecFolder,
  readKernelspec,
  removeKernelspec,
  writeKernelspec,
} from "./kernelspec.ts";
