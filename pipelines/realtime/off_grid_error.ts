/** A reading was sent for a time at which its meter is never read. */
export class OffGridError extends Error {
  override name = "OffGridError" as const;

  /**
   * @param place Of the reading among those sent.
   * @param ts Its time, epoch milliseconds.
   * @param intervalMinutes Of its meter.
   */
  constructor(readonly place: number, readonly ts: number, readonly intervalMinutes: number) {
    super(
      `Cannot score reading ${place}: expected a time on its meter's grid of ${intervalMinutes} minutes, got ${
        new Date(ts).toISOString()
      }`,
    );
  }
}
