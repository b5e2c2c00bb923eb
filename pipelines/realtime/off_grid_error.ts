/** A reading at a time at which its meter is never read. */
export interface OffGridReading {
  /** Among those sent. */
  readonly place: number;
  /** Epoch milliseconds. */
  readonly ts: number;
  /** Of its meter. */
  readonly intervalMinutes: number;
}

/** Readings were sent for times at which their meters are never read. */
export class OffGridError extends Error {
  override name = "OffGridError" as const;

  /** @param readings All of them, at least one, in their order. */
  constructor(readonly readings: readonly OffGridReading[]) {
    const [{ place, ts, intervalMinutes }] = readings;
    super(
      `Cannot score reading ${place}: expected a time on its meter's grid of ${intervalMinutes} minutes, got ${
        new Date(ts).toISOString()
      }`,
    );
  }
}
