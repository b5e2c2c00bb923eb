/**
 * Simulated meters: a seeded hostel and labelled faults on top of any hourly series, for tests,
 * evaluation and machines without real data.
 *
 * @module
 */

export {
  type HostelMeter,
  type HostelOccupancy,
  type HostelOptions,
  type HostelReadings,
  type SimulatedHostel,
  simulateHostel,
} from "./hostel.ts";
export { HOSTEL_TARIFF, pricePerKwh, type Tariff, type TariffBand } from "./tariff.ts";
export type { HostelWeather } from "./weather.ts";
export type {
  Fault,
  FaultContext,
  FaultSeries,
  FaultWindow,
  FaultySeries,
} from "./faults/fault.ts";
export { type FaultName, faults } from "./faults/mod.ts";
export {
  type InjectedFault,
  type InjectedReadings,
  injectFaults,
  type InjectionOptions,
} from "./inject_faults.ts";
export type { ReadingColumns } from "./meter_series.ts";
