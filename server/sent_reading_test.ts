import assert from "node:assert/strict";
import fc from "fast-check";
import { sentReadingReader } from "./sent_reading.ts";
import { sentReadingSchema } from "./schemas/score.ts";

const NOW = Date.UTC(2024, 2, 1);

Deno.test("sentReadingReader() takes exactly what the schema takes", () => {
  const read = sentReadingReader(Infinity);
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(undefined, NaN, Infinity, -0, 1e9, 1.1e9));
  const meter = fc.oneof(fc.string({ maxLength: 300 }), fc.constant("m".repeat(200)), odd);
  const date = fc.date({ noInvalidDate: true });
  const ts = fc.oneof(
    date.map((day) => day.toISOString()),
    fc.constantFrom("2024-02-29T12:00:00+05:30", "2024-02-30T12:00:00Z", "2024-01-01T00:00Z"),
    odd,
  );
  const kwh = fc.oneof(fc.double(), odd);
  const more = fc.oneof(fc.constant({}), fc.dictionary(fc.string(), fc.jsonValue()));
  const sent = fc.oneof(
    fc.record({ meter, ts, kwh, more }, { requiredKeys: ["more"] })
      .map(({ more, ...reading }) => ({ ...reading, ...more })),
    odd,
  );
  fc.assert(
    fc.property(sent, (value) => {
      const parsed = sentReadingSchema.safeParse(value);
      const result = read(value, []);
      if (!parsed.success) return assert.ok(Array.isArray(result) && result.length > 0);
      const { meter, ts, kwh } = parsed.data;
      assert.deepEqual(result, { meterId: meter, ts: Date.parse(ts), kwh });
    }),
    { numRuns: 2000, examples: [[{ meter: "b1", ts: "2024-02-29T12:00:00Z", kwh: 1 }]] },
  );
});

Deno.test("sentReadingReader() refuses a time more than a day ahead, where it stands", () => {
  const read = sentReadingReader(NOW);
  const at = (ts: string) => read({ meter: "b1", ts, kwh: 1 }, ["readings", 2]);
  assert.deepEqual(at("2024-03-02T01:00:00+01:00"), {
    meterId: "b1",
    ts: NOW + 24 * 3_600_000,
    kwh: 1,
  });
  assert.deepEqual(at("2024-03-02T00:00:00.001Z"), [{
    field: "readings[2].ts",
    message:
      "expected a time at most 24 hours ahead of now, up to 2024-03-02T00:00:00.000Z, got a later one",
  }]);
});
