/** The contract of a data-quality check. */

/** What a check found: a stretch of one meter's time that breaks one rule. */
export interface Issue {
  /** The meter concerned. */
  readonly meterId: string;
  /** Start of the first interval concerned, epoch milliseconds (UTC). */
  readonly from: number;
  /** End of the last interval concerned, exclusive, epoch milliseconds (UTC). */
  readonly to: number;
  /** Name of the check. */
  readonly rule: string;
  /** How many rows (or missing intervals) are concerned. */
  readonly count: number;
}

/**
 * One rule over the readings. A check reports; it never changes or drops a row. Its answer
 * does not depend on the order of the tables' rows (only `source_row` tells the source's
 * order), and one meter's rows never change another meter's issues.
 */
export interface Check {
  /** Name, in snake case; the `rule` of its issues. */
  readonly name: string;
  /** One sentence for people, with every threshold. */
  readonly describes: string;
  /**
   * A `SELECT` of `meter_id, from_ts, to_ts, count` over `raw_readings` (rows as the source
   * gave them), `clean_readings` (one finite value per meter and time) and `meters`.
   */
  readonly sql: string;
}
