/** A version without `MLmodel` is none that MLflow can load. */

import type { Gate } from "../gate.ts";

/** The gate `mlmodel`: the package has the file that MLflow reads first. */
export const mlmodel: Gate = {
  name: "mlmodel",
  kind: "integrity",
  check: ({ candidate: { files } }) => [{
    subject: "files",
    found: files.length === 0 ? "none" : files.join(", "),
    expected: "MLmodel among them",
    passed: files.includes("MLmodel"),
  }],
};
