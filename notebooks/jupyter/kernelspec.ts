/** The Deno kernel as Jupyter finds it: https://jupyter-client.readthedocs.io/en/latest/kernels.html */
import { join } from "node:path";
import { readJsonFile } from "../../pipelines/mod.ts";

/** The name by which notebooks and commands ask for the kernel. */
export const KERNEL_NAME = "wattbook";

/** What Jupyter reads of `kernel.json`. */
export interface Kernelspec {
  /** The program and its arguments. */
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly language: string;
  readonly interrupt_mode?: "signal" | "message";
}

/**
 * The kernelspec that starts a Deno. `deno jupyter --install` leaves `interrupt_mode` out, so that
 * the stop button sends a SIGINT, which ends Deno's kernel and all of its variables. Asked by a
 * message, the kernel ends a computation that runs and keeps them; code that waits goes on, and what
 * comes after it waits too until the kernel is started again. Deno answers no such message, for which
 * VS Code waits ten seconds.
 *
 * @param deno Path of the Deno program.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(kernelspec("/usr/bin/deno").argv[0], "/usr/bin/deno");
 * ```
 */
export function kernelspec(deno: string): Kernelspec {
  return {
    argv: [deno, "jupyter", "--kernel", "--conn", "{connection_file}"],
    display_name: "Wattbook (Deno)",
    language: "typescript",
    interrupt_mode: "message",
  };
}

/**
 * The folder of the kernelspec below Jupyter's data folder.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(kernelspecFolder("/data"), "/data/kernels/wattbook");
 * ```
 */
export function kernelspecFolder(dataFolder: string): string {
  return join(dataFolder, "kernels", KERNEL_NAME);
}

/**
 * Writes a kernelspec, in place of the one that is there.
 *
 * @returns Path of its file.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const folder = await Deno.makeTempDir();
 * await writeKernelspec(folder, kernelspec("deno"));
 * assert.deepEqual(await readKernelspec(folder), kernelspec("deno"));
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export async function writeKernelspec(dataFolder: string, spec: Kernelspec): Promise<string> {
  const folder = kernelspecFolder(dataFolder);
  await Deno.mkdir(folder, { recursive: true });
  const path = join(folder, "kernel.json");
  await Deno.writeTextFile(`${path}.part`, `${JSON.stringify(spec, null, 2)}\n`);
  await Deno.rename(`${path}.part`, path);
  return path;
}

/**
 * The kernelspec that is installed; `undefined` where there is none.
 *
 * @throws {SyntaxError} When its file is not JSON.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await readKernelspec("/nowhere"), undefined);
 * ```
 */
export async function readKernelspec(dataFolder: string): Promise<Kernelspec | undefined> {
  return await readJsonFile<Kernelspec>(join(kernelspecFolder(dataFolder), "kernel.json"));
}

/**
 * Removes the kernelspec.
 *
 * @returns Whether there was one.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await removeKernelspec("/nowhere"), false);
 * ```
 */
export async function removeKernelspec(dataFolder: string): Promise<boolean> {
  try {
    await Deno.remove(kernelspecFolder(dataFolder), { recursive: true });
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
