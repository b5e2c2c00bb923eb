/** The shape of Wattbook as data: which folder may import which, and who owns what. */

/**
 * What each layer may import beside its own files. A path belongs to the layer with the
 * longest matching name, so `notebooks/charts` is stricter than the rest of `notebooks`.
 */
export const layers: Readonly<Record<string, readonly string[]>> = {
  data: [],
  models: [],
  registry: [],
  pipelines: ["data", "models", "registry", "notebooks/charts"],
  "notebooks/charts": [],
  "notebooks/documents": [],
  "notebooks/runner": ["notebooks/documents"],
  notebooks: ["data", "models", "registry", "pipelines"],
  server: ["data", "models", "registry", "pipelines", "notebooks"],
};

/** The only files that another top-level folder may load: the light faces. */
export const faces: readonly string[] = [
  "data/mod.ts",
  "models/mod.ts",
  "registry/mod.ts",
  "pipelines/mod.ts",
  "notebooks/mod.ts",
];

/** Entries that are imported by name because they load an addon, a server, a parser or a renderer. */
export const heavyEntries: readonly string[] = [
  "data/duckdb/mod.ts",
  "data/store/mod.ts",
  "models/neural/mod.ts",
  "models/onnx/session.ts",
  "notebooks/charts/mod.ts",
  "notebooks/documents/mod.ts",
  "notebooks/runner/mod.ts",
  "pipelines/context.ts",
  "pipelines/evaluation/mod.ts",
  "pipelines/monitoring/mod.ts",
  "pipelines/realtime/mod.ts",
  "pipelines/steps/mod.ts",
  "pipelines/workplace.ts",
  "pipelines/tracking.ts",
  "registry/import/mod.ts",
  "registry/tracking_server/mod.ts",
];

/**
 * The places each package may be imported from: a folder (ends in `/`), a file, or the end
 * of a file name (starts with `_`).
 */
export const packageOwners: Readonly<Record<string, readonly string[]>> = {
  "@duckdb/node-api": ["data/duckdb/"],
  "@observablehq/plot": ["notebooks/charts/"],
  "@opentelemetry/api": ["server/observability/"],
  "@tensorflow/tfjs": ["models/neural/"],
  "@tensorflow/tfjs-backend-wasm": ["models/neural/"],
  "@tensorflow/tfjs-backend-webgpu": ["models/neural/"],
  "arquero": ["notebooks/tables/"],
  "fast-check": ["registry/tracking_server/resilience/fuzz_requests_fixture.ts", "_test.ts"],
  "graphql": ["registry/tracking_server/graphql/"],
  "highlight.js": ["notebooks/documents/html/"],
  "hono": ["registry/tracking_server/", "server/"],
  "ky": ["registry/client/"],
  "kysely": ["data/store/"],
  "linkedom": ["notebooks/charts/", "notebooks/documents/html/", "_test.ts"],
  "marked": ["notebooks/documents/html/"],
  "node:sqlite": ["data/store/", "registry/tracking_server/"],
  "onnx-proto": ["models/onnx/"],
  "onnxruntime-node": ["models/onnx/session.ts"],
  "playwright-core": ["_interop_test.ts", "registry/tracking_server/pages/browser_page_fixture.ts"],
  "prom-client": ["server/observability/"],
  "yaml": ["notebooks/documents/percent/header.ts", "registry/import/yaml.ts"],
};

/** Packages that load a library of the machine, or megabytes of code: no face may pull them in. */
export const heavyPackages: readonly string[] = [
  "@duckdb/node-api",
  "@tensorflow/tfjs",
  "@tensorflow/tfjs-backend-wasm",
  "@tensorflow/tfjs-backend-webgpu",
  "onnxruntime-node",
];

/** The only files that read the environment. */
export const environmentReaders: readonly string[] = ["pipelines/config.ts", "server/config.ts"];

/** Folders that take seed and clock as arguments. */
export const deterministicFolders: readonly string[] = ["data", "models", "pipelines", "registry"];

/** Words that say nothing about what a file or folder is for. */
export const emptyNames: readonly string[] = [
  "base",
  "common",
  "core",
  "helper",
  "helpers",
  "manager",
  "misc",
  "service",
  "util",
  "utils",
];
