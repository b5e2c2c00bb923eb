/** What tests of loading share: a registry with versions of a small model, and ways to break them. */
import { join } from "node:path";
import { registerModel } from "./register_model.ts";
import { withTrainingFacts } from "./training_facts_fixture.ts";
import {
  downloadArtifact,
  getDownloadUri,
  getModelVersion,
  type RegistryClient,
  setModelAlias,
  uploadArtifact,
} from "../../registry/mod.ts";
import { openEmbeddedTracking } from "../../registry/tracking_server/mod.ts";

/** Name of the registered model. */
export const MODEL = "energy-anomaly";
/** Its alias that the tests move. */
export const CHAMPION = `models:/${MODEL}@champion`;

/** A registry with versions `1` to `count` of {@linkcode MODEL}; version 1 is the champion. */
export interface RegisteredVersions {
  readonly registry: RegistryClient;
  /** Points the champion's alias at a version. */
  moveTo(version: string): Promise<void>;
  /** Writes other bytes in place of a file of a version's package. */
  replace(version: string, path: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** The bytes of a file of a version's package. */
  read(version: string, path: string): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Registers versions in a new embedded registry, runs a test with it and removes it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { getModelVersionByAlias } from "../../registry/mod.ts";
 * await withRegisteredVersions(2, async ({ registry, moveTo }) => {
 *   await moveTo("2");
 *   const champion = { name: MODEL, alias: "champion" };
 *   assert.equal((await getModelVersionByAlias(registry, champion)).version, "2");
 * });
 * ```
 */
export async function withRegisteredVersions(
  count: number,
  use: (versions: RegisteredVersions) => Promise<void>,
): Promise<void> {
  const home = await Deno.makeTempDir();
  try {
    using tracking = openEmbeddedTracking({ home: join(home, "mlflow"), now: () => 0 });
    const registry = tracking.client;
    await withTrainingFacts(async (facts) => {
      for (let made = 0; made < count; made++) await registerModel(registry, facts, () => made);
    });
    const moveTo = (version: string) =>
      setModelAlias(registry, { name: MODEL, alias: "champion", version });
    const filesOf = async (version: string) =>
      await getDownloadUri(registry, await getModelVersion(registry, { name: MODEL, version }));
    await moveTo("1");
    await use({
      registry,
      moveTo,
      replace: async (version, path, bytes) =>
        void await uploadArtifact(registry, await filesOf(version), path, bytes),
      read: async (version, path) => await downloadArtifact(registry, await filesOf(version), path),
    });
  } finally {
    await Deno.remove(home, { recursive: true });
  }
}
