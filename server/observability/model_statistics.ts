/** What each version has answered and how long it took, as Triton's statistics extension counts it. */
import type { VersionLabels } from "./metrics.ts";
import type { RequestRecord } from "./request_record.ts";

/** How often something was done, and how long that took altogether. */
export interface Duration {
  readonly count: number;
  readonly ms: number;
}

/** Parts of the requests of a version. */
const PARTS = ["success", "fail", "queue", "input", "infer", "output"] as const;

/** The statistics of one version. */
export interface VersionStatistics extends VersionLabels {
  /** When a request was last answered by it, epoch milliseconds; 0 before the first. */
  readonly lastAt: number;
  /** Rows that were scored for senders. */
  readonly rows: number;
  /** Batches that ran, those for nobody's request too. */
  readonly batches: number;
  /**
   * `success` and `fail` are whole requests; of the successful ones, `queue` is the wait for a batch,
   * `input` the making of its rows, `infer` its run and `output` the writing of the answer.
   */
  readonly durations: Readonly<Record<typeof PARTS[number], Duration>>;
}

/** Counts for each version. */
export interface ModelStatistics {
  /** Rows that were scored for a sender. */
  scored(version: VersionLabels, rows: number): void;
  /** A batch that has run. */
  ran(version: VersionLabels): void;
  /** A request that was answered. */
  answered(record: RequestRecord): void;
  /** What was counted so far; zeros for a version that was never asked. */
  of(version: VersionLabels): VersionStatistics;
}

/**
 * Starts to count.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const statistics = countModels();
 * const version = { model: "energy-anomaly", version: "3" };
 * statistics.scored(version, 7);
 * statistics.ran(version);
 * const { rows, batches } = statistics.of(version);
 * assert.deepEqual([rows, batches], [7, 1]);
 * ```
 */
export function countModels(): ModelStatistics {
  const counted = new Map<string, ReturnType<typeof zeros>>();

  function entry(labels: VersionLabels) {
    const key = JSON.stringify([labels.model, labels.version]);
    const known = counted.get(key) ?? zeros(labels);
    counted.set(key, known);
    return known;
  }

  return {
    scored: (version, rows) => void (entry(version).rows += rows),
    ran: (version) => void entry(version).batches++,
    answered({ at, ms, status, parts, scoredBy }) {
      if (scoredBy === undefined) return;
      const own = entry(scoredBy);
      own.lastAt = at;
      const add = (name: typeof PARTS[number], spent: number) => {
        own.durations[name].count++;
        own.durations[name].ms += spent;
      };
      if (status !== 200) return add("fail", ms);
      const { decode = 0, features = 0, queue = 0, run = 0, encode = 0 } = parts;
      add("success", ms);
      add("queue", queue);
      // The part of the features holds the wait and the run of its rows.
      add("input", decode + Math.max(0, features - queue - run));
      add("infer", run);
      add("output", encode);
    },
    of: ({ model, version }) =>
      counted.get(JSON.stringify([model, version])) ?? zeros({ model, version }),
  };
}

function zeros({ model, version }: VersionLabels) {
  const durations = Object.fromEntries(PARTS.map((name) => [name, { count: 0, ms: 0 }])) as Record<
    typeof PARTS[number],
    { count: number; ms: number }
  >;
  return { model, version, lastAt: 0, rows: 0, batches: 0, durations };
}
