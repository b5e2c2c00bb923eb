import { UsageError } from "../command.ts";
import { evaluationTable } from "../steps/evaluation_table.ts";
import { train as trainModel } from "../steps/training.ts";
import { defineCommand } from "./command.ts";
import { chooseSource, DATA_OPTIONS, SEED_OPTION } from "./data_options.ts";
import { parseDate } from "./date_option.ts";
import { chosenThreshold, THRESHOLD_OPTION } from "./threshold_option.ts";

/** What MLflow takes as the name of a model, registered and logged. */
const MODEL_NAME = /^[^/:.%"']+$/;

/** `deno task train`: trains, evaluates and registers a model. */
export const train = defineCommand({
  syntax: {
    name: "train",
    summary:
      "Trains the ensemble, evaluates it, logs it to MLflow; makes it the champion if no gate refuses.",
    options: {
      ...DATA_OPTIONS,
      model: {
        type: "string",
        placeholder: "NAME",
        description: "Registered model",
        default: "energy-anomaly",
      },
      until: {
        type: "string",
        placeholder: "DATE",
        description: "Use only readings before this date",
      },
      seed: SEED_OPTION,
      threshold: { ...THRESHOLD_OPTION, default: "f_beta" },
    },
  },
  check({ model, until, ...options }) {
    if (!MODEL_NAME.test(model)) {
      throw new UsageError(
        `Cannot read --model: expected a name without / : . % " and ', got "${model}"`,
      );
    }
    if (until !== undefined) parseDate("until", until);
    chosenThreshold(options);
    chooseSource(options, options.seed);
  },
  async run(context, options, progress) {
    const summary = await trainModel(context, {
      source: chooseSource(options, options.seed),
      model: options.model,
      until: options.until === undefined ? undefined : parseDate("until", options.until),
      seed: options.seed,
      threshold: chosenThreshold(options),
    }, progress);
    const { evaluation, split } = summary;
    return {
      text: [
        evaluationTable(evaluation),
        `labels: ${evaluation.labels}`,
        `${split.train.length} training, ${split.validation.length} validation and ${split.test.length} test meters`,
        `models:/${options.model}/${summary.version} is now ${summary.alias}; run ${summary.runId} in ${context.trackingPlace}`,
        ...(summary.refusal === undefined ? [] : [summary.refusal]),
      ].join("\n"),
      json: {
        run_id: summary.runId,
        model: options.model,
        version: summary.version,
        alias: summary.alias,
        ...(summary.refusal === undefined ? {} : { refusal: summary.refusal }),
        training_rows: summary.trainingRows,
        parity_max_abs_diff: summary.parityMaxAbsDiff,
        evaluation,
      },
    };
  },
});
