import { AppError } from "@greenroom/errors";

/** The place after a row in a list that is ordered newest first, rows of the same instant by id. */
export interface ListPosition {
  createdAt: Date;
  id: string;
}

/** The position as opaque text for the client. */
export function writeCursor(row: ListPosition): string {
  return Buffer.from(`${row.createdAt.toISOString()} ${row.id}`).toString("base64url");
}

/** @throws INVALID_INPUT for text that no list gave out */
function readCursor(cursor: string): ListPosition {
  const [at = "", id = ""] = Buffer.from(cursor, "base64url").toString().split(" ");
  const createdAt = new Date(at);
  if (id === "" || id.includes("\0") || Number.isNaN(createdAt.getTime())) {
    throw new AppError("cursorInvalid", undefined, { field: "cursor" });
  }
  return { createdAt, id };
}

/** Rows after the cursor, as a Prisma condition over `createdAt` and `id`. */
export function afterCursor(cursor: string | null | undefined) {
  if (!cursor) return {};
  const { createdAt, id } = readCursor(cursor);
  return { createdAt: { lte: createdAt }, OR: [{ createdAt: { lt: createdAt } }, { id: { lt: id } }] };
}
