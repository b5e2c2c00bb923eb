import { random } from "../random.ts";
import { volumeUnderSurface } from "./volume_under_surface.ts";

const ROWS = 61_000;
const draw = random(1);
const labels = Uint8Array.from({ length: ROWS }, (_, row) => row % 400 < 12 ? 1 : 0);
const scores = Float64Array.from(labels, (label) => draw() + label / 2);

Deno.bench("volumeUnderSurface(): 61,000 rows with 153 events", () => {
  volumeUnderSurface(labels, scores, 24);
});
