/** A seeded student hostel with hourly meters in rooms of two, four and six beds. */

import { drawHabits, roomLoad } from "./load.ts";
import { residentsPerDay } from "./occupancy.ts";
import { type Random, randomStream } from "./random.ts";
import { DAY_MS, HOSTEL_SITE, HOUR_MS, localDay, localDayStart, localHour } from "./site.ts";
import { HOSTEL_TARIFF, type Tariff } from "./tariff.ts";
import { type HostelWeather, simulateWeather } from "./weather.ts";

/** Floor area of a room in m², by its number of beds. */
const AREA_M2: Readonly<Record<number, number>> = { 2: 14, 4: 24, 6: 34 };
/** Lost transmissions: the chance per hour that one begins and that it goes on. */
const OUTAGE = { begins: 0.0003, goesOn: 0.7 } as const;

/** What to simulate. */
export interface HostelOptions {
  /** Same seed, same hostel. */
  readonly seed: number;
  /** First hour, epoch milliseconds UTC. */
  readonly start: number;
  /** Days to simulate. @default {730} */
  readonly days?: number;
  /** Rooms of each size. @default {8} */
  readonly roomsPerSize?: number;
}

/** A room and its meter. */
export interface HostelMeter {
  /** `room-<beds>-<number>`. */
  readonly meterId: string;
  readonly siteId: string;
  /** IANA time zone. */
  readonly timeZone: string;
  readonly intervalMinutes: number;
  readonly kind: "room";
  readonly beds: number;
  readonly areaM2: number;
}

/** Readings as columns, by meter and then time; missing hours are absent. */
export interface HostelReadings {
  readonly meterId: string[];
  /** Start of the hour, epoch milliseconds UTC. */
  readonly ts: Float64Array;
  /** Energy used in the hour. */
  readonly kwh: Float64Array;
}

/** Residents at home as columns, one element per room and local day. */
export interface HostelOccupancy {
  readonly meterId: string[];
  /** Local midnight at which the day begins, epoch milliseconds UTC. */
  readonly ts: Float64Array;
  readonly residents: Uint8Array;
}

/** A simulated hostel. */
export interface SimulatedHostel {
  readonly meters: HostelMeter[];
  readonly readings: HostelReadings;
  readonly weather: HostelWeather;
  readonly tariff: Tariff;
  readonly occupancy: HostelOccupancy;
}

/**
 * Simulates a hostel: who is at home (terms, vacations, weekends), the weather, and what every
 * room uses hour by hour. Nothing in it is anomalous but lost hours; see `injectFaults()`.
 *
 * @throws {RangeError} When `start` is not a whole hour, or a count is not a positive integer.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const hostel = simulateHostel({ seed: 7, start: Date.UTC(2024, 0, 1), days: 2, roomsPerSize: 1 });
 * assert.deepEqual(hostel.meters.map((meter) => meter.meterId), [
 *   "room-2-01",
 *   "room-4-01",
 *   "room-6-01",
 * ]);
 * assert.equal(hostel.weather.ts.length, 48);
 * ```
 */
export function simulateHostel(options: HostelOptions): SimulatedHostel {
  const { seed, start, days = 730, roomsPerSize = 8 } = options;
  requirePositiveInteger("days", days);
  requirePositiveInteger("roomsPerSize", roomsPerSize);
  if (start % HOUR_MS !== 0) {
    throw new RangeError(`Cannot start a hostel within an hour: start is ${start} ms`);
  }
  const meters = Object.keys(AREA_M2).map(Number).flatMap((beds) =>
    Array.from({ length: roomsPerSize }, (_, i) => hostelMeter(beds, i + 1))
  );
  const weather = simulateWeather(start, 24 * days, seed);
  const firstDay = localDay(start);
  const localDays = localDay(start + days * DAY_MS - 1) - firstDay + 1;
  const rooms = meters.map((meter) => {
    const residents = residentsPerDay(meter, firstDay, localDays, seed);
    return { meter, residents, ...roomReadings(meter, residents, weather, seed) };
  });
  return {
    meters,
    readings: {
      meterId: rooms.flatMap(({ meter, ts }) => new Array<string>(ts.length).fill(meter.meterId)),
      ts: Float64Array.from(rooms.flatMap((room) => room.ts)),
      kwh: Float64Array.from(rooms.flatMap((room) => room.kwh)),
    },
    weather,
    tariff: HOSTEL_TARIFF,
    occupancy: {
      meterId: meters.flatMap(({ meterId }) => new Array<string>(localDays).fill(meterId)),
      ts: Float64Array.from(
        { length: meters.length * localDays },
        (_, i) => localDayStart(firstDay + (i % localDays)),
      ),
      residents: Uint8Array.from(rooms.flatMap((room) => [...room.residents])),
    },
  };
}

function hostelMeter(beds: number, number: number): HostelMeter {
  return {
    meterId: `room-${beds}-${String(number).padStart(2, "0")}`,
    siteId: HOSTEL_SITE.siteId,
    timeZone: HOSTEL_SITE.timeZone,
    intervalMinutes: 60,
    kind: "room",
    beds,
    areaM2: AREA_M2[beds],
  };
}

/** The readings that arrive from one room; the load is drawn also for hours that get lost. */
function roomReadings(
  meter: HostelMeter,
  residents: Uint8Array,
  weather: HostelWeather,
  seed: number,
): { ts: number[]; kwh: number[] } {
  const random = randomStream(seed, `${meter.meterId} load`);
  const lost = outages(randomStream(seed, `${meter.meterId} outages`));
  const habits = drawHabits(meter.beds, random);
  const firstDay = localDay(weather.ts[0]);
  const ts: number[] = [];
  const kwh: number[] = [];
  for (let i = 0; i < weather.ts.length; i++) {
    const day = localDay(weather.ts[i]);
    const load = roomLoad(
      {
        day,
        hour: localHour(weather.ts[i]),
        residents: residents[day - firstDay],
        temperatureC: weather.temperatureC[i],
      },
      habits,
      random,
    );
    if (lost()) continue;
    ts.push(weather.ts[i]);
    kwh.push(load);
  }
  return { ts, kwh };
}

/** Says hour after hour whether the reading is lost; a loss lasts 3.3 hours on average. */
function outages(random: Random): () => boolean {
  let lost = false;
  return function next() {
    lost = random() < (lost ? OUTAGE.goesOn : OUTAGE.begins);
    return lost;
  };
}

function requirePositiveInteger(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(
      `Cannot simulate a hostel as ${name} must be a positive integer: current value is ${value}`,
    );
  }
}
