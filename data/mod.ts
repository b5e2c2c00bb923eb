/**
 * Where readings come from, how they are checked and stored. A load goes
 * source → `cleanReadings()` → `runChecks()` → `writeLake()` → `openLake()`.
 *
 * DuckDB itself is behind `data/duckdb/mod.ts`: this face loads no native driver.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openDatabase } from "./duckdb/mod.ts";
 * import { cleanReadings, openLake, runChecks, sources, writeLake } from "./mod.ts";
 *
 * const home = await Deno.makeTempDir();
 * await using db = await openDatabase();
 * const hostel = sources.syntheticHostel({ seed: 1, start: Date.UTC(2024, 0, 1), days: 14 });
 * const loaded = await hostel.load(db, { home, fetch });
 * await cleanReadings(db);
 * const issues = await runChecks(db);
 * await writeLake(db, { home, loaded, issues });
 *
 * const lake = await openLake(db, home, "synthetic-hostel");
 * const [row] = await db.rows<{ rooms: number }>(
 *   "SELECT count(DISTINCT meter_id) AS rooms FROM readings",
 * );
 * assert.equal(row.rooms, lake.meters);
 * await Deno.remove(home, { recursive: true });
 * ```
 *
 * @module
 */

export type { Check, Issue } from "./checks/check.ts";
export { checks } from "./checks/mod.ts";
export { runChecks, type RunChecksOptions } from "./checks/run_checks.ts";
export { type CleanCounts, cleanReadings } from "./clean_readings.ts";
export type {
  AppendColumn,
  Cell,
  Columns,
  Database,
  DatabaseOptions,
  Float32Rows,
  ReadOptions,
  SqlParams,
} from "./duckdb/mod.ts";
export { type HeldColumn, heldColumns } from "./held_columns.ts";
export type { LakeFile, LakeManifest } from "./lake/manifest.ts";
export { openLake, readManifest } from "./lake/open_lake.ts";
export { verifyLake } from "./lake/verify_lake.ts";
export { writeLake, type WriteLakeOptions } from "./lake/write_lake.ts";
export type { Building, Meter, Room } from "./meter.ts";
export type { Reading } from "./reading.ts";
export { createRawTables, dropRelation } from "./relations.ts";
export type { DatasetManifest } from "./sources/dataset_files.ts";
export { type OpenedSource, openSource } from "./open_source.ts";
export { type ColumnKind, openTable, type TableColumn } from "./open_table.ts";
export { type LabelledTable, readLabelledTable } from "./sources/labelled_table.ts";
export { type LateLabel, readLateLabels } from "./sources/late_labels.ts";
export { sources } from "./sources/mod.ts";
export { DigestMismatchError } from "./sources/settle.ts";
export type { LoadContext, LoadedSource, Provenance, Source } from "./sources/source.ts";
export { SourceUnreachableError } from "./sources/source_unreachable.ts";
export type { SyntheticHostelOptions } from "./sources/synthetic_hostel.ts";
export type { TableFileOptions } from "./sources/table_file.ts";
export { sqlName } from "./sql_name.ts";
export { sqlString } from "./sql_string.ts";
export {
  type Fault,
  type FaultContext,
  type FaultName,
  faults,
  type FaultSeries,
  type FaultWindow,
  type FaultySeries,
  HOSTEL_TARIFF,
  type HostelMeter,
  type HostelOccupancy,
  type HostelOptions,
  type HostelReadings,
  type HostelWeather,
  type InjectedFault,
  type InjectedReadings,
  injectFaults,
  type InjectionOptions,
  pricePerKwh,
  type ReadingColumns,
  type SimulatedHostel,
  simulateHostel,
  type Tariff,
  type TariffBand,
} from "./synthetic/mod.ts";
