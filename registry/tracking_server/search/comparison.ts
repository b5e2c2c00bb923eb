/** What a comparison of a filter says. */

/** What a comparison is about. */
export type EntityType = "attribute" | "metric" | "parameter" | "tag" | "dataset";

/** One comparison of a filter. */
export interface Comparison {
  readonly type: EntityType;
  readonly key: string;
  /** As it stands in the filter, but for letters in upper case. */
  readonly comparator: string;
  /** A number, a text, or the texts of a list; absent with IS NULL and IS NOT NULL. */
  readonly value?: number | string | readonly string[];
}

/** The comparators of numbers. */
export const numberComparators = ["=", "!=", ">", ">=", "<", "<="] as const;

/** The comparators of texts. */
export const textComparators = ["=", "!=", "LIKE", "ILIKE"] as const;

/** The comparators of a text and a list. */
export const listComparators = ["IN", "NOT IN"] as const;

/** The comparators that ask whether there is a value. */
export const nullComparators = ["IS NULL", "IS NOT NULL"] as const;
