/** The contract by which routes reach the models that are loaded. */
import type { ServedModel } from "../../pipelines/realtime/mod.ts";

/** A loaded version in use: its session stays open until the lease is disposed of. */
export interface ModelLease extends Disposable {
  readonly model: ServedModel;
}

/** Which version a request asks for. */
export interface ModelChoice {
  /** Name in the registry. @default The name of the version that answers by default. */
  readonly name?: string;
  /** Version in the registry. @default The version of that name that answers by default. */
  readonly version?: string;
}

/** The models that a server has loaded, many versions at a time. */
export interface ServedModels {
  /** Every loaded version, by name and then by version number. */
  list(): readonly ServedModel[];
  /** The version that answers where none is named; of a name, or of the server. */
  defaultOf(name?: string): ServedModel;
  /**
   * Takes a version into use, for the time of one request: whatever is loaded or unloaded
   * meanwhile, the request is answered by the version that it began with.
   *
   * @throws {ModelNotLoadedError} When it is not loaded.
   */
  lease(choice?: ModelChoice): ModelLease;
}
