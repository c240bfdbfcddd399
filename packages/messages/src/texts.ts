/** The shape of another language's catalog: the same keys, each with a text. */
export type Texts<English> = {
  [Key in keyof English]: English[Key] extends string ? string : Texts<English[Key]>;
};

/** Every key of a catalog that holds a text, as a dotted path. */
export type KeysOf<Catalog> = {
  [Key in keyof Catalog & string]: Catalog[Key] extends string ? Key : `${Key}.${KeysOf<Catalog[Key]>}`;
}[keyof Catalog & string];

/** The text at a dotted path. */
export type TextAt<Catalog, Path extends string> = Path extends keyof Catalog
  ? Catalog[Path]
  : Path extends `${infer Key}.${infer Rest}`
    ? Key extends keyof Catalog
      ? TextAt<Catalog[Key], Rest>
      : never
    : never;
