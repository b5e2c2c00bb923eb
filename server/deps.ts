/** What the server needs from outside: the pipelines give it, the tests give it too. */
import type { Reading } from "../data/mod.ts";
import type { StoredReport } from "../pipelines/monitoring/mod.ts";
import type {
  ExplainedEvent,
  ScoredReading,
  ServedModel,
  StoredSpan,
} from "../pipelines/realtime/mod.ts";
import type { ModelLoader } from "./engine/model_loader.ts";
import type { Reports } from "./reports/lake_reports.ts";
import type { ServedModels } from "./engine/served_models.ts";
import type { Observations } from "./observability/observations.ts";
import type { Probation } from "./releases/probation.ts";
import type { Releases } from "./releases/releases.ts";

export type { ExplainedEvent, ScoredReading, ServedModel, StoredReport };

/** What a batch scoring found on one meter. */
export interface MeterSummary {
  readonly meterId: string;
  readonly events: number;
  readonly anomalousHours: number;
  /** Start of the first scored hour, epoch milliseconds. */
  readonly from: number;
  /** End of the last scored hour, epoch milliseconds, exclusive. */
  readonly to: number;
  /** Start of its last event, epoch milliseconds; absent without one. */
  readonly lastEvent?: number;
}

/** The scored hours of one meter in a window, in time order. */
export interface MeterSeries {
  /** Starts of the hours, epoch milliseconds. */
  readonly ts: ArrayLike<number>;
  readonly kwh: ArrayLike<number>;
  /** Usual load, kWh; NaN where unknown. */
  readonly expectedKwh: ArrayLike<number>;
  readonly score: ArrayLike<number>;
  /** 0 or 1 per hour. */
  readonly label: ArrayLike<number>;
  /** Events that touch the window, in time order. */
  readonly events: readonly ExplainedEvent[];
}

/** One batch scoring: whoever reads meters and hours of the same object never mixes two. */
export interface BatchScoring {
  /** Name in the registry of the model that made it. */
  readonly model: string;
  /** Version in the registry of that model. */
  readonly version: string;
  /** The scored meters, at least one, in the order of their ids. */
  meters(): Promise<readonly MeterSummary[]>;
  /**
   * The scored hours of a meter; none for a meter or days that were not scored.
   *
   * @param from Epoch milliseconds, inclusive.
   * @param to Epoch milliseconds, exclusive.
   */
  meterSeries(meterId: string, from: number, to: number): Promise<MeterSeries>;
}

/** Everything the app reaches beyond a request. */
export interface AppDeps {
  readonly models: ServedModels;
  /** Loads and unloads what {@linkcode models} serves. */
  readonly loader: ModelLoader;
  /**
   * Scores the hours that have a reading, by meter and time. Features are computed over the
   * stored history and these readings; of two for the same meter and time the later one counts.
   *
   * @param model Of {@linkcode models}, leased for as long.
   * @param signal Drops what waits, and rejects with its reason.
   * @throws {UnknownMeterError} When a meter is not in the lake.
   * @throws {OffGridError} When a meter is never read at the time of a reading.
   */
  scoreReadings(
    model: ServedModel,
    readings: readonly Reading[],
    signal?: AbortSignal,
  ): Promise<readonly ScoredReading[]>;
  /** What is stored of a meter; undefined where there is no whole hour. */
  storedSpan(model: ServedModel, meterId: string): Promise<StoredSpan | undefined>;
  /** The monitoring reports of the dataset. */
  readonly reports: Reports;
  /** The last batch scoring; null when none was made yet. */
  latestScoring(): Promise<BatchScoring | null>;
  /** Scores readings by the version that should answer. */
  readonly releases: Releases;
  /** Told how versions answer. */
  readonly probation: Probation;
  /** Watches the requests. */
  readonly observations: Observations;
  /** Epoch milliseconds now. */
  readonly now: () => number;
  /**
   * Told of every failure that is answered with a 500.
   *
   * @param error What was thrown.
   * @param requestId The id that the sender was told.
   */
  reportFailure(error: unknown, requestId: string): void;
}
