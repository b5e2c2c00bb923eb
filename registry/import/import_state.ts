/** What the parts of an import share. */

import type { RegistryClient } from "../client/client.ts";
import { type CopiedFiles, copyFiles, type CopyOptions } from "./copy_files.ts";
import type { ImportLedger } from "./import_ledger.ts";
import { mlmodelWithNewIds } from "./new_ids.ts";
import type { Listing, RunSource, SourceFile } from "./run_source.ts";
import type { TargetRun } from "./target_run.ts";

/** A logged model of the target that an import made. */
export interface TargetModel {
  readonly modelId: string;
  readonly artifactUri: string;
  /** Whether all of it has been copied. */
  readonly finished: boolean;
}

/** An import that goes on. */
export interface ImportState extends Pick<CopyOptions, "verify" | "signal"> {
  readonly source: RunSource;
  readonly client: RegistryClient;
  readonly ledger: ImportLedger;
  /** By the ids of the source. */
  readonly runs: Map<string, TargetRun>;
  /** By the ids of the source. */
  readonly models: Map<string, TargetModel>;
}

/**
 * The id that a run or a logged model of the source has at the target.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const models = new Map([["m-1", { modelId: "m-2", artifactUri: "", finished: true }]]);
 * assert.equal(newIdIn({ runs: new Map(), models })("m-1"), "m-2");
 * ```
 */
export function newIdIn(
  { runs, models }: Pick<ImportState, "runs" | "models">,
): (id: string) => string | undefined {
  return (id) => runs.get(id)?.runId ?? models.get(id)?.modelId;
}

/**
 * Copies the files of a run or a model and counts them.
 *
 * @throws {Unreadable} When a file is not the same at its target.
 */
export async function copyArtifacts(
  state: ImportState,
  files: Listing<SourceFile>,
  artifactUri: string,
): Promise<CopiedFiles> {
  const { client, ledger, verify, signal } = state;
  const rewriteMlmodel = (text: string) => mlmodelWithNewIds(text, newIdIn(state));
  const target = { client, artifactUri };
  const copied = await copyFiles(files, target, { verify, rewriteMlmodel, signal });
  ledger.files += copied.files;
  ledger.bytes += copied.bytes;
  return copied;
}
