/** A property's name for each step down, list positions as text: ["Origins", "1", "OriginPath"]. */
export type Path = readonly string[];

/**
 * What AWS's registry schema of a resource type says that a comparison needs. Paths are dotted, `*` stands
 * for a list position or the key of a map: "Replicas.*.Region".
 */
export interface ReadableSchema {
  /** Only AWS sets these. */
  readOnlyPaths?: readonly string[];
  /** AWS takes these and never returns them. */
  writeOnlyPaths?: readonly string[];
  /** Lists whose order means nothing. */
  unorderedScalarPaths?: readonly string[];
  unorderedObjectArrayPaths?: readonly string[];
  /** Maps whose keys are anybody's: a key that nobody declared is a difference there. */
  freeFormMapPaths?: readonly string[];
}

/** A resource as its template declares it, resolved, and as AWS returned it. */
export interface ComparedResource {
  resourceType: string;
  declared: Readonly<Record<string, unknown>>;
  live: Readonly<Record<string, unknown>>;
  schema?: ReadableSchema;
}

/** `expected` is undefined for what nobody declared, `actual` for what is gone. */
export interface Difference {
  path: string;
  expected?: unknown;
  actual?: unknown;
}

export interface Comparison {
  differences: Difference[];
  /** Dotted paths of declared properties that AWS does not return, or whose declared value is not known. */
  notCompared: string[];
}
