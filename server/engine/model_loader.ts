/** The contract by which routes load and unload models while the server runs. */

/** A version that the server has loaded, or was told to load. */
export interface IndexedModel {
  readonly name: string;
  /** Version in the registry. */
  readonly version: string;
  /** The words of the Open Inference Protocol's repository extension. */
  readonly state: "READY" | "UNAVAILABLE";
  /** Why it is not ready; empty otherwise. */
  readonly reason: string;
}

/** An alias, or a version, that the server was started with or told to load. */
export interface FollowedModel {
  /** Such as `models:/energy-anomaly@champion`. */
  readonly uri: string;
  readonly name: string;
  /** The version that answers for it; absent while there is none. */
  readonly version?: string;
  /** Answered before the version that does now, which is on trial; absent otherwise. */
  readonly previous?: string;
  /** Why the version that the registry names now is not the one that answers. */
  readonly failure?: string;
}

/** Loads and unloads versions; what is loaded stays until its successor can answer. */
export interface ModelLoader {
  /**
   * Loads a version, or what a name stands for: the aliases of it that the server follows, or
   * else its alias `champion`, which is followed from then on.
   *
   * @throws {ModelLoadError} When it cannot be loaded; what was loaded before stays.
   */
  load(name: string, version?: string): Promise<void>;
  /**
   * Unloads a version, or all of a name, once the requests under way are answered; an alias that
   * stood for it is no longer followed.
   *
   * @throws {ModelNotLoadedError} When it is not loaded.
   */
  unload(name: string, version?: string): Promise<void>;
  /** Every version that is loaded, could not be loaded or was unloaded, by name and version. */
  index(): readonly IndexedModel[];
  /** What is followed, in the order in which it was told. */
  followed(): readonly FollowedModel[];
  /**
   * Lets go of the version that answered for a URI before `version`, which has proved itself; without
   * that it stays open. Nothing is done where another version answers by now.
   */
  trust(uri: string, version: string): Promise<void>;
  /**
   * Lets the version answer again that did before `version`, until the URI names another one than
   * now. Nothing is done where another version answers by now.
   *
   * @param reason Why, for people.
   * @returns Whether there was one.
   */
  fallBack(uri: string, version: string, reason: string): Promise<boolean>;
}
