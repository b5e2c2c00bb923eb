/** What a kilowatt-hour costs in the simulated hostel. */

/** A price for a part of the local day. */
export interface TariffBand {
  /** First local hour of the band. */
  readonly fromHour: number;
  /** Local hour at which the band ends, exclusive, at most 24. */
  readonly toHour: number;
  /** Price of one kWh in the tariff's currency. */
  readonly pricePerKwh: number;
}

/** Prices by local hour of the day; the bands cover the day without overlap. */
export interface Tariff {
  /** ISO 4217 code. */
  readonly currency: string;
  /** The bands, in the order of the day. */
  readonly bands: readonly TariffBand[];
}

/** An invented tariff of the usual kind: cheap at night, dear in the morning and the evening. */
export const HOSTEL_TARIFF: Tariff = {
  currency: "UZS",
  bands: [
    { fromHour: 0, toHour: 6, pricePerKwh: 400 },
    { fromHour: 6, toHour: 9, pricePerKwh: 900 },
    { fromHour: 9, toHour: 17, pricePerKwh: 600 },
    { fromHour: 17, toHour: 22, pricePerKwh: 900 },
    { fromHour: 22, toHour: 24, pricePerKwh: 400 },
  ],
};

/**
 * The price of one kWh at a local hour of the day.
 *
 * @throws {RangeError} When no band covers the hour.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(pricePerKwh(HOSTEL_TARIFF, 17), 900);
 * ```
 */
export function pricePerKwh(tariff: Tariff, hour: number): number {
  const band = tariff.bands.find(({ fromHour, toHour }) => fromHour <= hour && hour < toHour);
  if (band === undefined) {
    throw new RangeError(`Cannot price an hour outside every band of the tariff: hour is ${hour}`);
  }
  return band.pricePerKwh;
}
