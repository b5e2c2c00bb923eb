import assert from "node:assert/strict";
import { requireAdapter } from "./webgpu_adapter.ts";

/** A machine with the adapter given. */
function machine(adapter: { info: { isFallbackAdapter?: boolean } } | null) {
  return { requestAdapter: () => Promise.resolve(adapter) };
}

Deno.test("requireAdapter() says that there is no adapter", async () => {
  const none = {
    name: "Error",
    message: "Cannot train on webgpu: expected a WebGPU adapter, got none",
  };
  await assert.rejects(requireAdapter(undefined), none);
  await assert.rejects(requireAdapter(machine(null)), none);
});

Deno.test("requireAdapter() takes hardware and refuses software", async () => {
  await requireAdapter(machine({ info: {} }));
  await requireAdapter(machine({ info: { isFallbackAdapter: false } }));
  await assert.rejects(requireAdapter(machine({ info: { isFallbackAdapter: true } })), {
    message: "Cannot train on webgpu: expected a WebGPU adapter, got one of software",
  });
});
