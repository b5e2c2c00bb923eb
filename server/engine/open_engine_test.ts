import assert from "node:assert/strict";
import {
  CHAMPION,
  MODEL,
  withRegisteredVersions,
} from "../../pipelines/steps/registered_versions_fixture.ts";
import { openEngine } from "./open_engine.ts";

Deno.test("openEngine() answers every request while the alias moves, by the version that it began with", async () => {
  const versions = ["1", "2", "3"];
  await withRegisteredVersions(versions.length, async ({ registry, moveTo }) => {
    const loaded: string[] = [];
    let batches = 0;
    await using engine = openEngine({
      registry,
      workers: 1,
      now: () => performance.now(),
      observer: {
        loaded: (_, version) => void loaded.push(version),
        loadFailed: assert.fail,
        batch: (name, version, { rows, requests }) => {
          assert.equal(name, MODEL);
          assert.ok(versions.includes(version) && rows >= requests);
          batches++;
        },
      },
    });
    const { models, loader } = engine;
    await loader.follow(CHAMPION);
    const columns = models.defaultOf().columns;
    const expected = new Map<string, Float32Array>();
    const answered = new Map(versions.map((version) => [version, 0]));
    let moving = true;
    async function ask(nth: number): Promise<void> {
      while (moving) {
        using lease = models.lease();
        const { version, session } = lease.model;
        const values = Float32Array.of(nth, -nth);
        const { score } = await session.score({ columns, rows: 1, values });
        const known = expected.get(`${nth}`) ?? score;
        assert.deepEqual(score, known);
        expected.set(`${nth}`, known);
        answered.set(version, answered.get(version)! + 1);
      }
    }
    const asking = Promise.all(Array.from({ length: 8 }, (_, nth) => ask(nth)));
    for (let move = 1; move <= 30; move++) {
      await moveTo(versions[move % versions.length]);
      await loader.refresh();
    }
    moving = false;
    await asking;
    assert.equal(loaded.length, 31);
    assert.ok([...answered.values()].every((count) => count > 0), JSON.stringify([...answered]));
    // The last version and, in case that it fails, the one before.
    assert.deepEqual(models.list().map(({ version }) => version), ["1", "3"]);
    assert.ok(batches > 0);
  });
});

Deno.test("openEngine() ends although a request never gives its model back", async () => {
  await withRegisteredVersions(1, async ({ registry }) => {
    const engine = openEngine({ registry, workers: 1, now: () => 0, drainSeconds: 0.01 });
    await engine.loader.follow(CHAMPION);
    engine.models.lease();
    await engine[Symbol.asyncDispose]();
  });
});
