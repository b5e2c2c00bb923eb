import assert from "node:assert/strict";
import { rememberSlowRequests } from "./slow_requests.ts";

const START = Date.UTC(2026, 0, 1);
const HOUR = 3_600_000;

function request(after: number, ms: number) {
  const at = START + after;
  return { at, requestId: "r", method: "GET", route: "/", status: 200, parts: {}, ms };
}

Deno.test("rememberSlowRequests() keeps the 50 slowest", () => {
  const slow = rememberSlowRequests();
  for (let i = 0; i < 200; i++) slow.add(request(i, (i * 37) % 200));
  assert.deepEqual(
    slow.list(START + 200).map(({ ms }) => ms),
    Array.from({ length: 50 }, (_, i) => 199 - i),
  );
});

Deno.test("rememberSlowRequests() forgets what is older than an hour", () => {
  const slow = rememberSlowRequests();
  for (let i = 0; i < 50; i++) slow.add(request(0, 1000 + i));
  slow.add(request(HOUR / 2, 10));
  assert.equal(slow.list(START + HOUR / 2).length, 50);
  assert.deepEqual(slow.list(START + HOUR), []);
  slow.add(request(HOUR + 1, 10));
  assert.deepEqual(slow.list(START + HOUR + 1).map(({ ms }) => ms), [10]);
});
