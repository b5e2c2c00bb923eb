import assert from "node:assert/strict";
import { readView, viewHref } from "./view.ts";

const DAY = 86_400_000;
const b1 = { meterId: "b1", events: 9, anomalousHours: 10, from: 0, to: 100 * DAY };
const b2 = { meterId: "b2", events: 1, anomalousHours: 40, from: 0, to: 99.5 * DAY };
function days(from: number, to: number) {
  return { from: from * DAY, to: to * DAY };
}

Deno.test("readView() shows the last 28 days of the meter with most anomalous hours", () => {
  assert.deepEqual(readView({}, [b1, b2]), { meter: b2, ...days(72, 100) });
});

Deno.test("readView() takes the first of equals", () => {
  assert.equal(readView({}, [b1, { ...b1, meterId: "b3" }]).meter, b1);
});

Deno.test("readView() takes both days inclusive", () => {
  const query = { meter: "b1", from: "1970-01-03", to: "1970-01-03" };
  assert.deepEqual(readView(query, [b1, b2]), { meter: b1, ...days(2, 3) });
});

Deno.test("readView() adds 28 days to the one given, and takes empty ones for absent", () => {
  assert.deepEqual(readView({ meter: "b1", from: "1970-01-11" }, [b1]), {
    meter: b1,
    ...days(10, 38),
  });
  assert.deepEqual(readView({ meter: "", from: "", to: "1970-01-31" }, [b1]), {
    meter: b1,
    ...days(3, 31),
  });
});

Deno.test("readView() refuses an unknown meter, malformed days and days out of order", () => {
  assert.throws(() => readView({ meter: "b9" }, [b1]), {
    status: 404,
    message: 'Cannot show meter "b9": it has not been scored',
  });
  assert.throws(() => readView({ from: "1970-02-30" }, [b1]), {
    status: 400,
    message: 'Cannot read from: expected a day such as 2024-03-31, got "1970-02-30"',
  });
  assert.throws(() => readView({ from: "1970-01-02", to: "1970-01-01" }, [b1]), {
    status: 400,
    message: "Cannot show 1970-01-02 to 1970-01-01: expected the first day not after the last",
  });
  assert.throws(() => readView({ from: "1970-01-01", to: "1971-01-02" }, [b1]), {
    status: 400,
    message: "Cannot show 367 days: expected at most 366 of them",
  });
});

Deno.test("readView() shows 28 days that end a week after the meter's last event", () => {
  const eventful = { ...b1, lastEvent: 50.5 * DAY };
  assert.deepEqual(readView({}, [eventful]), { meter: eventful, ...days(30, 58) });
  const recent = { ...b1, lastEvent: 97 * DAY };
  assert.deepEqual(readView({}, [recent]), { meter: recent, ...days(72, 100) });
});

Deno.test("readView() goes no further than a date input can", () => {
  const { to } = readView({ from: "9999-12-30" }, [b1]);
  assert.equal(to - DAY, Date.parse("9999-12-31"));
  assert.equal(readView({ to: "0000-01-02" }, [b1]).from, Date.parse("0000-01-01"));
});

Deno.test("viewHref() escapes the meter id", () => {
  assert.equal(viewHref("a&b=c", 0, DAY), "/?meter=a%26b%3Dc&from=1970-01-01&to=1970-01-01");
});
