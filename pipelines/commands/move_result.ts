/** What a command says of a move of an alias, made or refused. */
import { findingsTable, type Promotion, PromotionRefusedError } from "../../registry/mod.ts";
import type { CommandResult } from "./command.ts";

const REFUSED = 1;

/**
 * Tells every gate with number and limit, then the move or why there was none. A refusal ends with 1.
 *
 * @throws {Error} What the move fails with beside a refusal.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { PromotionRefusedError } from "../../registry/mod.ts";
 * const refusal = new PromotionRefusedError("Cannot promote", []);
 * const { code, json } = await moveResult(Promise.reject(refusal));
 * assert.deepEqual([code, json], [1, { moved: false, refusal: "Cannot promote: ", findings: [] }]);
 * ```
 */
export async function moveResult(moving: Promise<Promotion>): Promise<CommandResult> {
  try {
    const { move, findings } = await moving;
    const { name, alias, from, to } = move;
    const before = from === undefined ? "" : `; before, it was version ${from}`;
    return {
      text: `${findingsTable(findings)}\n\n${alias} of ${name} is now version ${to}${before}`,
      json: { moved: true, move, findings },
    };
  } catch (error) {
    if (!(error instanceof PromotionRefusedError)) throw error;
    const { message, findings } = error;
    return {
      text: `${findingsTable(findings)}\n\n${message}`,
      json: { moved: false, refusal: message, findings },
      code: REFUSED,
    };
  }
}
