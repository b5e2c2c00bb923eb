/** A Python environment of the interop tests: made once, cached by what is in it. */
import { runCommand } from "./run_command.ts";

/** A Python program that is new enough. */
export interface Python {
  /** Program name or path. */
  readonly program: string;
  /** As in `3.12.1`. */
  readonly version: string;
}

/** The oldest minor version of Python 3 that every pinned package supports. */
const oldestMinor = 11;

/**
 * The first of `programs` that is Python 3.11 or later and can make environments.
 *
 * @param programs Names or paths, the preferred first.
 * @param newestMinor The newest minor version of Python 3 that will do; any by default.
 * @throws {Error} When there is none; the message says what each of them lacks.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await assert.rejects(findPython(["no-such-python"]), /no-such-python: not found/);
 * ```
 */
export async function findPython(
  programs: readonly string[],
  { newestMinor = Infinity }: { readonly newestMinor?: number } = {},
): Promise<Python> {
  const source = `import sys; print(".".join(map(str, sys.version_info[:3]))); import ensurepip`;
  const reasons: string[] = [];
  for (const program of programs) {
    try {
      const { code, output } = await runCommand([program, "-c", source]);
      const version = output.split("\n")[0];
      const [major, minor] = version.split(".").map(Number);
      const fits = major === 3 && minor >= oldestMinor && minor <= newestMinor;
      if (!fits) reasons.push(`${program}: ${version}`);
      else if (code !== 0) reasons.push(`${program}: no ensurepip (Debian's python3-venv)`);
      else return { program, version };
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
      reasons.push(`${program}: not found`);
    }
  }
  const newest = newestMinor === Infinity ? "or later" : `to 3.${newestMinor}`;
  throw new Error(
    `Cannot run the interop tests as they need Python 3.${oldestMinor} ${newest}: ` +
      reasons.join(", "),
  );
}

/**
 * The name of the environment's folder: a digest of the pins and of the Python that fills it.
 *
 * @param pins Text of the requirements file.
 * @param version Version of Python.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await environmentName("onnx==1.0.0\n", "3.12.1"), "venv-701373e68eed");
 * ```
 */
export async function environmentName(pins: string, version: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${version}\n${pins}`);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `venv-${digest.toHex().slice(0, 12)}`;
}

/**
 * Makes the environment in `folder` unless it is there whole, and returns its Python. The
 * marker is written last, so that an installation that was interrupted is made anew. (A
 * virtual environment cannot be moved into place: its programs hold its path.) Nothing is
 * installed but what the file names, so that it can pin a package without what that asks for.
 *
 * @param folder Where the environment lies or will lie.
 * @param python What to make it with.
 * @param requirements Path of the requirements file.
 * @param onOutput Told what the installation says.
 * @throws {Error} When Python or pip fails; the message holds their last line.
 */
export async function ensureEnvironment(
  folder: string,
  python: Python,
  requirements: string,
  onOutput: (text: string) => void,
): Promise<string> {
  const inside = `${folder}/bin/python`;
  const marker = `${folder}/complete`;
  if (await exists(marker)) return inside;
  if (await exists(folder)) await Deno.remove(folder, { recursive: true });
  await Deno.mkdir(folder, { recursive: true });
  const steps = [
    [python.program, "-m", "venv", folder],
    [inside, "-m", "pip", "install", "--progress-bar", "off", "--no-deps", "-r", requirements],
  ];
  for (const step of steps) {
    const { code, output } = await runCommand(step, { onOutput });
    if (code === 0) continue;
    throw new Error(
      `Cannot make the Python environment in "${folder}" as "${step.join(" ")}" ended with ` +
        `${code}: ${output.trim().split("\n").at(-1)}`,
    );
  }
  await Deno.writeTextFile(marker, "");
  return inside;
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
