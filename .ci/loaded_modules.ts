/** What an import really costs: every module that it loads. */
import { runCommand } from "./run_command.ts";

interface ModuleGraph {
  readonly roots: readonly string[];
  readonly modules: readonly {
    readonly specifier: string;
    readonly error?: string;
    readonly dependencies?: readonly {
      readonly code?: { readonly specifier: string };
      readonly isDynamic?: boolean;
    }[];
  }[];
}

/**
 * The specifiers of all modules and npm packages that importing `entry` loads at once; types
 * and dynamic imports load nothing. Asks `deno info`.
 *
 * @param entry Path or URL of a module.
 * @throws {Error} When one of them is missing or broken.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const entry = "data:text/typescript,import type { Rule } from './gone.ts'; export const a = 1;";
 * assert.deepEqual([...await loadedModules(entry)], [entry]);
 * ```
 */
export async function loadedModules(entry: string): Promise<ReadonlySet<string>> {
  const { code, output } = await runCommand([Deno.execPath(), "info", "--json", entry]);
  if (code !== 0) throw new Error(`Cannot list the modules of "${entry}": ${output.trim()}`);
  const graph: ModuleGraph = JSON.parse(output.slice(output.indexOf("{")));
  const modules = new Map(graph.modules.map((module) => [module.specifier, module]));
  const loaded = new Set<string>();
  const visit = (specifier: string): void => {
    if (loaded.has(specifier)) return;
    loaded.add(specifier);
    const { error, dependencies = [] } = modules.get(specifier) ?? {};
    if (error !== undefined) throw new Error(`Cannot load "${specifier}": ${error}`);
    for (const { code, isDynamic } of dependencies) {
      if (code !== undefined && isDynamic !== true) visit(code.specifier);
    }
  };
  graph.roots.forEach(visit);
  return loaded;
}
