/** A version without `MLmodel` is none that MLflow can load. */

import type { Gate } from "../gate.ts";

/** The gate `mlmodel`: the package has the file that MLflow reads first. */
export const mlmodel: Gate = {
  name: "mlmodel",
  kind: "integrity",
  check({ candidate: { files } }) {
    const passed = files.includes("MLmodel");
    const others = files.length === 0 ? "no files" : files.join(", ");
    return [{ subject: "file", found: passed ? "MLmodel" : others, expected: "MLmodel", passed }];
  },
};
