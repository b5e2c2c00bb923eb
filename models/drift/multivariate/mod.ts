/** The tests of whole rows: one line each. */

import { domainClassifier } from "./domain_classifier.ts";
import { pcaReconstruction } from "./pca_reconstruction.ts";

/** Every test of whole rows, by its name. */
export const rowDriftTests = {
  pca_reconstruction: pcaReconstruction,
  domain_classifier: domainClassifier,
} as const;

/** The name of a test of whole rows. */
export type RowDriftTestName = keyof typeof rowDriftTests;
