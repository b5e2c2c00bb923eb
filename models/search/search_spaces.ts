/** What a search may choose for each detector. */

import type { DetectorName } from "../detectors/detector_spec.ts";
import type { SearchSpace } from "./parameter.ts";

/** Rows to learn from, where time grows with them. */
const SAMPLE_SIZE = { name: "sampleSize", kind: "choice", values: [250, 500, 1000, 2000] } as const;

/**
 * The options of each detector that can be searched, by the names its factory knows; a detector
 * without any is tried as it is.
 */
export const searchSpaces = {
  z_score: [],
  iqr: [],
  ecod: [],
  isolation_forest: [
    { name: "trees", kind: "whole", low: 50, high: 300 },
    { name: "sampleSize", kind: "choice", values: [64, 128, 256, 512, 1024, 2048] },
  ],
  one_class_svm: [
    { name: "nu", kind: "real", low: 0.02, high: 0.9 },
    { name: "gamma", kind: "log", low: 1e-3, high: 1 },
    SAMPLE_SIZE,
  ],
  dbscan: [{ name: "minPoints", kind: "whole", low: 2, high: 60 }],
  knn: [
    { name: "neighbours", kind: "whole", low: 1, high: 60 },
    { name: "method", kind: "choice", values: ["largest", "mean"] },
    SAMPLE_SIZE,
  ],
  lof: [{ name: "neighbours", kind: "whole", low: 5, high: 100 }, SAMPLE_SIZE],
  pca: [{ name: "keep", kind: "real", low: 0.3, high: 0.99 }],
  gradient_boosting: [
    { name: "trees", kind: "whole", low: 50, high: 300 },
    { name: "learningRate", kind: "log", low: 0.01, high: 0.3 },
    { name: "leaves", kind: "whole", low: 7, high: 63 },
    { name: "leafRows", kind: "whole", low: 10, high: 500 },
    { name: "l2", kind: "log", low: 0.1, high: 100 },
    { name: "rowShare", kind: "real", low: 0.2, high: 1 },
    { name: "columnShare", kind: "real", low: 0.2, high: 1 },
  ],
  half_space_trees: [
    { name: "trees", kind: "whole", low: 10, high: 100 },
    { name: "depth", kind: "whole", low: 6, high: 18 },
    { name: "sizeLimit", kind: "log", low: 0.001, high: 0.3 },
  ],
} as const satisfies Partial<Record<DetectorName, SearchSpace>>;

/** The name of a detector whose options can be searched. */
export type SearchedDetector = keyof typeof searchSpaces;
