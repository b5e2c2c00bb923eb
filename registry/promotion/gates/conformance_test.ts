import assert from "node:assert/strict";
import { BARE, GOOD } from "../facts_fixture.ts";
import type { PromotionFacts } from "../facts.ts";
import { defaultTerms } from "../terms.ts";
import { gates } from "./mod.ts";

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

function passes(gate: (typeof gates)[number], facts: PromotionFacts): boolean {
  return gate.check(facts, defaultTerms).every(({ passed }) => passed);
}

Deno.test("gates have names of their own", () => {
  assert.equal(new Set(gates.map(({ name }) => name)).size, gates.length);
});

for (const gate of gates) {
  Deno.test(`gate ${gate.name} keeps the contract`, async (t) => {
    await t.step("passes a version about which everything is recorded and right", () => {
      assert.ok(passes(gate, GOOD));
      assert.ok(passes(gate, { candidate: GOOD.candidate }), "the first one");
    });
    await t.step("refuses a version about which nothing is recorded", () => {
      assert.ok(!passes(gate, BARE));
      assert.ok(!passes(gate, { ...BARE, holder: GOOD.holder }));
    });
    await t.step("does not change the facts and says the same again", () => {
      const facts = frozen(structuredClone(GOOD));
      assert.deepEqual(gate.check(facts, defaultTerms), gate.check(facts, defaultTerms));
    });
    await t.step("tells what it looked at as plain JSON, one finding or more", () => {
      for (const facts of [GOOD, BARE]) {
        const findings = gate.check(facts, defaultTerms);
        assert.ok(findings.length > 0);
        assert.deepEqual(JSON.parse(JSON.stringify(findings)), findings);
        for (const { subject, expected } of findings) assert.ok(subject && expected);
      }
    });
  });
}
