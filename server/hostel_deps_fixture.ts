/** The surroundings of the app as the tests use them: the real ones, over a scored hostel. */
import { monitorWindow, sections, type Span } from "../pipelines/monitoring/mod.ts";
import { loadModel } from "../pipelines/realtime/mod.ts";
import {
  HOSTEL_END,
  HOSTEL_START,
  openScoredHostel,
  type ScoredHostel,
} from "../pipelines/scored_hostel_fixture.ts";
import { silent } from "../pipelines/trained_home_fixture.ts";
import type { AppDeps, ServedModel } from "./deps.ts";
import { createModelTable } from "./engine/model_table.ts";
import { createRegistryLoader } from "./engine/registry_loader.ts";
import { openLakeDeps } from "./lake_deps.ts";
import { createObservations } from "./observability/observations.ts";

export {
  FAULTS,
  FAULTY_METER,
  HOSTEL_END,
  HOSTEL_START,
} from "../pipelines/scored_hostel_fixture.ts";

/** The surroundings, with the hostel behind them and the failures that were reported. */
export interface HostelDeps extends AppDeps, AsyncDisposable {
  /** The one model that is loaded. */
  readonly model: ServedModel;
  /** Its home, the model and the ensemble that the model was made from. */
  readonly hostel: ScoredHostel;
  /** What `reportFailure` was told. */
  readonly failures: readonly unknown[];
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Opens the surroundings over a hostel of their own; dispose of them in the end.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * await using deps = await hostelDeps();
 * assert.equal((await deps.latestScoring())?.version, "3");
 * ```
 */
export async function hostelDeps(): Promise<HostelDeps> {
  await using opened = new AsyncDisposableStack();
  const hostel = opened.use(await openScoredHostel());
  const failures: unknown[] = [];
  const models = createModelTable();
  models.add(hostel.model);
  const { registry } = hostel.context;
  const open = (uri: string) => loadModel(registry, uri);
  const loader = createRegistryLoader({ registry, models, open });
  const deps = opened.use(
    await openLakeDeps(hostel.context, {
      models,
      loader,
      dataset: hostel.dataset,
      observations: createObservations({ now: () => HOSTEL_END, clock: () => 0 }),
      makeReport: (model, window) => hostelReport(hostel, model, window),
      say: () => {},
      reportFailure: (error) => void failures.push(error),
    }),
  );
  const surroundings = opened.move();
  return {
    ...deps,
    model: hostel.model,
    hostel,
    failures,
    [Symbol.asyncDispose]: () => surroundings.disposeAsync(),
  };
}

/** Judges the features alone, in the hostel's own database, which nothing else uses by then. */
async function hostelReport(
  { context, dataset }: ScoredHostel,
  model: ServedModel,
  window: Span,
): Promise<string> {
  const reference = { from: HOSTEL_START, to: window.from };
  const asked = sections.filter(({ name }) => name === "features");
  const options = { dataset, window, reference, sections: asked };
  return (await monitorWindow(context, model, options, silent)).id;
}
