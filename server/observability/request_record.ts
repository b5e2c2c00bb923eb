/** What is known of an answered request: the shape of a log line, and of a slow request. */

/** The version that scored, and how much. */
export interface ScoredBy {
  /** Name in the registry. */
  readonly model: string;
  readonly version: string;
  /** Rows that were scored. */
  readonly rows: number;
}

/** One answered request. */
export interface RequestRecord {
  /** When its head arrived, epoch milliseconds. */
  readonly at: number;
  readonly requestId: string;
  readonly method: string;
  /** Path of the route, with `:name` for parameters; of the request where no route is there. */
  readonly route: string;
  readonly status: number;
  /** Milliseconds until the answer's head. */
  readonly ms: number;
  /** Milliseconds of its parts, by their names, where it was traced. */
  readonly parts: Readonly<Record<string, number>>;
  /** Absent where nothing was scored. */
  readonly scoredBy?: ScoredBy;
  /** What was told to the sender, where the request was refused. */
  readonly error?: string;
  /** Whether the worker stopped that scored. @default {false} */
  readonly workerLost?: boolean;
}
