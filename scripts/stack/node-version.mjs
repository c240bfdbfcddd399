const REQUIRED = [20, 19];

/** Ends the process with a clear line on a Node that is too old. */
export function assertNodeVersion(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > REQUIRED[0] || (major === REQUIRED[0] && minor >= REQUIRED[1])) return;
  console.error(
    `Greenroom needs Node ${REQUIRED.join(".")} or newer, and this is ${version}. Install a newer Node.`,
  );
  process.exit(1);
}
