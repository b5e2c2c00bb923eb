import assert from "node:assert/strict";
import { DAY_MS } from "./site.ts";
import { expectedTemperature, simulateWeather } from "./weather.ts";

const START = Date.UTC(2020, 0, 1);

Deno.test("expectedTemperature() has the stated annual mean and swing", () => {
  // A day's mean drops the daily cosine; day 200 is the warmest, half a year later the coldest.
  const dayMean = (day: number) => {
    let sum = 0;
    for (let hour = 0; hour < 24; hour++) {
      sum += expectedTemperature(START + (day + hour / 24) * DAY_MS);
    }
    return sum / 24;
  };
  assert.ok(Math.abs(dayMean(200) - 28) < 0.01);
  assert.ok(Math.abs(dayMean(200 - 182.625) - 2) < 0.01);
});

Deno.test("expectedTemperature() peaks at 15 h local time, 11 °C above 3 h", () => {
  const at = (hour: number) => expectedTemperature(Date.UTC(2020, 6, 19, hour - 5));
  assert.ok(Math.abs(at(15) - at(3) - 11) < 0.05);
  for (const hour of [14, 16]) assert.ok(at(hour) < at(15));
});

Deno.test("simulateWeather() leaves the climate by fronts of 3 °C that last days", () => {
  const hours = 20 * 8766;
  const { ts, temperatureC } = simulateWeather(START, hours, 5);
  const front = temperatureC.map((t, i) => t - expectedTemperature(ts[i]));
  let variance = 0;
  let lagged = 0;
  for (let i = 0; i < hours - 24; i++) {
    variance += front[i] ** 2;
    lagged += front[i] * front[i + 24];
  }
  // An AR(1) process with memory 0.985 remembers 0.985^24 = 0.70 of itself after a day.
  assert.ok(Math.abs(Math.sqrt(variance / hours) - 3) < 0.2);
  assert.ok(Math.abs(lagged / variance - 0.985 ** 24) < 0.05);
});

Deno.test("simulateWeather() names its site, steps by the hour and repeats for a seed", () => {
  const weather = simulateWeather(START, 3, 5);
  assert.deepEqual(weather.siteId, ["hostel", "hostel", "hostel"]);
  assert.deepEqual([...weather.ts], [START, START + 3_600_000, START + 7_200_000]);
  assert.deepEqual(simulateWeather(START, 3, 5), weather);
  assert.notDeepEqual(simulateWeather(START, 3, 6).temperatureC, weather.temperatureC);
});

Deno.test("simulateWeather() gives a longer run the same beginning", () => {
  const short = simulateWeather(START, 10, 5).temperatureC;
  assert.deepEqual(simulateWeather(START, 100, 5).temperatureC.slice(0, 10), short);
});
