/** The contract of the change detectors: a value at a time, and the moment at which it drifts. */

/** What a detector remembers; plain JSON data. */
export interface ChangeState {
  /** Number of values so far, missing ones included. */
  readonly seen: number;
  /** Number of changes so far. */
  readonly changes: number;
  /** Place of the value that first told a change, from 0; null before. */
  readonly first: number | null;
}

/** What usual values are like, and how rare a false alarm has to be. */
export interface UsualValues {
  /** @default {0} */
  readonly mean?: number;
  /** Standard deviation, above 0. @default {1} */
  readonly deviation?: number;
  /**
   * How many values pass on average until a false alarm, if usual ones are normal and independent:
   * values that follow one another, such as hours, raise more of them. At least 10.
   *
   * @default {10000}
   */
  readonly averageRunLength?: number;
}

/** Finds changes of the mean in values that come one after another. */
export interface ChangeDetector<State extends ChangeState = ChangeState> {
  /** Snake-case name, unique among the change detectors. */
  readonly name: string;
  /** What is remembered before the first value. */
  start(): State;
  /**
   * What is remembered after one more value; `state` stays as it was. A missing value, `NaN`, counts
   * as seen and is else passed over. After a change the search begins anew.
   *
   * @throws {RangeError} When the value is infinite.
   */
  update(state: State, value: number): State;
}
