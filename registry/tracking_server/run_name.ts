/** Names for runs that come without one. */

const adjectives =
  "amber brisk calm clever dapper eager fair gentle handy jolly keen lively mellow nimble polite quiet"
    .split(" ");
const nouns =
  "ampere beacon coil diode ember fuse gauge henry joule kettle lamp meter ohm pylon socket watt"
    .split(" ");

/**
 * A name that is easy to say, made of an id: the same id gives the same name.
 *
 * @param id At least five hexadecimal digits.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * assert.equal(runNameOf("01abc"), "amber-beacon-748");
 * ```
 */
export function runNameOf(id: string): string {
  const [adjective, noun] = [parseInt(id[0], 16), parseInt(id[1], 16)];
  return `${adjectives[adjective]}-${nouns[noun]}-${parseInt(id.slice(2, 5), 16) % 1000}`;
}
