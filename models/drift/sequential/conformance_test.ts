import assert from "node:assert/strict";
import { type ChangeDetectorFactory, criteria, type Criterion } from "./conformance.ts";
import type { ChangeDetector, ChangeState } from "./change_detector.ts";
import { changeDetectors } from "./mod.ts";

const factories = changeDetectors as Readonly<Record<string, ChangeDetectorFactory>>;

for (const [name, make] of Object.entries(factories)) {
  for (const { name: criterion, check } of criteria) {
    Deno.test(`the change detector ${name} ${criterion}`, () => check(make));
  }
}

function criterion(words: RegExp): Criterion {
  const found = criteria.find(({ name }) => words.test(name));
  assert.ok(found, `no criterion matches ${words}`);
  return found;
}

Deno.test("criteria catch a change detector that breaks the promise", () => {
  const broken: [RegExp, (good: ChangeDetector) => Partial<ChangeDetector>][] = [
    [/false alarms/, () => ({ update: changeAt(10) })],
    [/finds a shift/, () => ({ update: (state) => state })],
    [/begins anew/, () => ({ update: (state) => state })],
    [/batches/, () => ({ start: () => ({ seen: NaN, changes: 0, first: null }) })],
    [
      /leaves the state/,
      () => ({ update: (state) => Object.assign(state, { seen: state.seen + 1 }) }),
    ],
    [/missing/, ({ update }) => ({ update: (state, value) => update(state, value || 0) })],
    [/constant/, () => ({ update: changeAt(1000) })],
    [/cannot be/, () => ({})],
  ];
  assert.equal(broken.length, criteria.length);
  for (const [words, spoil] of broken) {
    const make: ChangeDetectorFactory = (options) => {
      const good = factories.cusum(words.source === "cannot be" ? {} : options);
      return { ...good, ...spoil(good) };
    };
    assert.throws(() => criterion(words).check(make), assert.AssertionError, `${words}`);
  }
});

/** Tells a change at one place, whatever the values. */
function changeAt(place: number) {
  return (state: ChangeState): ChangeState => ({
    seen: state.seen + 1,
    changes: state.changes + (state.seen === place ? 1 : 0),
    first: state.first ?? (state.seen === place ? place : null),
  });
}
