/** The Jupyter that a person has, asked by its own program. */
import { z } from "zod";

/** What Jupyter says of itself. */
export interface JupyterFacts {
  /** Versions of its parts by name, such as `jupyterlab`; parts that are not there are left out. */
  readonly versions: Readonly<Record<string, string>>;
  /** Folders of the kernels that it finds, by their name. */
  readonly kernels: Readonly<Record<string, string>>;
}

const list = z.object({
  kernelspecs: z.record(z.string(), z.object({ resource_dir: z.string() })),
});

/**
 * Asks Jupyter for its versions and kernels; the latter are what VS Code finds, too.
 *
 * @param program Its name on `PATH`, or its path.
 * @returns `undefined` where there is no such program.
 * @throws {Error} When it cannot tell: with what it wrote to standard error.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(await askJupyter("no-such-jupyter"), undefined);
 * ```
 */
export async function askJupyter(program: string): Promise<JupyterFacts | undefined> {
  const told = await output(program, ["--version"]);
  if (told === undefined) return undefined;
  const versions = [...told.matchAll(/^(\w+)\s*: (\d\S*)$/gm)].map(([, name, one]) => [name, one]);
  const { kernelspecs } = list.parse(
    JSON.parse(await output(program, ["kernelspec", "list", "--json"]) ?? ""),
  );
  return {
    versions: Object.fromEntries(versions),
    kernels: Object.fromEntries(
      Object.entries(kernelspecs).map(([name, { resource_dir }]) => [name, resource_dir]),
    ),
  };
}

async function output(program: string, args: string[]): Promise<string | undefined> {
  try {
    const command = new Deno.Command(program, { args, stdin: "null" });
    const { success, stdout, stderr } = await command.output();
    if (success) return new TextDecoder().decode(stdout);
    throw new Error(
      `Cannot ask Jupyter as "${program} ${args.join(" ")}" failed: ${
        new TextDecoder().decode(stderr).trim()
      }`,
    );
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
