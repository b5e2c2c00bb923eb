/** A value that its reader leaves as it is, all the way down: what zod infers may be written to. */
export type ReadOnly<T> = T extends object ? { readonly [Key in keyof T]: ReadOnly<T[Key]> } : T;
