/** The loaded versions, each open for as long as a request uses it. */
import type { ServedModel } from "../../pipelines/realtime/mod.ts";
import { ModelNotLoadedError } from "./model_not_loaded_error.ts";
import type { ModelChoice, ModelLease, ServedModels } from "./served_models.ts";

/** The served models, to be changed while requests are answered. */
export interface ModelTable extends ServedModels, AsyncDisposable {
  /**
   * Adds a version. The first of a name answers by its name until another one is told to, and the
   * first name answers where none is named. The table closes its session in the end.
   *
   * @throws {RangeError} When the version is loaded already; its session stays the caller's.
   */
  add(model: ServedModel): void;
  /**
   * Lets a loaded version answer where only its name is given.
   *
   * @throws {ModelNotLoadedError} When it is not loaded.
   */
  answerBy(name: string, version: string): void;
  /**
   * Takes a version out and closes its session once no request uses it any more. Of a name, the
   * newest version that is left answers.
   *
   * @throws {ModelNotLoadedError} When it is not loaded.
   */
  remove(name: string, version: string): Promise<void>;
}

interface Entry {
  readonly model: ServedModel;
  leases: number;
  readonly unused: PromiseWithResolvers<void>;
  removed: boolean;
}

/**
 * Creates a table, empty at first. Dispose of it in the end: that waits for the requests that use
 * its models, and closes their sessions.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { openScoredHostel } from "../../pipelines/scored_hostel_fixture.ts";
 * await using hostel = await openScoredHostel();
 * const table = createModelTable();
 * table.add(hostel.model);
 * {
 *   using lease = table.lease();
 *   assert.equal(lease.model.version, "3");
 * }
 * assert.throws(() => table.lease({ name: "energy-anomaly", version: "4" }));
 * ```
 */
export function createModelTable(): ModelTable {
  const entries = new Map<string, Entry>();
  const answering = new Map<string, string>();
  const closing = new Set<Promise<void>>();

  function list(): ServedModel[] {
    return [...entries.values()].map(({ model }) => model).sort((a, b) =>
      a.name < b.name ? -1 : a.name > b.name ? 1 : Number(a.version) - Number(b.version)
    );
  }

  function find(choice: ModelChoice): Entry {
    const name = choice.name ?? answering.keys().next().value;
    const version = choice.version ?? answering.get(name ?? "");
    const entry = entries.get(keyOf(name, version));
    if (entry === undefined) {
      const loaded = list().map(({ name, version }) => `${name}/${version}`);
      throw new ModelNotLoadedError(choice, loaded);
    }
    return entry;
  }

  function lease(choice: ModelChoice = {}): ModelLease {
    const entry = find(choice);
    entry.leases++;
    let held = true;
    return {
      model: entry.model,
      [Symbol.dispose]() {
        if (!held) return;
        held = false;
        entry.leases--;
        if (entry.removed && entry.leases === 0) entry.unused.resolve();
      },
    };
  }

  async function remove(name: string, version: string): Promise<void> {
    const entry = find({ name, version });
    entries.delete(keyOf(name, version));
    entry.removed = true;
    if (answering.get(name) === version) {
      const newest = list().findLast((model) => model.name === name);
      if (newest === undefined) answering.delete(name);
      else answering.set(name, newest.version);
    }
    const closed = close(entry).finally(() => closing.delete(closed));
    closing.add(closed);
    await closed;
  }

  return {
    list,
    lease,
    remove,
    defaultOf: (name) => find({ name }).model,
    add(model) {
      const key = keyOf(model.name, model.version);
      if (entries.has(key)) {
        throw new RangeError(
          `Cannot load model ${JSON.stringify(model.name)} version ${model.version} twice`,
        );
      }
      entries.set(key, { model, leases: 0, unused: Promise.withResolvers(), removed: false });
      if (!answering.has(model.name)) answering.set(model.name, model.version);
    },
    answerBy(name, version) {
      find({ name, version });
      answering.set(name, version);
    },
    async [Symbol.asyncDispose]() {
      const removed = list().map(({ name, version }) => remove(name, version));
      await Promise.all([...closing, ...removed]);
    },
  };
}

async function close({ leases, unused, model }: Entry): Promise<void> {
  if (leases > 0) await unused.promise;
  await model.session.close();
}

function keyOf(name?: string, version?: string): string {
  return JSON.stringify([name, version]);
}
