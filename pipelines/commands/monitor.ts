import { driftSummary } from "../steps/drift_summary.ts";
import { driftTable } from "../steps/drift_table.ts";
import { monitor as monitorWindow } from "../steps/monitoring.ts";
import { lastMonth, monthAfter } from "../steps/months.ts";
import { defineCommand } from "./command.ts";
import { parseDate } from "./date_option.ts";
import { MODEL_OPTIONS } from "./model_options.ts";
import { openDataset } from "./open_dataset.ts";

/** `deno task monitor`: reports drift of a window. */
export const monitor = defineCommand({
  syntax: {
    name: "monitor",
    summary: "Compares the features of a window with those the model was trained on.",
    options: {
      ...MODEL_OPTIONS,
      from: {
        type: "string",
        placeholder: "DATE",
        description: "First day of the window (default: the last whole month)",
      },
      to: {
        type: "string",
        placeholder: "DATE",
        description: "End of the window, exclusive (default: a month after --from)",
      },
    },
  },
  async run(context, options, progress) {
    const first = options.from === undefined ? undefined : parseDate("from", options.from);
    const end = options.to === undefined ? undefined : parseDate("to", options.to);
    const { manifest, model } = await openDataset(context, options, progress);
    try {
      const from = first ?? lastMonth(manifest.to).from;
      const to = end ?? monthAfter(from);
      const report = await monitorWindow(
        context,
        model,
        { dataset: options.dataset, from, to },
        progress,
      );
      return { text: `${driftTable(report)}\n${driftSummary(report)}`, json: report };
    } finally {
      await model.session.close();
    }
  },
});
