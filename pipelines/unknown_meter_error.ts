/** Readings were sent for meters that nobody has registered. */
export class UnknownMeterError extends Error {
  override name = "UnknownMeterError" as const;

  /** @param meterIds All of them, at least one, in the order of the readings. */
  constructor(readonly meterIds: readonly string[]) {
    const [first, ...others] = meterIds;
    const [more, them] = others.length === 0 ? ["", "it"] : [` and ${others.length} more`, "them"];
    super(`Cannot score readings of meter "${first}"${more} as the lake does not know ${them}`);
  }
}
