/** A histogram as small as a word. */

const BAR = 3;
const HEIGHT = 24;

/**
 * One bar per count in the text's own colour, the highest as high as the picture; a count above 0
 * is always seen.
 *
 * @param label Read out in place of the picture; plain text without markup.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.match(barsSvg([1, 0, 4], "kwh"), /d="M0 24v-6h2v6zM6 24v-24h2v24z"/);
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
    `<path fill="currentColor" fill-opacity="0.55" d="${bars.join("")}"/></svg>`;
}
