/** A JSON object whose fields nobody has looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One kind of golden vectors: knows its files by what stands in them, and computes what core says to a case. */
export interface VectorKind {
  readonly name: string;
  /** Whether a case is of this kind. A file is, when any of its cases is. */
  isCase(vector: JsonObject): boolean;
  /** What core answers, in the fields of the vectors. */
  got(vector: JsonObject, file: JsonObject): unknown;
  /** What must come out, when it is not the `expected` fields of the case. */
  expected?(vector: JsonObject): unknown;
  /** Relative tolerance of floats, when it is not 1e-9. */
  tolerance?(vector: JsonObject): number;
}
