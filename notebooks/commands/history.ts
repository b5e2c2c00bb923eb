import { defineCommand } from "../../pipelines/mod.ts";
import { listVersions, versionTable } from "../versions/mod.ts";
import type { NotebookPlace } from "./place.ts";

/** `deno task notebooks history NAME`. */
export const history = defineCommand({
  syntax: {
    name: "notebooks history",
    summary: "Tells the runs of a notebook: version, parameters, status and key figures.",
    words: ["NAME"],
    options: {},
  },
  async run({ openTracking }: NotebookPlace, _options, _progress, [name]) {
    using tracking = await openTracking();
    const versions = await listVersions(tracking.registry, name);
    return {
      text: `${versions[0].notebook}\n\n${versionTable(versions)}`,
      json: { notebook: versions[0].notebook, versions },
    };
  },
});
