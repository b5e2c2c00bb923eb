/** The server's own settings, on top of those of the pipelines. */
import { z } from "zod";
import { hostOf, isHostName, listedHosts } from "../pipelines/mod.ts";

/** Addresses that stand for every one of this machine: nobody asks for them. */
const WILDCARDS = ["0.0.0.0", "[::]"];

const MEGABYTE = 1_000_000;
const SHARE = "expected a share from 0 to 1";

const schema = z.object({
  WATTBOOK_HOST: z.string().default("127.0.0.1")
    .refine((host) => hostOf(host) !== undefined, "expected an address or a host name"),
  WATTBOOK_PORT: z.string().regex(/^\d{1,5}$/, "expected a port from 0 to 65535")
    .transform(Number).refine((port) => port <= 65535, "expected a port from 0 to 65535")
    .default(8000),
  WATTBOOK_ALLOWED_HOSTS: z.string().default("")
    .transform(listedHosts)
    .refine(
      (names) => names.every(isHostName),
      "expected host names without port, separated by commas",
    ),
  WATTBOOK_WORKERS: z.string().regex(/^[1-9]\d{0,2}$/, "expected a whole number from 1 to 999")
    .transform(Number).optional(),
  WATTBOOK_RELOAD_SECONDS: seconds(0.1, 86_400).default(5),
  WATTBOOK_REQUEST_SECONDS: seconds(0.1, 3_600).default(60),
  WATTBOOK_LOG: z.enum(["off", "json"], "expected off or json").default("off"),
  WATTBOOK_PAYLOAD_SHARE: z.string().regex(/^[01](\.\d+)?$/, SHARE)
    .transform(Number).refine((share) => share <= 1, SHARE).default(0.1),
  WATTBOOK_PAYLOAD_MB: z.string().regex(/^\d{1,6}$/, "expected a whole number of megabytes")
    .transform(Number).default(100),
});

function seconds(least: number, most: number) {
  return z.string().transform((text) => text.trim() === "" ? NaN : Number(text)).refine(
    (value) => value >= least && value <= most,
    `expected seconds from ${least} to ${most}`,
  );
}

/** Where the server listens, for whom it answers, and what it keeps of that. */
export interface ServerConfig {
  /** `WATTBOOK_HOST`: address to bind to. @default {"127.0.0.1"} */
  readonly host: string;
  /** `WATTBOOK_PORT`: port to bind to, 0 for any free one. @default {8000} */
  readonly port: number;
  /**
   * Host names accepted beside the loopback ones: the address that is bound to, unless it stands
   * for all, and those of `WATTBOOK_ALLOWED_HOSTS`.
   */
  readonly allowedHosts: readonly string[];
  /** `WATTBOOK_WORKERS`: threads that score; one less than the cores, at least one, when absent. */
  readonly workers?: number;
  /** `WATTBOOK_RELOAD_SECONDS`: how often the registry is asked where an alias points. @default {5} */
  readonly reloadSeconds: number;
  /** `WATTBOOK_REQUEST_SECONDS`: after which a request is given up. @default {60} */
  readonly requestSeconds: number;
  /** `WATTBOOK_LOG`: whether each request is told as a line of JSON. @default {false} */
  readonly logRequests: boolean;
  /** `WATTBOOK_PAYLOAD_SHARE`: share of scored rows that is kept for monitoring. @default {0.1} */
  readonly payloadShare: number;
  /** `WATTBOOK_PAYLOAD_MB`: the most that is kept of them, in bytes. @default {100_000_000} */
  readonly payloadBytes: number;
}

/** Names of the variables that {@linkcode parseServerConfig} reads. */
export const SERVER_CONFIG_VARIABLES: readonly string[] = Object.keys(schema.shape);

/**
 * Validates the environment variables of the server.
 *
 * @throws {TypeError} Naming the variable, what is wrong with it and the value.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const { host, port, reloadSeconds } = parseServerConfig({ WATTBOOK_PORT: "9000" });
 * assert.deepEqual([host, port, reloadSeconds], ["127.0.0.1", 9000, 5]);
 * ```
 */
export function parseServerConfig(
  environment: Readonly<Record<string, string | undefined>>,
): ServerConfig {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue.path[0]);
    throw new TypeError(
      `Cannot read ${name} from the environment: ${issue.message}, got ${
        JSON.stringify(environment[name])
      }`,
    );
  }
  const { data } = parsed;
  const { WATTBOOK_HOST: host, WATTBOOK_PORT: port, WATTBOOK_ALLOWED_HOSTS: listed } = data;
  const bound = [host].flatMap((address) => hostOf(address) ?? []);
  return {
    host,
    port,
    allowedHosts: [...bound.filter((name) => !WILDCARDS.includes(name)), ...listed],
    workers: parsed.data.WATTBOOK_WORKERS,
    reloadSeconds: parsed.data.WATTBOOK_RELOAD_SECONDS,
    requestSeconds: parsed.data.WATTBOOK_REQUEST_SECONDS,
    logRequests: data.WATTBOOK_LOG === "json",
    payloadShare: data.WATTBOOK_PAYLOAD_SHARE,
    payloadBytes: data.WATTBOOK_PAYLOAD_MB * MEGABYTE,
  };
}

/**
 * The server settings of this process.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(readServerConfig().port >= 0);
 * ```
 */
export function readServerConfig(): ServerConfig {
  return parseServerConfig(
    Object.fromEntries(SERVER_CONFIG_VARIABLES.map((name) => [name, Deno.env.get(name)])),
  );
}
