import { join, resolve } from "node:path";
import { type CommandResult, defineCommand, UsageError } from "../../pipelines/mod.ts";
import {
  askJupyter,
  folderConfig,
  jupyterDataFolder,
  KERNEL_NAME,
  kernelspec,
  kernelspecFolder,
  readKernelspec,
  removeKernelspec,
  writeKernelspec,
} from "../jupyter/mod.ts";
import type { NotebookPlace } from "./place.ts";

const GET_JUPYTER = "No Jupyter is on PATH: in a virtual environment, " +
  '"python3 -m venv .venv && .venv/bin/pip install jupyterlab" installs it and ' +
  '".venv/bin/jupyter lab" starts it. VS Code needs none, only its extensions Jupyter and Deno.';

/** `deno task notebooks jupyter`. */
export const jupyter = defineCommand({
  syntax: {
    name: "notebooks jupyter",
    summary: "Makes the kernel known to Jupyter and VS Code.",
    options: {
      check: { type: "boolean", description: "Only tell what is installed; exit 1 where it lacks" },
      remove: { type: "boolean", description: "Take it away again" },
      folder: {
        type: "string",
        placeholder: "DIR",
        description: "Let notebooks in a folder outside the project import by its names, too",
      },
    },
  },
  check({ check, remove, folder }) {
    if ([check, remove, folder !== undefined].filter(Boolean).length > 1) {
      throw new UsageError("Cannot set up Jupyter: expected one of --check, --remove and --folder");
    }
  },
  async run({ folder, userFolders = {} }: NotebookPlace, options) {
    const data = jupyterDataFolder(userFolders, Deno.build.os);
    if (options.remove) {
      const removed = await removeKernelspec(data);
      return {
        text: removed ? `Removed ${kernelspecFolder(data)}` : "There was no kernel to remove",
        json: { removed },
      };
    }
    if (options.folder !== undefined) {
      const path = join(resolve(options.folder), "deno.json");
      const project = resolve(folder, "..", "deno.json");
      const text = folderConfig(await Deno.readTextFile(project), project);
      await writeNew(path, text);
      return { text: path, json: { path } };
    }
    if (!options.check) await writeKernelspec(data, kernelspec(Deno.execPath()));
    const { ready, ...told } = await tell(data);
    return { ...told, code: options.check && !ready ? 1 : 0 };
  },
});

/** A configuration that a person wrote is not ours to change. */
async function writeNew(path: string, text: string): Promise<void> {
  try {
    await Deno.writeTextFile(path, text, { createNew: true });
  } catch (cause) {
    if (!(cause instanceof Deno.errors.AlreadyExists)) throw cause;
    throw new Error(
      `Cannot write ${path} as one is there: add the imports of the project's deno.json to it`,
      { cause },
    );
  }
}

/** What is installed, and what to do about what is not. */
async function tell(data: string): Promise<CommandResult & { ready: boolean }> {
  const folder = kernelspecFolder(data);
  const spec = await readKernelspec(data);
  const deno = spec === undefined ? undefined : await versionOf(spec.argv[0]);
  const found = await askJupyter("jupyter");
  const seen = found?.kernels[KERNEL_NAME];
  const lines = [
    spec === undefined
      ? 'The kernel is not installed: "deno task notebooks jupyter" installs it'
      : `The kernel ${KERNEL_NAME} is in ${folder}`,
    ...(spec === undefined ? [] : [
      deno === undefined
        ? `It cannot start as there is no ${spec.argv[0]}: install it again`
        : `It starts ${spec.argv[0]}, ${deno}`,
    ]),
    ...(found === undefined ? [GET_JUPYTER] : [
      found.versions.jupyterlab === undefined
        ? 'Jupyter is there without JupyterLab: "pip install jupyterlab" adds it'
        : `JupyterLab ${found.versions.jupyterlab} is on PATH`,
      seen === undefined
        ? "Jupyter does not find the kernel: JUPYTER_DATA_DIR may differ where it runs"
        : `Jupyter finds the kernel in ${seen}`,
    ]),
  ];
  return {
    text: lines.join("\n"),
    json: {
      kernel: spec === undefined ? null : { folder, deno: deno ?? null },
      jupyter: found ?? null,
    },
    ready: deno !== undefined && seen !== undefined,
  };
}

/** What `deno --version` says first; `undefined` where there is no such program. */
async function versionOf(deno: string): Promise<string | undefined> {
  try {
    const { stdout } = await new Deno.Command(deno, { args: ["--version"] }).output();
    return new TextDecoder().decode(stdout).split("\n", 1)[0];
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
