/** The options of `deno task mlflow` that bear the names `mlflow server` gives them. */
import { join, resolve } from "node:path";
import {
  localPath,
  type StoreOptions,
  type TrackingAppOptions,
} from "../../registry/tracking_server/mod.ts";
import { type CommandOptions, type ParsedOptions, UsageError } from "../command.ts";

/** Where a tracking server keeps things and what of it is served. */
export const trackingOptions = {
  "backend-store-uri": {
    type: "string",
    description: "Database file, as sqlite:///FILE, in place of mlflow/mlflow.db of the home",
    placeholder: "URI",
  },
  "artifacts-destination": {
    type: "string",
    description: "Folder of the artifacts that clients send through the server, in place of " +
      "mlflow/artifacts of the home",
    placeholder: "DIR",
  },
  "default-artifact-root": {
    type: "string",
    description: "Where the artifacts of new experiments go, in place of through the server: " +
      "a URI, or a folder that clients write to themselves; of local files, the server reads " +
      "those below it alone",
    placeholder: "URI",
  },
  "serve-artifacts": {
    type: "boolean",
    description: "Leave out the endpoints that artifacts are sent through",
    default: true,
  },
  "artifacts-only": {
    type: "boolean",
    description: "Serve nothing but the endpoints that artifacts are sent through",
  },
  "static-prefix": {
    type: "string",
    description: "What every address begins with, such as /mlflow behind a proxy",
    placeholder: "PATH",
  },
  "model-source-pattern": {
    type: "string",
    description: "Regular expression that the source of a new model version must match",
    placeholder: "REGEX",
  },
} as const satisfies CommandOptions;

/** What the options come to. */
export interface TrackingSettings {
  readonly files: Omit<StoreOptions, "now">;
  readonly app: Required<Pick<TrackingAppOptions, "serves" | "staticPrefix">>;
}

/**
 * Reads the options; relative paths are taken from the working directory.
 *
 * @param home Folder of what no option puts elsewhere.
 * @throws {UsageError} Naming the option that cannot be met.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { parseCommand } from "../command.ts";
 * const syntax = { name: "mlflow", summary: "Serves", options: trackingOptions };
 * const { options } = parseCommand(syntax, ["--backend-store-uri", "sqlite:////lake/runs.db"]);
 * assert.equal(trackingSettings(options, "/home").files.databaseFile, "/lake/runs.db");
 * ```
 */
export function trackingSettings(
  options: ParsedOptions<typeof trackingOptions>,
  home: string,
): TrackingSettings {
  const served = options["serve-artifacts"];
  const staticPrefix = options["static-prefix"] ?? "";
  if (options["artifacts-only"] && !served) {
    throw new UsageError("Cannot use --artifacts-only with --no-serve-artifacts: nothing is left");
  }
  if (staticPrefix !== "" && !/^(\/[\w.~-]+)+$/.test(staticPrefix)) {
    throw new UsageError(
      `Cannot read --static-prefix: expected a path that begins with "/" and does not end with it, got "${staticPrefix}"`,
    );
  }
  const artifactsDirectory = options["artifacts-destination"] === undefined
    ? join(home, "artifacts")
    : folder(options["artifacts-destination"]);
  return {
    files: {
      home,
      databaseFile: databaseFile(options["backend-store-uri"]),
      artifactsDirectory,
      artifactRoot: options["default-artifact-root"] ?? (served ? undefined : artifactsDirectory),
      sourcePattern: pattern(options["model-source-pattern"]),
    },
    app: {
      staticPrefix,
      serves: options["artifacts-only"] ? "artifacts" : served ? "all" : "tracking",
    },
  };
}

function databaseFile(uri: string | undefined): string | undefined {
  if (uri === undefined) return undefined;
  const file = /^sqlite:\/\/\/(.+)$/.exec(uri)?.[1];
  if (file !== undefined) return resolve(file);
  throw new UsageError(`Cannot read --backend-store-uri: expected sqlite:///FILE, got "${uri}"`);
}

function folder(uri: string): string {
  const path = localPath(uri);
  if (path !== undefined) return path;
  throw new UsageError(
    `Cannot read --artifacts-destination: expected a folder or file:///FOLDER, got "${uri}"`,
  );
}

function pattern(text: string | undefined): RegExp | undefined {
  if (text === undefined) return undefined;
  try {
    return new RegExp(text, "u");
  } catch (cause) {
    throw new UsageError(
      `Cannot read --model-source-pattern: ${(cause as SyntaxError).message}`,
      { cause },
    );
  }
}
