import { UsageError } from "../command.ts";
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
  check: (options) => void readWindow(options),
  async run(context, options, progress) {
    const window = readWindow(options);
    const { manifest, model } = await openDataset(context, options, progress);
    try {
      const { from, to } = window ?? lastMonth(manifest.to);
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

/** The window that the options name; `undefined` where that is left to the data. */
function readWindow(
  { from, to }: { readonly from?: string; readonly to?: string },
): { from: number; to: number } | undefined {
  if (from === undefined) {
    if (to === undefined) return undefined;
    throw new UsageError(`Cannot use --to without --from: got "${to}"`);
  }
  const start = parseDate("from", from);
  const end = to === undefined ? monthAfter(start) : parseDate("to", to);
  if (end <= start) {
    throw new UsageError(`Cannot read --to: expected a time after --from ${from}, got "${to}"`);
  }
  return { from: start, to: end };
}
