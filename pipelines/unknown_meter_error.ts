/** Readings were sent for a meter that nobody has registered. */
export class UnknownMeterError extends Error {
  override name = "UnknownMeterError" as const;

  constructor(readonly meterId: string) {
    super(`Cannot score readings of meter "${meterId}" as the lake does not know it`);
  }
}
