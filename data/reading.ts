/** The smallest fact of the project: energy used in one interval. */

/** Energy one meter counted in one interval. A missing interval is missing, never 0. */
export interface Reading {
  /** The meter, unique within a dataset. */
  readonly meterId: string;
  /** Start of the interval, epoch milliseconds (UTC). */
  readonly ts: number;
  /** Energy used in the interval, kWh. */
  readonly kwh: number;
}
