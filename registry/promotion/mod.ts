/**
 * Promotion: the only way an alias moves, through gates and with a record.
 *
 * @module
 */

export { judgedFigures } from "./facts.ts";
export type { Finding } from "./gate.ts";
export { type History, type PastMove, readHistory } from "./history.ts";
export type { GateFinding } from "./judge.ts";
export type { Mover } from "./move_alias.ts";
export type { Move } from "./moves.ts";
export { promote, type Promotion, type PromotionRequest } from "./promote.ts";
export { PromotionRefusedError } from "./promotion_refused_error.ts";
export { rollBack } from "./roll_back.ts";
export { defaultTerms, type PromotionTerms, sameMargin } from "./terms.ts";
