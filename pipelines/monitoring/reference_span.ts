/** What a window is judged by. */
import { getRun, type RegistryClient } from "../../registry/mod.ts";
import type { ServedModel } from "../realtime/served_model.ts";
import type { Span } from "./section.ts";

/**
 * The readings that the model was trained on, as far as they lie before the window: from the first
 * reading of the dataset to where the training ended, by the parameter `until` of its run.
 *
 * @param first Time of the dataset's first reading, epoch milliseconds.
 * @throws {RangeError} When the run does not say where its training ended.
 */
export async function referenceSpan(
  registry: RegistryClient,
  { runId }: Pick<ServedModel, "runId">,
  first: number,
  window: Span,
): Promise<Span> {
  const { params: { until } } = await getRun(registry, runId);
  const end = until === "end" ? Infinity : Date.parse(until);
  if (Number.isNaN(end)) {
    throw new RangeError(
      `Cannot tell what to judge by: expected the parameter "until" of run ${runId} to be a time ` +
        `or "end", got "${until}"`,
    );
  }
  return { from: first, to: Math.max(first, Math.min(end, window.from)) };
}
