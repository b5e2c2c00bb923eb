import { join } from "node:path";
import { defineCommand, UsageError } from "../../pipelines/mod.ts";
import { downloadArtifact, getRun } from "../../registry/mod.ts";
import { parseNotebook, writeNotebook } from "../documents/mod.ts";
import { FILES, listVersions, pickVersion } from "../versions/mod.ts";
import type { NotebookPlace } from "./place.ts";

/** `deno task notebooks restore NAME --version VERSION`. */
export const restore = defineCommand({
  syntax: {
    name: "notebooks restore",
    summary: "Gets a notebook back as it was when it ran.",
    words: ["NAME"],
    options: {
      version: {
        type: "string",
        placeholder: "VERSION",
        description: "Digest of the version or id of the run, as notebooks history tells it; " +
          "four digits are enough",
      },
      executed: {
        type: "boolean",
        description: "With the outputs of that run, in place of the file that was run",
      },
      output: {
        type: "string",
        placeholder: "FILE",
        description: "Where it goes, else to its name among the notebooks",
      },
      force: { type: "boolean", description: "Replace the file that is there" },
    },
  },
  check({ version }) {
    if (version === undefined) {
      throw new UsageError("Cannot restore a notebook: expected --version VERSION, got none");
    }
  },
  async run({ folder, openTracking }: NotebookPlace, options, _progress, [name]) {
    using tracking = await openTracking();
    const { registry } = tracking;
    const version = pickVersion(await listVersions(registry, name), options.version!);
    const output = options.output ?? join(folder, `${version.notebook}.ipynb`);
    if (!options.force && await exists(output)) {
      throw new Error(
        `Cannot restore ${version.notebook} as a file must be replaced only with --force: ${output} exists`,
      );
    }
    const { artifactUri } = await getRun(registry, version.runId);
    const path = options.executed ? FILES.executed : FILES.source;
    const bytes = await downloadArtifact(registry, artifactUri, path);
    await writeNotebook(output, parseNotebook(new TextDecoder().decode(bytes)));
    return { text: output, json: { notebook: version.notebook, version, output } };
  },
});

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.lstat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
