import { ingest as ingestSource } from "../steps/ingest.ts";
import { defineCommand } from "./command.ts";
import { chooseSource, DATA_OPTIONS, SEED_OPTION } from "./data_options.ts";

/** `deno task ingest`: brings a dataset into the lake. */
export const ingest = defineCommand({
  syntax: {
    name: "ingest",
    summary: "Brings readings into the lake: load, check, clean, store.",
    options: {
      ...DATA_OPTIONS,
      seed: SEED_OPTION,
    },
  },
  check(options) {
    chooseSource(options, options.seed);
  },
  async run(context, options, progress) {
    const { manifest, issues, kept, source } = await ingestSource(
      context,
      chooseSource(options, options.seed),
      progress,
    );
    const found = Object.entries(issues).map(([rule, count]) => `${count} ${rule}`).join(", ");
    return {
      text: [
        `${manifest.dataset} from ${source}: ${manifest.readings} readings of ${manifest.meters} meters${
          kept ? ", already in the lake" : ""
        }`,
        `issues: ${found || "none"}; rows set aside: ${manifest.rejected}`,
      ].join("\n"),
      json: {
        dataset: manifest.dataset,
        source,
        readings: manifest.readings,
        meters: manifest.meters,
        rejected: manifest.rejected,
        issues,
      },
    };
  },
});
