/** What TensorFlow.js computes with. */

import * as tf from "@tensorflow/tfjs";
import { setThreadsCount, setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import type { EventEmitter } from "node:events";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { requireAdapter } from "./webgpu_adapter.ts";

/** Events of the process that the runtime of the binary listens to, only to throw again. */
const EVENTS = ["uncaughtException", "unhandledRejection"] as const;

const emitter: EventEmitter = process;

/** What TensorFlow.js can compute with: the processor, or a graphics card. */
export type Backend = "wasm" | "webgpu";

let started: { readonly name: Backend; readonly done: Promise<void> } | undefined;

/**
 * Starts a backend of TensorFlow.js, once for all fits of the process.
 *
 * The binary of WebAssembly lies in the package, so no network is needed. Its SIMD build and one
 * thread are pinned: another build, or more threads, would add numbers in another order and so
 * learn other weights. WebGPU promises no order: its weights are near, and not the same bytes.
 *
 * @throws {Error} When the backend does not start, webgpu has no adapter, or the process already
 * trains on the other backend.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import * as tf from "@tensorflow/tfjs";
 * await startBackend("wasm");
 * assert.equal(tf.getBackend(), "wasm");
 * ```
 */
export async function startBackend(name: Backend): Promise<void> {
  // A second start while the first one is under way would make the first one fail.
  const start = started ??= { name, done: name === "wasm" ? startWasm() : startWebgpu() };
  if (start.name !== name) {
    throw new Error(`Cannot train on ${name}: expected the backend of this process, ${start.name}`);
  }
  try {
    await start.done;
  } catch (e) {
    started = undefined;
    throw e;
  }
}

async function startWebgpu(): Promise<void> {
  await requireAdapter(navigator.gpu);
  await import("@tensorflow/tfjs-backend-webgpu");
  await setBackend("webgpu");
}

async function startWasm(): Promise<void> {
  tf.env().set("WASM_HAS_SIMD_SUPPORT", true);
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  setThreadsCount(1);
  const binaries = new URL("./", import.meta.resolve("@tensorflow/tfjs-backend-wasm"));
  setWasmPaths(fileURLToPath(binaries));
  const before = EVENTS.flatMap((event) => emitter.listeners(event));
  await setBackend("wasm");
  // How the process ends on an error stays its own business.
  for (const event of EVENTS) {
    for (const listener of emitter.listeners(event)) {
      if (!before.includes(listener)) emitter.removeListener(event, listener as () => void);
    }
  }
}

async function setBackend(name: Backend): Promise<void> {
  if (await tf.setBackend(name)) return;
  throw new Error(`Cannot train on ${name}: expected the backend to start, got none`);
}
