import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import {
  type ImportNote,
  type ImportOutcome,
  importRuns,
  openSource,
} from "../../registry/import/mod.ts";
import { UsageError } from "../command.ts";
import { lockFolder } from "../folder_lock.ts";
import { INTERRUPTED_CODE, listenForInterruption } from "../interruption.ts";
import { defineCommand } from "./command.ts";

/** `deno task mlflow import`: takes over what another tracking server or an `mlruns` folder holds. */
export const mlflowImport = defineCommand({
  syntax: {
    name: "mlflow import",
    summary: "Imports the experiments, runs and models of an mlruns folder or another tracking " +
      "server (http://…); run it again to go on after an interruption.",
    words: ["SOURCE"],
    options: {
      experiment: {
        type: "string",
        description: "Only the experiment of this name, and the versions of its models",
        placeholder: "NAME",
      },
    },
  },
  async run({ config, registry, trackingPlace }, { experiment }, progress, [address]) {
    const source = await openSource(address);
    if (source.place === config.tracking?.uri) {
      throw new UsageError(
        `Cannot import "${source.place}": expected another server than that of MLFLOW_TRACKING_URI`,
      );
    }
    const folder = join(config.home, "import");
    await mkdir(folder, { recursive: true });
    // Two at once would each make the runs that the other has not made yet.
    using _turn = await lockFolder(folder);
    using interruption = listenForInterruption();
    const outcome = await progress.step(
      `Import ${source.place}`,
      (report) =>
        importRuns(source, registry, {
          experiment,
          verify: config.tracking === undefined ? "bytes" : "sizes",
          signal: interruption.signal,
          report,
        }),
    );
    return {
      text: summary(outcome, trackingPlace),
      json: { source: source.place, target: trackingPlace, ...outcome },
      code: outcome.interrupted ? INTERRUPTED_CODE : outcome.problems.length > 0 ? 1 : 0,
    };
  },
});

function summary(outcome: ImportOutcome, target: string): string {
  const counts = [
    ["experiments", outcome.experiments],
    ["runs", outcome.runs],
    ["logged models", outcome.loggedModels],
    ["registered models", outcome.registeredModels],
    ["model versions", outcome.versions],
  ] as const;
  const { metrics, files, bytes } = outcome;
  return [
    ...outcome.interrupted ? ["Interrupted; the same command goes on from here"] : [],
    `In ${target}:`,
    ...counts.map(([name, { imported, before }]) =>
      `  ${name.padEnd(18)}${String(imported).padStart(7)} imported${
        String(before).padStart(8)
      } there before`
    ),
    `  with ${metrics} metric values and ${files} files of ${bytes} bytes`,
    ...notes("Left out", outcome.skipped),
    ...notes("Not imported, tried again the next time", outcome.problems),
  ].join("\n");
}

function notes(title: string, list: readonly ImportNote[]): string[] {
  if (list.length === 0) return [];
  return [`${title}:`, ...list.map(({ place, reason }) => `  ${place}: ${reason}`)];
}
