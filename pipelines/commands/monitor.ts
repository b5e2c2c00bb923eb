import { dirname, join } from "node:path";
import { readLateLabels } from "../../data/mod.ts";
import { UsageError } from "../command.ts";
import { monthAfter } from "../steps/months.ts";
import type { Report } from "../monitoring/report.ts";
import { type CommandResult, defineCommand } from "./command.ts";
import { parseDate } from "./date_option.ts";
import { MODEL_OPTIONS } from "./model_options.ts";

/** `deno task monitor`: reports what is different in a window. */
export const monitor = defineCommand({
  syntax: {
    name: "monitor",
    words: ["REFERENCE", "CURRENT"],
    wordsOptional: true,
    summary: "Reports what is different in a window from what the model was trained on, or with " +
      "--check in a file from another. Exit code: 0 no drift, 2 drift, 1 where it cannot be told " +
      "or anything failed.",
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
      sections: {
        type: "string",
        placeholder: "NAMES",
        description: "Sections of the report, separated by commas (default: all)",
      },
      labels: {
        type: "string",
        placeholder: "FILE",
        description: "What is known by now: CSV of meter_id, start, end and label (1 or 0), in UTC",
      },
      payloads: {
        type: "boolean",
        description: "Judge what a server was asked to score, in place of what is stored",
      },
      check: {
        type: "boolean",
        description: "Compare two CSV or Parquet files of any kind instead, without a model",
      },
      html: {
        type: "string",
        placeholder: "FILE",
        description: "Write the report there too, as a page",
      },
      markdown: {
        type: "string",
        placeholder: "FILE",
        description: "Write the summary there too, as Markdown",
      },
    },
  },
  check(options) {
    readWindow(options);
    const unused = (["from", "sections", "labels", "payloads"] as const).find((name) =>
      options[name] !== undefined && options[name] !== false
    );
    if (options.check && unused !== undefined) {
      throw new UsageError(`Cannot use --${unused} with --check`);
    }
  },
  async run(context, options, progress, words) {
    if (options.check !== words.length > 0) {
      throw new UsageError(
        `Cannot run "monitor": expected REFERENCE and CURRENT with --check alone, got [${
          words.join(" ")
        }]`,
      );
    }
    // Only this command draws: the others need not load what draws.
    const { checkFiles, makeReport, renderers, reportFile } = await import(
      "../monitoring/mod.ts"
    );
    if (options.check) {
      const [reference, current] = words;
      const report = await checkFiles(context, { reference, current }, progress);
      return await finished(report, options, []);
    }
    const sections = await chosenSections(options.sections);
    const { dataset, model, payloads } = options;
    const labels = options.labels === undefined
      ? undefined
      : await readLateLabels(context.db, options.labels);
    const request = { dataset, model, window: readWindow(options), labels, payloads };
    const report = await makeReport(context, request, sections, progress);
    const { home } = context.config;
    const page = reportFile(home, dataset, report.id, renderers.html.extension);
    return await finished(report, options, [`\nReport ${page}`]);
  },
});

/** Writes a report where the options say, and ends the command with its summary. */
async function finished(
  report: Report,
  files: { readonly html?: string; readonly markdown?: string },
  notes: readonly string[],
): Promise<CommandResult> {
  const { exitCode, plainReport, renderers: { html, markdown } } = await import(
    "../monitoring/mod.ts"
  );
  const summary = markdown.render(report);
  if (files.html !== undefined) await writeWhole(files.html, html.render(report));
  if (files.markdown !== undefined) await writeWhole(files.markdown, summary);
  return {
    text: [summary.trimEnd(), ...notes].join("\n"),
    json: plainReport(report),
    code: exitCode(report),
  };
}

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

/** The sections of these names, in the order of the report. */
async function chosenSections(list: string | undefined) {
  const { sections } = await import("../monitoring/mod.ts");
  if (list === undefined) return sections;
  const names = list.split(",").map((name) => name.trim());
  const unknown = names.find((wanted) => !sections.some(({ name }) => name === wanted));
  if (unknown !== undefined) {
    const known = sections.map(({ name }) => name).join(", ");
    throw new UsageError(`Cannot read --sections: expected names among ${known}, got "${unknown}"`);
  }
  return sections.filter(({ name }) => names.includes(name));
}

/** Writes a file beside its place and renames it, so that nobody reads half of it. */
async function writeWhole(path: string, text: string): Promise<void> {
  const part = join(dirname(path), `.${crypto.randomUUID()}`);
  await Deno.writeTextFile(part, text);
  await Deno.rename(part, path);
}
