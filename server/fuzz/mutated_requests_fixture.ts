/** Requests whose bodies are right but for some bytes. */
import { HEADER_LENGTH } from "../inference_protocol/binary_body.ts";
import type { ServedFacts } from "./bent_endpoints_fixture.ts";

interface GoodBody {
  /** How often it is drawn: features are computed in SQL, which takes a hundred times as long. */
  readonly weight: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

const encoder = new TextEncoder();
const TYPES = ["application/json", "text/csv", "application/x-ndjson", "application/octet-stream"];
/** Bytes that mean something to a reader of JSON, CSV or lengths. */
const TELLING = [...encoder.encode('{}[]",:\\\n\r -+.eE0129ntfuN'), 0, 0x7f, 0x80, 0xc3, 0xff];

/**
 * Requests without end, the same for the same chance: bodies of each protocol in which bytes were
 * changed, cut out, put in or written twice, now and then under another content type.
 *
 * @param random Uniform in [0, 1).
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { random } from "../../models/mod.ts";
 * const facts = { model: "m", version: "3", columns: ["a"], meterId: "b1", ts: "2024-01-01T00:00:00Z" };
 * const [first] = mutatedRequests(facts, random(1)).take(1);
 * assert.equal(first.method, "POST");
 * ```
 */
export function* mutatedRequests(
  facts: ServedFacts,
  random: () => number,
): Generator<Request, never> {
  const bodies = goodBodies(facts).flatMap((body) => new Array<GoodBody>(body.weight).fill(body));
  const below = (bound: number) => Math.floor(random() * bound);
  for (;;) {
    const { path, headers, body } = bodies[below(bodies.length)];
    const sent = new Headers(headers);
    if (below(20) === 0) sent.set("content-type", TYPES[below(TYPES.length)]);
    if (sent.has(HEADER_LENGTH) && below(4) === 0) {
      sent.set(HEADER_LENGTH, ["", "-1", "1e3", "0", "9".repeat(30), String(below(400))][below(6)]);
    }
    let bytes = body;
    for (let times = below(4); times > 0; times--) bytes = mutated(bytes, below);
    yield new Request(`http://localhost${path}`, { method: "POST", headers: sent, body: bytes });
  }
}

function mutated(
  bytes: Uint8Array<ArrayBuffer>,
  below: (bound: number) => number,
): Uint8Array<ArrayBuffer> {
  const at = below(bytes.length + 1);
  const length = 1 + below(8);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (below(5)) {
    case 0:
      return Uint8Array.of(...before);
    case 1:
      return Uint8Array.of(...before, ...after.subarray(length));
    case 2:
      return Uint8Array.of(...before, ...after.subarray(0, length), ...after);
    case 3:
      return Uint8Array.of(...before, TELLING[below(TELLING.length)], ...after);
    default:
      return Uint8Array.of(...before, TELLING[below(TELLING.length)], ...after.subarray(1));
  }
}

function goodBodies({ model, columns, meterId, ts }: ServedFacts): GoodBody[] {
  const row = columns.map((_, place) => place / 2);
  const readings = [0, 1, 2].map((hour) => ({
    meter: meterId,
    ts: new Date(Date.parse(ts) - 3_600_000 * hour).toISOString(),
    kwh: 1.5,
  }));
  const tensor = { name: "features", datatype: "FP32", shape: [2, columns.length] };
  const values = new Uint8Array(Float32Array.from([...row, ...row]).buffer);
  const head = encoder.encode(
    JSON.stringify({
      inputs: [{ ...tensor, parameters: { binary_data_size: values.length } }],
      parameters: { binary_data_output: true },
    }),
  );
  const json = { "content-type": "application/json" };
  const infer = `/v2/models/${model}/infer`;
  const text = (body: string) => encoder.encode(body);
  return [
    {
      weight: 60,
      path: "/invocations",
      headers: json,
      body: text(JSON.stringify({ dataframe_split: { columns, data: [row, row] } })),
    },
    {
      weight: 60,
      path: "/invocations",
      headers: { "content-type": "text/csv" },
      body: text(`${columns.join()}\n${row.join()}\n"1"${",".repeat(columns.length - 1)}\n`),
    },
    {
      weight: 60,
      path: infer,
      headers: json,
      body: text(JSON.stringify({ id: "r1", inputs: [{ ...tensor, data: [row, row] }] })),
    },
    {
      weight: 60,
      path: infer,
      headers: {
        "content-type": "application/octet-stream",
        [HEADER_LENGTH]: String(head.length),
      },
      body: Uint8Array.of(...head, ...values),
    },
    { weight: 6, path: "/api/v1/score", headers: json, body: text(JSON.stringify({ readings })) },
    {
      weight: 1,
      path: "/api/v1/score/stream",
      headers: { "content-type": "application/x-ndjson" },
      body: text(readings.toReversed().map((line) => `${JSON.stringify(line)}\n`).join("")),
    },
  ];
}
