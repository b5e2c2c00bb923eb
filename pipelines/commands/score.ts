import { scoreLake } from "../steps/score_lake.ts";
import { defineCommand } from "./command.ts";
import { MODEL_OPTIONS } from "./model_options.ts";
import { openDataset } from "./open_dataset.ts";

/** `deno task score`: scores a dataset of the lake. */
export const score = defineCommand({
  syntax: {
    name: "score",
    summary: "Scores every hour of a dataset and writes scores and events as Parquet.",
    options: MODEL_OPTIONS,
  },
  async run(context, options, progress) {
    const { model } = await openDataset(context, options, progress);
    try {
      const record = await progress.step(
        "score",
        (onProgress) => scoreLake(context, model, options.dataset, onProgress),
      );
      return {
        text: `${record.rows} hours scored with version ${record.version}: ` +
          `${record.anomalous_hours} anomalous hours in ${record.events} events`,
        json: record,
      };
    } finally {
      await model.session.close();
    }
  },
});
