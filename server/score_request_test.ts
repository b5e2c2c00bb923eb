import assert from "node:assert/strict";
import { MAX_READINGS } from "./schemas/score.ts";
import { parseScoreRequest } from "./score_request.ts";

const NOW = Date.UTC(2024, 2, 1);
const reading = { meter: "b1", ts: "2024-02-29T12:00:00Z", kwh: 1.5 };
const TS = Date.UTC(2024, 1, 29, 12);

function refuses(body: unknown, errors: readonly { field: string; message: string }[]): void {
  assert.throws(() => parseScoreRequest(body, NOW), {
    name: "RequestError",
    status: 400,
    message: `Cannot score ${errors[0].field}: ${errors[0].message}`,
    fields: errors,
  });
}

Deno.test("parseScoreRequest() reads zoned times as UTC and keeps the order", () => {
  const other = { meter: "b2", ts: "2024-02-29T12:00:00+05:30", kwh: 0 };
  assert.deepEqual(parseScoreRequest({ readings: [reading, other] }, NOW), [
    { meterId: "b1", ts: TS, kwh: 1.5 },
    { meterId: "b2", ts: TS - 5.5 * 3_600_000, kwh: 0 },
  ]);
});

Deno.test("parseScoreRequest() names every field at fault", () => {
  refuses({ readings: [reading, { meter: "", ts: "today", kwh: "1" }] }, [
    { field: "readings[1].meter", message: "Too small: expected string to have >=1 characters" },
    { field: "readings[1].ts", message: "expected an ISO 8601 time with zone" },
    { field: "readings[1].kwh", message: "expected number, received string" },
  ]);
});

Deno.test("parseScoreRequest() refuses a time without zone, negative and huge energy", () => {
  const field = (body: object) => {
    try {
      parseScoreRequest({ readings: [{ ...reading, ...body }] }, NOW);
    } catch (error) {
      return (error as { fields: { field: string }[] }).fields[0].field;
    }
  };
  assert.equal(field({ ts: "2024-02-29T12:00:00" }), "readings[0].ts");
  assert.equal(field({ ts: "2024-02-30T12:00:00Z" }), "readings[0].ts");
  assert.equal(field({ kwh: -0.1 }), "readings[0].kwh");
  assert.equal(field({ kwh: 1.1e9 }), "readings[0].kwh");
  assert.equal(field({ kwh: null }), "readings[0].kwh");
  assert.equal(field({ unit: "kWh" }), "readings[0].unit");
});

Deno.test("parseScoreRequest() takes a reading up to a day ahead and refuses later ones", () => {
  const at = (ts: string) => ({ readings: [{ ...reading, ts }] });
  assert.equal(parseScoreRequest(at("2024-03-02T00:00:00Z"), NOW).length, 1);
  refuses(at("2024-03-02T00:00:00.001Z"), [{
    field: "readings[0].ts",
    message:
      "expected a time at most 24 hours ahead of now, up to 2024-03-02T00:00:00.000Z, got a later one",
  }]);
});

Deno.test("parseScoreRequest() takes 31 days of a meter and refuses a longer span", () => {
  const span = (from: string) => ({
    readings: [reading, { ...reading, meter: "b2", ts: "2020-01-01T00:00:00Z" }, {
      ...reading,
      ts: from,
    }],
  });
  assert.equal(parseScoreRequest(span("2024-01-29T12:00:00Z"), NOW).length, 3);
  refuses(span("2024-01-29T11:00:00Z"), [{
    field: "readings",
    message: "expected readings of a meter to lie within 31 days, " +
      'got 2024-01-29T11:00:00.000Z and 2024-02-29T12:00:00.000Z of "b1"',
  }]);
});

Deno.test("parseScoreRequest() refuses no readings, too many, other bodies and other keys", () => {
  const first = (body: unknown) => {
    try {
      parseScoreRequest(body, NOW);
    } catch (error) {
      return (error as { fields: { field: string }[] }).fields[0].field;
    }
  };
  assert.equal(first({ readings: [] }), "readings");
  assert.equal(first({ readings: new Array(MAX_READINGS + 1).fill(reading) }), "readings");
  assert.equal(first({}), "readings");
  assert.equal(first([]), "body");
  assert.equal(first(null), "body");
  assert.equal(first({ readings: [reading], model: "x" }), "model");
});

Deno.test("parseScoreRequest() stops after 20 errors", () => {
  assert.throws(
    () => parseScoreRequest({ readings: new Array(1000).fill(7) }, NOW),
    (error: { fields: unknown[] }) => error.fields.length === 20,
  );
});
