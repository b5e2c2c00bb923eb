/** The options that say which detectors are judged, and what trains them. */
import { type Detector, type DetectorName, detectors } from "../../models/mod.ts";
import type { Backend } from "../../models/neural/mod.ts";
import { type ParsedOptions, UsageError } from "../command.ts";

/** Detectors that are trained with TensorFlow.js. */
const NETWORKS = ["autoencoder", "lstm", "transformer"] as const;
const BACKENDS: readonly Backend[] = ["wasm", "webgpu"];

/** Options of commands that fit detectors of the caller's choice. */
export const DETECTOR_OPTIONS = {
  detectors: {
    type: "string",
    placeholder: "NAMES",
    description: "Detectors, separated by commas (default: all)",
  },
  backend: {
    type: "string",
    placeholder: "NAME",
    description: `What trains ${NETWORKS.join(", ")}: wasm is one processor core and gives the ` +
      "same bytes each time, webgpu a graphics card, near that; refused where there is none",
    default: "wasm",
  },
} as const;

/** The parsed options. */
export type DetectorOptions = ParsedOptions<typeof DETECTOR_OPTIONS>;

/**
 * The detectors that are named, each once; all where none is. Networks train on the backend.
 *
 * @throws {UsageError} When a name is not that of a detector, or the backend unknown.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const [first, ...others] = chosenDetectors({ detectors: "iqr, iqr", backend: "wasm" });
 * assert.deepEqual([first.name, others], ["iqr", []]);
 * ```
 */
export function chosenDetectors({ detectors: list, backend: name }: DetectorOptions): Detector[] {
  const backend = BACKENDS.find((other) => other === name);
  if (backend === undefined) {
    throw new UsageError(
      `Cannot read --backend: expected one of ${BACKENDS.join(", ")}, got "${name}"`,
    );
  }
  const names = list?.split(",").map((name) => name.trim()) ?? Object.keys(detectors);
  const unknown = names.find((name) => !Object.hasOwn(detectors, name));
  if (unknown !== undefined) {
    throw new UsageError(
      `Cannot read --detectors: expected names among ${
        Object.keys(detectors).join(", ")
      }, got "${unknown}"`,
    );
  }
  return [...new Set(names)].map((name) => {
    const network = NETWORKS.find((other) => other === name);
    return network ? detectors[network]({ backend }) : detectors[name as DetectorName]();
  });
}

/**
 * Whether a graphics card is asked for, and by a detector that trains on it.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(needsGraphics({ detectors: "iqr, lstm", backend: "webgpu" }));
 * assert.ok(!needsGraphics({ detectors: "iqr", backend: "webgpu" }));
 * ```
 */
export function needsGraphics(options: DetectorOptions): boolean {
  return options.backend === "webgpu" &&
    chosenDetectors(options).some(({ name }) => NETWORKS.some((network) => network === name));
}
