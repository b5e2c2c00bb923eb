/** The environment of every command, read once and validated. */
import { resolve } from "node:path";
import { z } from "zod";

const schema = z.object({
  WATTBOOK_HOME: z.string().min(1).default("data/local"),
  WATTBOOK_DATA_MIRROR: z.string().min(1).optional(),
  WATTBOOK_NOTEBOOK_RUN: z.string().regex(/^\w+$/).optional(),
  // An empty one lets a process log to the embedded server though its parent does not.
  MLFLOW_TRACKING_URI: z.preprocess(
    (value) => value === "" ? undefined : value,
    z.url({ protocol: /^https?$/ }).optional(),
  ),
  MLFLOW_TRACKING_TOKEN: z.string().min(1).optional(),
  MLFLOW_TRACKING_USERNAME: z.string().min(1).optional(),
  MLFLOW_TRACKING_PASSWORD: z.string().min(1).optional(),
});

/** Settings shared by pipelines, notebooks and the server. */
export interface Config {
  /** `WATTBOOK_HOME`: folder of everything the product writes, absolute. @default {"data/local"} */
  readonly home: string;
  /** `WATTBOOK_DATA_MIRROR`: folder or URL used in place of the datasets' origins. */
  readonly dataMirror?: string;
  /**
   * `WATTBOOK_NOTEBOOK_RUN`: id of the notebook's run that new runs are nested in; set for the
   * kernel of a notebook that is logged.
   */
  readonly notebookRun?: string;
  /** The tracking server to log to; the embedded one when absent or empty. */
  readonly tracking?: {
    /** `MLFLOW_TRACKING_URI`: base URL of an MLflow tracking server, without user and password. */
    readonly uri: string;
    /**
     * `MLFLOW_TRACKING_TOKEN`, or `MLFLOW_TRACKING_USERNAME` with `MLFLOW_TRACKING_PASSWORD`, or
     * the user and password of the URI.
     */
    readonly credentials?: { token: string } | { username: string; password: string };
  };
}

/** Names of the variables that {@linkcode parseConfig} reads. */
export const CONFIG_VARIABLES: readonly string[] = Object.keys(schema.shape);

/**
 * Validates the environment variables `WATTBOOK_*` and `MLFLOW_TRACKING_*`.
 *
 * @param folder Where a relative home starts.
 * @throws {TypeError} Naming the variable, what is wrong with it and the value; that of a variable
 *   for MLflow may hold a password and is left out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.ok(parseConfig({ WATTBOOK_HOME: "/var/wattbook" }).home.endsWith("wattbook"));
 * ```
 */
export function parseConfig(
  environment: Readonly<Record<string, string | undefined>>,
  folder = ".",
): Config {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue.path[0]);
    const got = name.startsWith("MLFLOW_") ? "" : `, got ${JSON.stringify(environment[name])}`;
    throw new TypeError(`Cannot read ${name} from the environment: ${issue.message}${got}`);
  }
  const values = parsed.data;
  return {
    home: resolve(folder, values.WATTBOOK_HOME),
    dataMirror: values.WATTBOOK_DATA_MIRROR,
    notebookRun: values.WATTBOOK_NOTEBOOK_RUN,
    tracking: tracking(values),
  };
}

function tracking(values: z.infer<typeof schema>): Config["tracking"] {
  if (values.MLFLOW_TRACKING_URI === undefined) return undefined;
  const url = new URL(values.MLFLOW_TRACKING_URI);
  const { MLFLOW_TRACKING_USERNAME: username, MLFLOW_TRACKING_PASSWORD: password = "" } = values;
  const user = username !== undefined ? { username, password } : {
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
  url.username = url.password = "";
  return {
    uri: url.href.replace(/\/$/, ""),
    credentials: values.MLFLOW_TRACKING_TOKEN === undefined
      ? credentials(user)
      : { token: values.MLFLOW_TRACKING_TOKEN },
  };
}

function credentials(user: { username: string; password: string }) {
  if (user.username === "") return undefined;
  if (user.password === "") {
    throw new TypeError(
      "Cannot log in to the tracking server: expected MLFLOW_TRACKING_PASSWORD beside MLFLOW_TRACKING_USERNAME, got none",
    );
  }
  return user;
}

/**
 * The settings of this process.
 *
 * @param folder Where a relative home starts; a notebook runs in its own folder, not in the
 *   project's.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { isAbsolute } from "node:path";
 * assert.ok(isAbsolute(readConfig().home));
 * ```
 */
export function readConfig(folder = "."): Config {
  return parseConfig(
    Object.fromEntries(CONFIG_VARIABLES.map((name) => [name, Deno.env.get(name)])),
    folder,
  );
}

/** Variables that say where a person's files are. */
const USER_FOLDERS = ["JUPYTER_DATA_DIR", "XDG_DATA_HOME", "HOME", "APPDATA"] as const;

/** Folders of the person who runs this process, by the variable that names them. */
export type UserFolders = Readonly<Partial<Record<typeof USER_FOLDERS[number], string>>>;

/**
 * Where the person's files are, as far as the environment says.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(readUserFolders().HOME, Deno.env.get("HOME"));
 * ```
 */
export function readUserFolders(): UserFolders {
  return Object.fromEntries(USER_FOLDERS.map((name) => [name, Deno.env.get(name)]));
}
