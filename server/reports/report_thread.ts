/** Makes reports in a thread each. */
import type { Config } from "../../pipelines/mod.ts";
import type { ReportMaker } from "./lake_reports.ts";
import type { ReportOutcome, ReportTask } from "./report_worker.ts";

/** Makes reports until it is disposed of; one that is under way then is given up. */
export interface ReportThread extends Disposable {
  readonly make: ReportMaker;
}

/**
 * A maker of reports of a dataset for registered models.
 *
 * @param config Names the home, and the registry that the models are loaded from.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * using thread = openReportThread({ home: "/nowhere" }, "hostel");
 * assert.equal(typeof thread.make, "function");
 * ```
 */
export function openReportThread(config: Config, dataset: string): ReportThread {
  const underWay = new Set<() => void>();
  return {
    async make({ name, version }, window) {
      const task: ReportTask = {
        config,
        request: { dataset, model: `models:/${name}/${version}`, window },
      };
      const worker = new Worker(import.meta.resolve("./report_worker.ts"), { type: "module" });
      const { promise, resolve, reject } = Promise.withResolvers<ReportOutcome>();
      const giveUp = () => reject(new Error("Cannot make the report as the server ends"));
      underWay.add(giveUp);
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => {
        // An error that nobody prevents ends the server.
        event.preventDefault();
        reject(new Error(event.message));
      };
      worker.postMessage(task);
      try {
        const outcome = await promise;
        if ("error" in outcome) throw new Error(`Cannot make the report: ${outcome.error}`);
        return outcome.id;
      } finally {
        underWay.delete(giveUp);
        worker.terminate();
      }
    },
    [Symbol.dispose]() {
      for (const giveUp of underWay) giveUp();
    },
  };
}
