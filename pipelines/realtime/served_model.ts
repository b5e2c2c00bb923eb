/** A registered model with all that scoring and monitoring with it need. */
import type { ReferenceProfile } from "../../models/mod.ts";
import { openSession, type ScoringSession } from "../../models/onnx/session.ts";
import {
  downloadArtifact,
  listArtifacts,
  type RegistryClient,
  resolveModelUri,
} from "../../registry/mod.ts";
import { type FeatureView, parseFeatureView } from "../features/mod.ts";
import { answerExample } from "./answer_example.ts";

/** A model version, loaded. */
export interface ServedModel {
  readonly name: string;
  readonly version: string;
  readonly runId: string;
  /** Columns of the input, in order. */
  readonly columns: readonly string[];
  /** Scores at or above it are labelled 1. */
  readonly threshold: number;
  /** The views packed with the model, in the order in which they build on one another. */
  readonly views: readonly FeatureView[];
  /** What the features looked like in training. */
  readonly profile: ReferenceProfile;
  /** Holds native memory until it is closed. */
  readonly session: ScoringSession;
}

/**
 * Loads a model version with its package, and lets it score the input example of the package: a
 * model that does not answer that answers nobody.
 *
 * @param uri Such as `models:/energy-anomaly@champion`.
 * @param open Opens a session of a model's bytes.
 * @throws {MlflowError} When the registry knows no such model, version or alias.
 * @throws {TypeError} When the URI does not name a registered version.
 * @throws {SyntaxError} When the package is no model with its contract.
 * @throws {RangeError} When the scores of the example are not finite numbers, one a row.
 */
export async function loadModel(
  registry: RegistryClient,
  uri: string,
  open: (bytes: Uint8Array) => Promise<ScoringSession> = openSession,
): Promise<ServedModel> {
  const { artifactUri, version } = await resolveModelUri(registry, uri);
  if (version === undefined) {
    throw new TypeError(`Cannot serve "${uri}" as it names no registered version`);
  }
  const text = async (path: string) =>
    new TextDecoder().decode(await downloadArtifact(registry, artifactUri, path));
  const files = (await listArtifacts(registry, artifactUri, "features"))
    .map(({ path }) => path).filter((path) => path.endsWith(".sql"))
    .sort((a, b) => position(a) - position(b));
  const views = await Promise.all(files.map(async (path) => parseFeatureView(await text(path))));
  const profile = JSON.parse(await text("reference_profile.json")) as ReferenceProfile;
  const example = JSON.parse(await text("input_example.json"));
  const session = await open(await downloadArtifact(registry, artifactUri, "model.onnx"));
  try {
    await answerExample(session, example);
  } catch (error) {
    await session.close();
    throw error;
  }
  return {
    name: version.name,
    version: version.version,
    runId: version.runId,
    columns: session.columns,
    threshold: session.threshold,
    views,
    profile,
    session,
  };
}

/** The number in front of the name of a view's file, as in `features/2_energy_profile.sql`. */
function position(path: string): number {
  return parseInt(path.slice(path.lastIndexOf("/") + 1));
}
