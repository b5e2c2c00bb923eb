/** The contract of everything readings can come from. */

import type { Database } from "../duckdb/mod.ts";

/** Where the bytes of a loaded source came from this time. */
export type Provenance = "mirror" | "origin" | "cache" | "synthetic" | "file";

/** What a source needs from outside. */
export interface LoadContext {
  /** Wattbook's home; downloads are kept in `<home>/sources/<dataset>/`. */
  readonly home: string;
  /** A directory or http(s) URL that stands in for every origin: `<mirror>/<dataset>/<path>`. */
  readonly mirror?: string;
  /** The network. */
  readonly fetch: typeof globalThis.fetch;
  /** Never reach for the origin. @default {false} */
  readonly offline?: boolean;
  /** Called with the share done, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
  /** Stops the load. */
  readonly signal?: AbortSignal;
}

/** What a load brought. */
export interface LoadedSource {
  /** Name of the dataset: lower-case letters, digits and hyphens. */
  readonly dataset: string;
  /** Where its bytes came from. */
  readonly source: Provenance;
  /** SHA-256 (hex) that changes with any byte or option that can change a row. */
  readonly digest: string;
  /** Number of meters loaded. */
  readonly meters: number;
  /** Number of raw rows loaded. */
  readonly readings: number;
}

/** One place readings come from. */
export interface Source {
  /** Name of the dataset: lower-case letters, digits and hyphens. */
  readonly name: string;
  /** One line for people. */
  readonly title: string;
  /** Under which terms the data may be used. */
  readonly licence: string;
  /** Where the data is published. */
  readonly origin: string;
  /**
   * Fills `raw_readings`, `meters` and `weather`, replacing them. No row of the source is
   * dropped or changed; times become UTC.
   */
  load(db: Database, context: LoadContext): Promise<LoadedSource>;
}
