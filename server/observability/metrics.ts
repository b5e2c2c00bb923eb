/** What the server counts and measures, in Prometheus' text format. */
import client from "prom-client";

/** Seconds from a fast row to a slow page of readings. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Rows that run together. */
const ROWS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096, 16384];
/** Scores are calibrated to [0, 1]. */
const SCORES = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1];

/** The labels of a version. */
const VERSION = ["model", "version"];

/** A version by its name and number. */
export interface VersionLabels {
  readonly model: string;
  readonly version: string;
}

/** An answered request. */
export interface AnsweredRequest {
  /** Path of the route, with `:name` for parameters; not that of the request, of which there are any number. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

/** A batch that has run. */
export interface RanBatch extends VersionLabels {
  readonly rows: number;
  /** How long its first request waited for it. */
  readonly waitedSeconds: number;
  readonly ranSeconds: number;
}

/** What is looked at when the metrics are read. */
export interface MeasuredState {
  /** The loaded versions, with whether they answer by their name alone. */
  readonly versions: readonly (VersionLabels & { readonly answering: boolean })[];
  /** The verdict of each section of the last drift report: 1 drift, 0 none; those unknown are left out. */
  readonly drift: Readonly<Record<string, 0 | 1>>;
}

/** A request may name any method, too. */
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
const OTHER_METHOD = "other";

/** A request may ask to load any name, and each label of its own is kept for good. */
const MOST_URIS = 100;
const OTHER_URI = "other";

/** The metrics of one server. */
export interface Metrics {
  answered(request: AnsweredRequest): void;
  ran(batch: RanBatch): void;
  /** A request that was turned away or given up, by its reason, in snake case. */
  rejected(reason: string): void;
  /** Scores of a version in [0, 1], with 1 for each that was marked. */
  scored(version: VersionLabels, scores: ArrayLike<number>, labels: ArrayLike<number>): void;
  /** What a URI stands for was loaded, or could not be; beyond a hundred they are counted as one. */
  loaded(uri: string, ok: boolean): void;
  /** The text format, version 0.0.4, with its media type. */
  read(state: MeasuredState): Promise<{ readonly text: string; readonly contentType: string }>;
}

/**
 * Creates the metrics of a server, all zero. Names and units follow Prometheus' conventions:
 * `wattbook_…_seconds`, `…_total`.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const metrics = createMetrics();
 * metrics.rejected("queue_full");
 * const { text } = await metrics.read({ versions: [], drift: {} });
 * assert.match(text, /^wattbook_rejections_total\{reason="queue_full"\} 1$/m);
 * ```
 */
export function createMetrics(): Metrics {
  const registry = new client.Registry();
  const registers = [registry];
  const histogram = (name: string, help: string, buckets: number[], labelNames = VERSION) =>
    new client.Histogram({ name, help, buckets, labelNames, registers });
  const counter = (name: string, help: string, labelNames: string[]) =>
    new client.Counter({ name, help, labelNames, registers });
  const gauge = (name: string, help: string, labelNames: string[]) =>
    new client.Gauge({ name, help, labelNames, registers });

  const requests = histogram(
    "wattbook_request_duration_seconds",
    "Time from a request's head to its answer's",
    SECONDS,
    ["route", "method", "status"],
  );
  const batchRows = histogram("wattbook_batch_rows", "Rows that ran together", ROWS);
  const waits = histogram(
    "wattbook_queue_wait_seconds",
    "Time the first request of a batch waited for it to run",
    SECONDS,
  );
  const runs = histogram(
    "wattbook_batch_duration_seconds",
    "Time a batch ran in ONNX Runtime",
    SECONDS,
  );
  const scores = histogram("wattbook_score", "Anomaly scores, from 0 to 1", SCORES);
  const rejections = counter(
    "wattbook_rejections_total",
    "Requests that were turned away or given up",
    ["reason"],
  );
  const marked = counter(
    "wattbook_anomalous_rows_total",
    "Scored rows at or above the threshold",
    VERSION,
  );
  const loads = counter(
    "wattbook_model_loads_total",
    "Versions that were loaded, or failed to",
    ["uri", "outcome"],
  );
  const uris = new Set<string>();
  const versions = gauge(
    "wattbook_model_loaded",
    "1 for each loaded version; answering says whether its name alone asks for it",
    [...VERSION, "answering"],
  );
  const drift = gauge(
    "wattbook_drift",
    "Verdict of a section of the last drift report: 1 drift, 0 none",
    ["section"],
  );

  return {
    answered({ route, method: asked, status, seconds }) {
      const method = METHODS.includes(asked) ? asked : OTHER_METHOD;
      requests.observe({ route, method, status: String(status) }, seconds);
    },
    ran({ rows, waitedSeconds, ranSeconds, model, version }) {
      const labels = { model, version };
      batchRows.observe(labels, rows);
      waits.observe(labels, waitedSeconds);
      runs.observe(labels, ranSeconds);
    },
    rejected: (reason) => rejections.inc({ reason }),
    scored({ model, version }, values, labels) {
      const child = scores.labels({ model, version });
      let count = 0;
      for (let i = 0; i < values.length; i++) {
        child.observe(values[i]);
        if (labels[i] === 1) count++;
      }
      marked.inc({ model, version }, count);
    },
    loaded(uri, ok) {
      if (uris.size < MOST_URIS) uris.add(uri);
      loads.inc({ uri: uris.has(uri) ? uri : OTHER_URI, outcome: ok ? "loaded" : "failed" });
    },
    async read(state) {
      versions.reset();
      for (const { model, version, answering } of state.versions) {
        versions.set({ model, version, answering: String(answering) }, 1);
      }
      drift.reset();
      for (const [section, verdict] of Object.entries(state.drift)) drift.set({ section }, verdict);
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}
