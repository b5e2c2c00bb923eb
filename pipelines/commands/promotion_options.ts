/** The options that the commands of promotion share. */

/** Which registered model. */
export const REGISTERED_MODEL = {
  type: "string",
  placeholder: "NAME",
  description: "Registered model",
  default: "energy-anomaly",
} as const;

/** Which alias, and who moves it. */
export const MOVE_OPTIONS = {
  model: REGISTERED_MODEL,
  alias: {
    type: "string",
    placeholder: "NAME",
    description: "Alias to move; a challenger is not compared with the version before",
    default: "champion",
  },
  by: {
    type: "string",
    placeholder: "NAME",
    description: "Who decides",
    default: "the command line",
  },
} as const;
