import assert from "node:assert/strict";
import { requiredText } from "../requests/parameters.ts";
import { openTrackingStore } from "../store.ts";
import { defineRoute, defineWrite } from "./define.ts";

Deno.test("defineRoute() hands on checked parameters only", async () => {
  const home = await Deno.makeTempDir();
  {
    using store = openTrackingStore({ home, now: () => 0 });
    const route = defineRoute({
      method: "GET",
      path: "echo",
      parameters: { name: requiredText },
      answer: (_store, parameters) => parameters,
    });
    assert.deepEqual(await route.answer(store, { name: "a", other: 1 }), { name: "a" });
    assert.throws(
      () => route.answer(store, { other: 1 }),
      /Missing value for required parameter 'name'/,
    );
  }
  await Deno.remove(home, { recursive: true });
});

const insert = "INSERT INTO registered_models VALUES (?, NULL, 0, 0)";

Deno.test("defineWrite() shows other connections all of an answer at once, or nothing", async () => {
  const home = await Deno.makeTempDir();
  {
    using store = openTrackingStore({ home, now: () => 0 });
    using other = openTrackingStore({ home, now: () => 0 });
    const names = () => other.database.all("SELECT name FROM registered_models");
    const write = defineWrite({
      method: "POST",
      path: "write",
      parameters: { name: requiredText },
      answer({ database }, { name }) {
        database.run(insert, name);
        assert.deepEqual(names(), []);
        database.run(insert, name === "twice" ? name : `${name} more`);
        return { name };
      },
    });
    assert.throws(() => write.answer(store, { name: "twice" }), /UNIQUE constraint failed/);
    assert.deepEqual(names(), []);
    assert.deepEqual(await write.answer(store, { name: "a" }), { name: "a" });
    assert.deepEqual(names(), [{ name: "a" }, { name: "a more" }]);
  }
  await Deno.remove(home, { recursive: true });
});
