/** The most that one display may hold: what the runner would not keep is refused in the kernel. */

/** Characters of one display or result; of the outputs of a cell half of 16 MiB is kept in whole. */
export const DISPLAY_LIMIT = 8_000_000;

/**
 * Code that runs once in a kernel: from then on a display or a result that is longer is an error of
 * the cell. A kernel that sends one of many megabytes may start other messages inside it.
 */
export const LIMIT_DISPLAYS = `((jupyter, internal) => {
  const { display, $display } = jupyter;
  const { broadcastResult, formatInner } = internal;
  function within(bundle) {
    // Not in JSON: rubbish of that size can make the kernel lose a cell whose promise nobody awaits.
    let size = 0;
    for (const media of Object.values(bundle ?? {})) {
      size += (typeof media === 'string' ? media : JSON.stringify(media) ?? '').length;
    }
    if (size > ${DISPLAY_LIMIT}) {
      throw new RangeError(
        'Cannot display the value as it must have at most ${DISPLAY_LIMIT} characters: ' +
          'current value has ' + size,
      );
    }
    return bundle;
  }
  jupyter.display = async (value, options = {}) => {
    const bundle = within(await formatInner(value, options.raw ?? false));
    await display({ [$display]: () => bundle }, { ...options, raw: false });
  };
  internal.broadcastResult = (count, result) =>
    result === undefined
      ? broadcastResult(count, result)
      : broadcastResult(count, {
        [$display]: async () => within(await formatInner(result, false)),
      });
})(Deno.jupyter, Deno[Deno.internal].jupyter);`;
