/** The signature in the text of an `MLmodel` file. */

import { z } from "zod";
import type { Signature } from "./facts.ts";

const columns = z.array(z.object({
  name: z.string().default(""),
  type: z.string(),
  required: z.boolean().default(true),
  "tensor-spec": z.unknown().optional(),
}));

/**
 * Reads names and types of inputs and outputs. Two forms are known: that of our own packages, a
 * JSON string on one line, and that of MLflow, single quotes over one line or more.
 *
 * @returns Nothing when there is no signature, or none in one of these forms.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const text = `signature:
 *   inputs: '[{"type": "double", "name": "hour", "required": true}]'
 *   outputs: '[{"type": "float", "name": "score", "required": true}]'
 * `;
 * assert.deepEqual(readSignature(text), { inputs: ["hour: double"], outputs: ["score: float"] });
 * ```
 */
export function readSignature(mlmodel: string): Signature | undefined {
  const [, block] = /^signature:\n((?: .*\n?)+)/m.exec(mlmodel) ?? [];
  const inputs = readSide(block, "inputs");
  const outputs = readSide(block, "outputs");
  return inputs && outputs && { inputs, outputs };
}

function readSide(block = "", side: keyof Signature): string[] | undefined {
  const [, double, single] =
    new RegExp(`^  ${side}: (?:(".*")|'((?:[^']|'')*)')$`, "m").exec(block) ?? [];
  const text = double === undefined ? single && unfolded(single) : parsed(double);
  const read = typeof text === "string" ? columns.safeParse(parsed(text)) : undefined;
  return read?.data?.map(columnText);
}

/** YAML folds a quoted text at spaces and doubles its quotes. */
function unfolded(text: string): string {
  return text.replaceAll(/\n +/g, " ").replaceAll("''", "'");
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function columnText(column: z.infer<typeof columns>[number]): string {
  const { name, type, required, "tensor-spec": tensor } = column;
  const kind = tensor === undefined ? type : `${type} ${JSON.stringify(tensor)}`;
  return `${name || "unnamed"}: ${kind}${required ? "" : ", optional"}`;
}
