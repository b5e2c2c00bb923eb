/** What serves must score as what was evaluated and fitted. */

import { atMost, type Gate } from "../gate.ts";

/** The gate `parity`: ONNX model and detectors agree, as measured when the version was made. */
export const parity: Gate = {
  name: "parity",
  kind: "fitness",
  check: ({ candidate: { parityMaxAbsDiff } }, { maxParityDiff }) => [
    atMost("largest difference of ONNX and detector scores", parityMaxAbsDiff, maxParityDiff),
  ],
};
