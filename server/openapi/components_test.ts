import assert from "node:assert/strict";
import { z } from "zod";
import { gatherComponents } from "./components.ts";

Deno.test("gatherComponents() names a schema once, however often and deep it is used", () => {
  const { refer, schemas } = gatherComponents();
  const unit = z.enum(["kWh"]).meta({ id: "TestUnit" });
  const amount = z.object({ unit, other: unit.optional() }).meta({ id: "TestAmount" });
  const reference = { $ref: "#/components/schemas/TestAmount" };
  assert.deepEqual(refer(amount), reference);
  assert.deepEqual(refer(amount.nullable()), { anyOf: [reference, { type: "null" }] });
  const named = { $ref: "#/components/schemas/TestUnit" };
  assert.deepEqual(schemas, {
    TestUnit: { type: "string", enum: ["kWh"] },
    TestAmount: {
      type: "object",
      properties: { unit: named, other: named },
      required: ["unit"],
    },
  });
});

Deno.test("gatherComponents() refuses one name for two schemas", () => {
  const { refer } = gatherComponents();
  refer(z.string().meta({ id: "TestTwice" }));
  assert.throws(() => refer(z.number().meta({ id: "TestTwice" })), {
    message: 'Cannot name two schemas "TestTwice"',
  });
});

Deno.test("gatherComponents() writes what a sender writes, before it is transformed", () => {
  const { refer } = gatherComponents();
  const day = z.iso.date().transform((text) => Date.parse(text));
  assert.deepEqual([refer(day).type, refer(day).format], ["string", "date"]);
});
