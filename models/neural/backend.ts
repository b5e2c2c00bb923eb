/** What TensorFlow.js computes with. */

import * as tf from "@tensorflow/tfjs";
import { setThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import type { EventEmitter } from "node:events";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** Events of the process that the runtime of the binary listens to, only to throw again. */
const EVENTS = ["uncaughtException", "unhandledRejection"] as const;

const emitter: EventEmitter = process;

let starting: Promise<void> | undefined;

/**
 * Starts the WebAssembly backend of TensorFlow.js, once for all fits. Its binary lies in the
 * package, so no network is needed. The SIMD build and one thread are pinned: another build, or
 * more threads, would add numbers in another order and so learn other weights.
 *
 * @throws {Error} When the backend does not start.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import * as tf from "@tensorflow/tfjs";
 * await startBackend();
 * assert.equal(tf.getBackend(), "wasm");
 * ```
 */
export function startBackend(): Promise<void> {
  // A second start while the first one is under way would make the first one fail.
  return starting ??= start();
}

async function start(): Promise<void> {
  tf.env().set("WASM_HAS_SIMD_SUPPORT", true);
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  setThreadsCount(1);
  const binaries = new URL("./", import.meta.resolve("@tensorflow/tfjs-backend-wasm"));
  setWasmPaths(fileURLToPath(binaries));
  const before = EVENTS.flatMap((event) => emitter.listeners(event));
  if (!await tf.setBackend("wasm")) {
    throw new Error("Cannot train a network: expected the wasm backend to start, got none");
  }
  // How the process ends on an error stays its own business.
  for (const event of EVENTS) {
    for (const listener of emitter.listeners(event)) {
      if (!before.includes(listener)) emitter.removeListener(event, listener as () => void);
    }
  }
}
