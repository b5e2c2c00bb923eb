/**
 * A thread that makes one report: what it computes does not hold up the requests that the server
 * answers meanwhile, and it has a database of its own. Takes a {@linkcode ReportTask}, posts a
 * {@linkcode ReportOutcome}.
 */
import type { Config } from "../../pipelines/mod.ts";
import { createProgress } from "../../pipelines/mod.ts";
import { openContext } from "../../pipelines/context.ts";
import { makeReport, type ReportRequest, sections } from "../../pipelines/monitoring/mod.ts";

/** What to make and where. */
export interface ReportTask {
  readonly config: Config;
  readonly request: ReportRequest;
}

/** The id of the report, or why there is none. */
export type ReportOutcome = { readonly id: string } | { readonly error: string };

self.onmessage = async ({ data }: MessageEvent<ReportTask>) => {
  self.postMessage(await outcomeOf(data));
};

async function outcomeOf({ config, request }: ReportTask): Promise<ReportOutcome> {
  const progress = createProgress({ write() {}, isTerminal: false, now: Date.now });
  try {
    await using context = await openContext(config, Date.now);
    const { id } = await makeReport(context, request, sections, progress);
    return { id };
  } catch (error) {
    return { error: String(error) };
  }
}
