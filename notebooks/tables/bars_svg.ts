/** A histogram as small as a word. */

const BAR = 3;
const HEIGHT = 24;
const BLOCKS = "▁▂▃▄▅▆▇█";
/** Blocks of text that stand for the bars where there is no picture. */
const MOST_BLOCKS = 16;

/**
 * One bar per count in the text's own colour, the highest as high as the picture; a count above 0
 * is always seen. Jupyter takes the SVG away from the output of a notebook that is not trusted, and
 * leaves the text in it: that is the same histogram, in block characters.
 *
 * @param label Read out in place of the picture; plain text without markup.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * const svg = barsSvg([1, 0, 4], "kwh");
 * assert.match(svg, /d="M0 24v-6h2v6zM6 24v-24h2v24z"/);
 * assert.match(svg, /<title>▂ █<\/title>/);
 * ```
 */
export function barsSvg(counts: readonly number[], label: string): string {
  const most = Math.max(...counts);
  const bars = counts.map((count, i) => {
    if (count === 0) return "";
    const height = Math.max(1, Math.round(HEIGHT * count / most));
    return `M${i * BAR} ${HEIGHT}v-${height}h${BAR - 1}v${height}z`;
  });
  const width = counts.length * BAR;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" ` +
    `viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${label}">` +
    `<title>${blocks(counts)}</title>` +
    `<path fill="currentColor" fill-opacity="0.55" d="${bars.join("")}"/></svg>`;
}

function blocks(counts: readonly number[]): string {
  const together = Math.ceil(counts.length / MOST_BLOCKS);
  const sums = Array.from(
    { length: Math.ceil(counts.length / together) },
    (_, i) => counts.slice(i * together, (i + 1) * together).reduce((sum, count) => sum + count, 0),
  );
  const most = Math.max(...sums);
  return sums.map((sum) =>
    sum === 0 ? " " : BLOCKS[Math.max(0, Math.ceil(BLOCKS.length * sum / most) - 1)]
  ).join("");
}
