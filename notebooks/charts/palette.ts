/**
 * The colours of every chart. A page changes them by setting the CSS property; the defaults keep a
 * contrast of at least 3 : 1 against white and against #0d1117.
 */
export const palette = {
  /** Axes, text and anything neutral: the page's own text colour. */
  ink: "currentColor",
  /** What was measured. */
  measured: "var(--chart-measured, #3a7ca5)",
  /** What asks for attention: anomalies, drift. */
  alert: "var(--chart-alert, #d6493f)",
  /** What was expected, or is within bounds. */
  quiet: "var(--chart-quiet, #848d97)",
} as const;
