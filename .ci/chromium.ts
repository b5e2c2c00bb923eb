/** Finds Chromium, or installs Debian's where that is possible. */
import { runCommand } from "./run_command.ts";

/** Names under which the browser is installed. */
const programs = ["chromium", "chromium-browser", "google-chrome"];

/**
 * The first of `programs` that lies in one of the folders of `path`, or `undefined`.
 *
 * @param path Folders divided by `:`, as in the variable `PATH`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await findProgram(["no-such-browser"], "/usr/bin:/bin"), undefined);
 * ```
 */
export async function findProgram(
  programs: readonly string[],
  path: string,
): Promise<string | undefined> {
  for (const program of programs) {
    for (const folder of path.split(":").filter((folder) => folder !== "")) {
      try {
        const file = await Deno.stat(`${folder}/${program}`);
        if (file.isFile) return `${folder}/${program}`;
      } catch (error) {
        if (
          !(error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory)
        ) {
          throw error;
        }
      }
    }
  }
}

/**
 * The path of Chromium. Where it is missing, root on Debian has it installed.
 *
 * @param path Folders divided by `:`, as in the variable `PATH`.
 * @param onOutput Told what the installation says.
 * @throws {Error} When there is no Chromium and it cannot be installed.
 */
export async function ensureChromium(
  path: string,
  onOutput: (text: string) => void,
): Promise<string> {
  const found = await findProgram(programs, path);
  if (found !== undefined) return found;
  const apt = await findProgram(["apt-get"], path);
  if (apt === undefined || Deno.uid() !== 0) {
    throw new Error(
      `Cannot run the interop tests as they need Chromium: none of ${programs.join(", ")} is on ` +
        "PATH, and only root on Debian can have it installed here",
    );
  }
  for (const step of [[apt, "update"], [apt, "install", "-y", "chromium"]]) {
    const { code } = await runCommand(step, {
      env: { DEBIAN_FRONTEND: "noninteractive" },
      onOutput,
    });
    if (code !== 0) {
      throw new Error(`Cannot install Chromium as "${step.join(" ")}" ended with ${code}`);
    }
  }
  const installed = await findProgram(programs, path);
  if (installed === undefined) {
    throw new Error(`Cannot find Chromium on PATH after its installation: PATH is ${path}`);
  }
  return installed;
}
