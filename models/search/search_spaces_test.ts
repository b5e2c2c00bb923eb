import assert from "node:assert/strict";
import { createDetector, type DetectorSpec } from "../detectors/detector_spec.ts";
import { matrix } from "../matrix.ts";
import { random } from "../random.ts";
import { pointOf } from "./fresh_point.ts";
import { type SearchSpace, valueAt } from "./parameter.ts";
import { searchSpaces } from "./search_spaces.ts";

const draw = random(3);
const labels = Uint8Array.from({ length: 120 }, (_, row) => row % 10 === 0 ? 1 : 0);
const x = matrix(["a", "b", "c"], Array.from({ length: 360 }, () => draw() + draw()));

async function state(name: string, options: object): Promise<string> {
  const detector = createDetector({ name, options } as DetectorSpec);
  return JSON.stringify(await detector.fit(x, { seed: 1, labels }));
}

for (const [name, space] of Object.entries<SearchSpace>(searchSpaces)) {
  Deno.test(`the ends of the search space of ${name} are options of it`, async () => {
    for (const end of [0, 1]) {
      const options = pointOf(space, (parameter) => valueAt(parameter, end));
      assert.equal(createDetector({ name, options } as DetectorSpec).name, name);
    }
    const [low, high] = await Promise.all(
      [0, 1].map((end) => state(name, pointOf(space, (parameter) => valueAt(parameter, end)))),
    );
    assert.equal(low === high, space.length === 0);
  });
}
