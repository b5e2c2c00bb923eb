/** A file of made-up buildings in the layout of the LEAD dataset, for tests. */

/** First hour of the buildings, epoch milliseconds: a Friday. */
export const LEAD_START = Date.UTC(2016, 0, 1);
/** Days of the buildings. */
export const LEAD_DAYS = 35;

/**
 * Writes hourly rows of four buildings with a daily cycle and noise. Each has five labelled hours
 * at ten times the load from hour 600 on, one labelled reading of exactly 1.0 in hour 700, and an
 * empty reading in hour 650, of building 4 labelled too.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const file = await Deno.makeTempFile();
 * await writeLeadCsv(file);
 * const [header, first] = (await Deno.readTextFile(file)).split("\n");
 * assert.equal(header, "building_id,timestamp,meter_reading,anomaly");
 * assert.match(first, /^1,2016-01-01 00:00:00,[0-9.]+,0$/);
 * await Deno.remove(file);
 * ```
 */
export async function writeLeadCsv(path: string): Promise<void> {
  let state = 1;
  const noise = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const lines = [1, 2, 3, 4].flatMap((building) =>
    Array.from({ length: LEAD_DAYS * 24 }, (_, hour) => {
      const at = new Date(LEAD_START + hour * 3_600_000).toISOString();
      const time = at.slice(0, 19).replace("T", " ");
      const usual = building * (3 + Math.sin(hour * Math.PI / 12) + noise());
      const odd = hour >= 600 && hour < 605;
      if (hour === 650) return `${building},${time},,${building === 4 ? 1 : 0}`;
      if (hour === 700) return `${building},${time},1.0,1`;
      return `${building},${time},${((odd ? 10 : 1) * usual).toFixed(3)},${odd ? 1 : 0}`;
    })
  );
  await Deno.writeTextFile(
    path,
    ["building_id,timestamp,meter_reading,anomaly", ...lines].join("\n"),
  );
}
