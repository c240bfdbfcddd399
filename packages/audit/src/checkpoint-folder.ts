import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { open, readFile } from "node:fs/promises";
import path from "node:path";

const CHECKPOINTS = "checkpoints.jsonl";
const PUBLIC_KEY = "public-key.pem";

/** The checkpoints beside the data, and the key that tells whether they are true. */
export interface CheckpointFolder {
  /** Null before a worker has signed for the first time. */
  readPublicKey(): Promise<KeyObject | null>;
  readLines(): Promise<string[]>;
}

/** What the portal sees of the folder: nothing of it is written or needs a secret. */
export function openCheckpointFolder(folder: string): CheckpointFolder {
  return {
    readPublicKey: async () => {
      const pem = await readOrNull(path.join(folder, PUBLIC_KEY));
      return pem === null ? null : createPublicKey(pem);
    },
    readLines: async () => linesOf((await readOrNull(path.join(folder, CHECKPOINTS))) ?? ""),
  };
}

/** The same for whoever signs. */
export interface SigningFolder extends CheckpointFolder {
  privateKey: KeyObject;
  publicKey: KeyObject;
  /** On the disk when it resolves. */
  append(lines: readonly string[]): Promise<void>;
}

/**
 * Opens the folder to sign. The private key is made at the first start, readable by its owner only; the
 * folder is given the public one, once: another key cannot take its place.
 * @param keyFile outside of the folder, so that the folder can be shown to the portal
 * @throws when the key does not belong to the folder
 */
export function openSigningFolder(folder: string, keyFile: string): SigningFolder {
  mkdirSync(folder, { recursive: true });
  mkdirSync(path.dirname(keyFile), { recursive: true });
  const made = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
  const privateKey = createPrivateKey(readOrMake(keyFile, String(made), 0o600));
  chmodSync(keyFile, 0o600);
  const publicKey = createPublicKey(privateKey);
  const publicPem = String(publicKey.export({ type: "spki", format: "pem" }));
  if (readOrMake(path.join(folder, PUBLIC_KEY), publicPem, 0o644) !== publicPem) {
    throw new Error(
      `${keyFile} is not the key that the checkpoints in ${folder} were signed with. Bring that key back; when it is lost, keep the folder for later and begin with an empty one and an empty table "AuditCheckpoint".`,
    );
  }
  const file = path.join(folder, CHECKPOINTS);
  return {
    ...openCheckpointFolder(folder),
    privateKey,
    publicKey,
    append: async (lines) => {
      const handle = await open(file, "a+");
      try {
        // Of a line that a crash cut short, the database has the whole.
        const text = await handle.readFile("utf8");
        if (!text.endsWith("\n"))
          await handle.truncate(Buffer.byteLength(text.slice(0, text.lastIndexOf("\n") + 1)));
        await handle.write(lines.map((line) => `${line}\n`).join(""));
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}

const linesOf = (text: string): string[] =>
  text
    .slice(0, text.lastIndexOf("\n") + 1)
    .split("\n")
    .slice(0, -1);

async function readOrNull(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Whole or not at all, also when two processes begin together: the second finds what the first has made. */
function readOrMake(file: string, content: string, mode: number): string {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content, { mode });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8");
}
