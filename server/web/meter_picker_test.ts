import assert from "node:assert/strict";
import { meterPicker } from "./meter_picker.ts";

const DAY = 86_400_000;
const b1 = { meterId: "b1", events: 2, anomalousHours: 9, from: 0, to: 30 * DAY };
const odd = { meterId: 'a"<&', events: 1, anomalousHours: 1, from: 0, to: 30 * DAY };

Deno.test("meterPicker() selects the meter shown and fills in its days", async () => {
  const view = { meter: b1, from: 10 * DAY, to: 20 * DAY };
  const text = String(await meterPicker([odd, b1], view));
  assert.ok(text.includes('<option value="b1" selected>b1 – 2 events</option>'));
  assert.ok(text.includes('<option value="a&quot;&lt;&amp;">a&quot;&lt;&amp; – 1 event</option>'));
  assert.ok(text.includes('name="from" value="1970-01-11"'));
  assert.ok(text.includes('name="to" value="1970-01-20"'));
});

Deno.test("meterPicker() links to as many days before and after", async () => {
  const text = String(await meterPicker([b1], { meter: b1, from: 10 * DAY, to: 20 * DAY }));
  assert.ok(text.includes('"/?meter=b1&amp;from=1970-01-01&amp;to=1970-01-10">Earlier<'));
  assert.ok(text.includes('"/?meter=b1&amp;from=1970-01-21&amp;to=1970-01-30">Later<'));
});

Deno.test("meterPicker() does not link to days without data", async () => {
  const text = String(await meterPicker([b1], { meter: b1, from: 0, to: 30 * DAY }));
  assert.ok(text.includes("<span>Earlier</span>"));
  assert.ok(text.includes("<span>Later</span>"));
});

Deno.test("meterPicker() leads from days without scores to the nearest that have some", async () => {
  const meter = { ...b1, from: 10.5 * DAY, to: 30.5 * DAY };
  const before = String(await meterPicker([meter], { meter, from: 2 * DAY, to: 4 * DAY }));
  assert.ok(before.includes("<span>Earlier</span>"));
  assert.ok(before.includes('"/?meter=b1&amp;from=1970-01-11&amp;to=1970-01-12">Later<'));
  const after = String(await meterPicker([meter], { meter, from: 90 * DAY, to: 92 * DAY }));
  assert.ok(after.includes('"/?meter=b1&amp;from=1970-01-30&amp;to=1970-01-31">Earlier<'));
  assert.ok(after.includes("<span>Later</span>"));
});
