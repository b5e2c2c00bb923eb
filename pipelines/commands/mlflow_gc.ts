import { collectGarbage, type Garbage } from "../../registry/mod.ts";
import { defineCommand } from "./command.ts";

const day = 24 * 60 * 60 * 1000;

/** `deno task mlflow gc`: removes for good what was deleted, and frees the names of experiments. */
export const mlflowGc = defineCommand({
  syntax: {
    name: "mlflow gc",
    summary: "Removes deleted runs, experiments and logged models for good, with their artifacts.",
    options: {
      "older-than": {
        type: "number",
        description: "Only what was deleted at least so many days ago",
        placeholder: "DAYS",
        min: 0,
        default: 0,
      },
      "dry-run": { type: "boolean", description: "Only tell what would be removed" },
    },
  },
  async run({ registry, trackingPlace, now }, options, progress) {
    const dryRun = options["dry-run"];
    const days = options["older-than"];
    const scope = days === 0 ? {} : { deletedBefore: Math.floor(now() - days * day) };
    const garbage = await progress.step(
      `Look through ${trackingPlace}`,
      () => collectGarbage(registry, { ...scope, dryRun }),
    );
    return { text: summary(garbage, dryRun), json: { dryRun, ...garbage } };
  },
});

function summary(garbage: Garbage, dryRun: boolean): string {
  const { runs, experiments, loggedModels, kept, artifactsLeft } = garbage;
  const counts = [
    `${experiments.length} experiments`,
    `${runs.length} runs`,
    `${loggedModels.length} logged models`,
  ];
  return [
    `${dryRun ? "Would remove" : "Removed"} ${counts.join(", ")}`,
    ...kept.map(({ kind, id, reason }) => `  kept ${kind.replace("_", " ")} ${id}: ${reason}`),
    ...artifactsLeft.map((uri) => `  not removed, as it lies elsewhere: ${uri}`),
  ].join("\n");
}
