/** A model must fit where it serves: a small machine, a page. */

import { atMost, type Gate } from "../gate.ts";

/** The gate `size`: `model.onnx` has no more bytes than are granted. */
export const size: Gate = {
  name: "size",
  kind: "fitness",
  check: ({ candidate: { modelBytes } }, { maxModelBytes }) => [
    atMost("bytes of model.onnx", modelBytes, maxModelBytes),
  ],
};
