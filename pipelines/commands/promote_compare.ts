import {
  compareSides,
  type Comparison,
  comparisonMarkdown,
  comparisonPage,
  gatherSide,
} from "../../registry/mod.ts";
import { UsageError } from "../command.ts";
import { defineCommand } from "./command.ts";
import { REGISTERED_MODEL } from "./promotion_options.ts";

const FORMATS: Readonly<Record<string, (comparison: Comparison) => string>> = {
  markdown: comparisonMarkdown,
  json: (comparison) => JSON.stringify(comparison, null, 2),
  html: comparisonPage,
};

/** `deno task promote compare`: tells two versions apart. */
export const promoteCompare = defineCommand({
  syntax: {
    name: "promote compare",
    summary: "Shows where two versions differ; each is a number, an alias or a run id.",
    words: ["A", "B"],
    options: {
      model: REGISTERED_MODEL,
      format: {
        type: "string",
        placeholder: "FORMAT",
        description: Object.keys(FORMATS).join(", "),
        default: "markdown",
      },
    },
  },
  check({ format }) {
    if (Object.hasOwn(FORMATS, format)) return;
    throw new UsageError(
      `Cannot read --format: expected ${Object.keys(FORMATS).join(", ")}, got "${format}"`,
    );
  },
  async run({ registry }, { model, format }, _progress, [a, b]) {
    const comparison = compareSides(
      model,
      await gatherSide(registry, model, a),
      await gatherSide(registry, model, b),
    );
    return { text: FORMATS[format](comparison), json: comparison };
  },
});
