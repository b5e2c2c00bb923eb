import {
  defaultTerms,
  findVersion,
  promote as promoteVersion,
  sameMargin,
} from "../../registry/mod.ts";
import { UsageError } from "../command.ts";
import { defineCommand } from "./command.ts";
import { moveResult } from "./move_result.ts";
import { MOVE_OPTIONS } from "./promotion_options.ts";

/** `deno task promote`: gives a version an alias if the gates let it. */
export const promote = defineCommand({
  syntax: {
    name: "promote",
    summary: "Points an alias at a version (number, alias or run id) that passes every gate; " +
      "see also promote rollback, promote compare and promote history.",
    words: ["VERSION"],
    options: {
      ...MOVE_OPTIONS,
      reason: { type: "string", placeholder: "TEXT", description: "Why; must be given" },
      "allow-signature-change": {
        type: "boolean",
        description: "The inputs or outputs are meant to change",
      },
      "allow-other-rows": {
        type: "boolean",
        description: "It was judged on other rows, so that figures cannot be compared",
      },
      margin: {
        type: "number",
        description: "How much lower each figure may be than before",
        min: 0,
        max: 1,
        default: defaultTerms.maxFall.event_f1,
      },
      "max-bytes": {
        type: "number",
        description: "Largest model.onnx",
        whole: true,
        min: 1,
        default: defaultTerms.maxModelBytes,
      },
      "max-ms": {
        type: "number",
        description: "Longest time to score 1000 rows, milliseconds",
        min: 0,
        default: defaultTerms.maxScoringMs,
      },
    },
  },
  check({ reason }) {
    if (reason === undefined) {
      throw new UsageError("Cannot promote: expected --reason with why, got none");
    }
  },
  async run({ registry, now }, options, _progress, [word]) {
    const { model: name, alias, reason = "", by } = options;
    const version = await findVersion(registry, name, word);
    if (version === undefined) {
      throw new RangeError(
        `Cannot promote run ${word}: expected one that made a version of "${name}"`,
      );
    }
    return await moveResult(promoteVersion(registry, {
      name,
      version: version.version,
      alias,
      reason,
      by,
      id: crypto.randomUUID().slice(0, 8),
      now: now(),
      terms: {
        ...defaultTerms,
        maxModelBytes: options["max-bytes"],
        maxScoringMs: options["max-ms"],
        maxFall: sameMargin(options.margin),
        signatureMayChange: options["allow-signature-change"],
        dataMayDiffer: options["allow-other-rows"],
      },
    }));
  },
});
