/** What is known of a version when it is to get an alias; plain data. */

import type { JudgedFigure } from "./terms.ts";

/** A file as it was published and as it is now. */
export interface FileDigest {
  readonly path: string;
  /** SHA-256 of the published bytes, hexadecimal. */
  readonly published: string;
  /** SHA-256 of the bytes that are there; absent where there is no such file. */
  readonly found?: string;
}

/** Names and types of a model's columns, as `MLmodel` has them. */
export interface Signature {
  /** Such as `hour: double`, in order. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** What an evaluation found, as far as it is there. */
export interface EvaluationFacts {
  /** Digest of the rows that were judged. */
  readonly dataDigest?: string;
  /** Of the ensemble. */
  readonly figures: Readonly<Partial<Record<JudgedFigure, number>>>;
}

/** What a version is compared by. */
export interface ComparedFacts {
  readonly version: string;
  readonly signature?: Signature;
  readonly evaluation?: EvaluationFacts;
}

/** All that the gates may ask of a version; what is absent is not recorded. */
export interface VersionFacts extends ComparedFacts {
  /** Names of the files at the top of its package. */
  readonly files: readonly string[];
  /** The files whose digests were published with it. */
  readonly digests: readonly FileDigest[];
  /** Largest difference between the scores of the ONNX model and of its detectors. */
  readonly parityMaxAbsDiff?: number;
  /** Size of `model.onnx`, bytes. */
  readonly modelBytes?: number;
  /** Milliseconds to score a batch of 1000 rows. */
  readonly scoringMs?: number;
  /** Columns of the profile that drift is measured against; absent where none can be read. */
  readonly profiledColumns?: number;
}

/** What a promotion is decided on. */
export interface PromotionFacts {
  readonly candidate: VersionFacts;
  /** The version that has the alias; absent while nobody has it. */
  readonly holder?: ComparedFacts;
}
