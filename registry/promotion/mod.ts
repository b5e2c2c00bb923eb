/**
 * Promotion: the only way an alias moves, through gates and with a record.
 *
 * @module
 */

export { compareSides, type Comparison } from "./comparison/compare_sides.ts";
export { comparisonMarkdown } from "./comparison/comparison_markdown.ts";
export { comparisonPage } from "./comparison/comparison_page.ts";
export { gatherSide, type Side } from "./comparison/side.ts";
export { findVersion } from "./find_version.ts";
export { findingsTable } from "./findings_table.ts";
export type { Finding } from "./gate.ts";
export { type History, type PastMove, readHistory } from "./history.ts";
export { historyTable } from "./history_table.ts";
export type { GateFinding } from "./judge.ts";
export { markdownTable } from "./markdown_table.ts";
export type { Mover } from "./move_alias.ts";
export type { Move } from "./moves.ts";
export { promote, type Promotion, type PromotionRequest } from "./promote.ts";
export { PromotionRefusedError } from "./promotion_refused_error.ts";
export { rollBack } from "./roll_back.ts";
export { defaultTerms, judgedFigures, type PromotionTerms, sameMargin } from "./terms.ts";
