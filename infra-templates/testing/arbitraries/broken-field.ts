/** A wrong value for one field, with the field's path in the spec. */
export interface BrokenField {
  path: string;
  value: unknown;
}
