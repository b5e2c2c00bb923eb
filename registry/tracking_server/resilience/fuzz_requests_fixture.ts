/** Requests that are almost right: what an endpoint takes, with some of it bent. */

import fc from "fast-check";

/** What requests may speak of, by the name of a parameter. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>;

/** An endpoint to bend requests for. */
export interface Endpoint {
  readonly method: string;
  /** `:name` stands for one segment, `*` for any number of them. */
  readonly path: string;
  /** Names of what it takes. */
  readonly names: readonly string[];
}

/** Texts that mean something to some parser, file system, database or prototype. */
const oddTexts = [
  ...["", " ", "\0", "a\0b", "\n", "\r\nX-A: 1", "\ud800", "😀", "\u202e", "é", "a".repeat(9000)],
  ...[
    "..",
    "../..",
    "/etc/passwd",
    "a/../../b",
    "C:\\a",
    "\\\\host\\a",
    "%00",
    "%2e%2e%2f",
    "%",
    "#",
  ],
  ...[
    "NaN",
    "-Infinity",
    "1e999",
    "0x10",
    "9".repeat(40),
    "-1",
    "1.5",
    "true",
    "null",
    "undefined",
  ],
  ...["'", '"', "`", "' OR 1=1 --", ";DROP TABLE runs", "__proto__", "constructor", "toString"],
  ...[
    "file:///etc",
    "s3://b/../c",
    "models:/",
    "models:/m/1",
    "models:/m@",
    "runs:/a/b",
    "http://[",
  ],
];

/** Written without quotes, as numbers that no double holds. */
const rawNumbers = ["9223372036854775807", "9223372036854775808", "-1e400", "1.0", "1E5"];

const words = [
  ...[
    "metrics.m",
    "params.p",
    "tags.`a b`",
    'tags."k"',
    "attributes.name",
    "name",
    "run_id",
    "x.y.z",
  ],
  ...["status", "start_time", "creation_time", "dataset.name", "datasets.digest", "version_number"],
  ...["=", "!=", "<", ">=", "LIKE", "ILIKE", "IN", "NOT IN", "IS NULL", "IS NOT NULL", "AND", "OR"],
  ...["'x'", '"y"', "'%_'", "1", "-1e5", "1e999", "(", ")", "('a', 'b')", "()", ",", "ASC", "DESC"],
  ...["`", "'", "\\", "\0", "😀", "*", ";", "--"],
];

/** What a reader of files may ask for beside the address. */
const readHeaders: readonly Readonly<Record<string, string>>[] = [
  ...[{}, {}, {}, { range: "bytes=0-" }, { range: "bytes=5-1" }, { range: "bytes=-0" }],
  ...[{ range: `bytes=${"0-0,".repeat(1000)}1-1` }, { range: `bytes=${"9".repeat(40)}-` }],
  ...[{ range: "lines=1-2" }, { range: "bytes=1-", "if-range": "x" }, { "if-none-match": "*" }],
  ...[{ "if-none-match": '",,W/"' }, { accept: "text/html;q=x" }, { "content-length": "9" }],
];

const oddText = fc.oneof(
  fc.constantFrom(...oddTexts),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((some) => some.join(" ")),
);
const odd: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom(...rawNumbers.map((digits) => `@${digits}`)),
  fc.constantFrom(null, true, -0, 1e308, 2 ** 53, [], {}, [[]], [null], { key: {} }),
  fc.integer(),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A value of a parameter: often right, sometimes right in part. */
function valueOf(name: string, known: KnownValues): fc.Arbitrary<unknown> {
  const right = known[name] ?? ["x"];
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: odd },
    { weight: 1, arbitrary: fc.constantFrom(...right).chain(bent) },
  );
}

/** A list or object with odd things in some places of it. */
function bent(value: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(value)) return fc.array(fc.oneof(bent(value[0]), odd), { maxLength: 4 });
  if (typeof value !== "object" || value === null) return odd;
  const fields = Object.entries(value).map(([name, inner]) =>
    [name, fc.oneof(fc.constant(inner), bent(inner))] as const
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

/**
 * Requests for one endpoint.
 *
 * @param known Right values, such as ids of what a store holds.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import fc from "fast-check";
 * const endpoint = { method: "GET", path: "/runs/:id", names: ["id", "view"] };
 * const [request] = fc.sample(bentRequests(endpoint, { id: ["r"], view: ["all"] }), {
 *   numRuns: 1,
 *   seed: 1,
 * });
 * assert.equal(request.url.startsWith("http://localhost/"), true);
 * ```
 */
export function bentRequests(endpoint: Endpoint, known: KnownValues): fc.Arbitrary<Request> {
  const { method, path, names } = endpoint;
  const fields = Object.fromEntries(names.map((name) => [name, valueOf(name, known)]));
  const parts = fc.record({
    method: fc.oneof(
      { weight: 12, arbitrary: fc.constant(method) },
      { weight: 1, arbitrary: fc.constantFrom("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE") },
    ),
    segments: fc.tuple(...path.split("/").map((segment) => segmentOf(segment, known))),
    values: fc.record(fields, { requiredKeys: [] }),
    form: fc.constantFrom(
      "right",
      "right",
      "right",
      "right",
      "cut",
      "twice",
      "typeless",
      "raw",
      "query",
    ),
    noise: fc.uint8Array({ maxLength: 40 }),
    readHeader: fc.constantFrom(...readHeaders),
  });
  return parts.map((made) => requestOf({ ...made, path: made.segments.join("/") }));
}

function segmentOf(segment: string, known: KnownValues): fc.Arbitrary<string> {
  const [, name] = /^:(\w+)/.exec(segment) ?? [];
  if (name === undefined && segment !== "*") return fc.constant(segment);
  const right = (known[name ?? "path"] ?? ["x"]).map(String);
  return fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: oddText.map((text) => encodeURIComponent(text.toWellFormed())) },
    { weight: 1, arbitrary: fc.constantFrom("%", "%E0%A4", "%2F..%2F", "..;", "a%00", "//", "") },
  );
}

function requestOf(
  { method, path, values, form, noise, readHeader }: {
    method: string;
    path: string;
    values: Record<string, unknown>;
    form: string;
    noise: Uint8Array;
    readHeader: Readonly<Record<string, string>>;
  },
): Request {
  const url = URL.parse(`http://localhost${path}`) ?? new URL("http://localhost/");
  const query = String(new URLSearchParams(Object.entries(values).flatMap(pairsOf)));
  const json = JSON.stringify(values).replace(/"@([-\d.eE]+)"/g, "$1");
  if (method === "GET" || method === "HEAD") {
    url.search = form === "raw" ? `?${new TextDecoder("latin1").decode(noise)}=%&%zz` : query;
    return new Request(url, { method, headers: readHeader });
  }
  if (form === "query") url.search = query;
  const bodies: Record<string, BodyInit> = {
    cut: json.slice(0, json.length / 2),
    twice: JSON.stringify(json),
    raw: noise as BodyInit,
  };
  const headers = { "content-type": form === "typeless" ? "text/plain" : "application/json" };
  return new Request(url, { method, headers, body: bodies[form] ?? json });
}

function pairsOf([name, value]: readonly [string, unknown]): [string, string][] {
  const all = Array.isArray(value) ? value : [value];
  return all.map((one) => [
    name,
    (typeof one === "string" ? one : JSON.stringify(one) ?? "").toWellFormed(),
  ]);
}
