import net from "node:net";

/**
 * A TCP port of 127.0.0.1 that nobody listens on at this moment.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address.port));
    });
  });
}

/**
 * Whether a server could listen there: nobody listens on the loopback address nor on all addresses.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
async function isPortFree(port) {
  for (const host of ["127.0.0.1", "0.0.0.0"]) {
    const isFree = await new Promise((resolve) => {
      const server = net.createServer().once("error", () => resolve(false));
      server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
    });
    if (!isFree) return false;
  }
  return true;
}

const FIRST_PORT = 4310;
const TRIES = 50;

/**
 * The port the portal shall use: an explicit one or a clear error; otherwise the first free one from 4310.
 * @param {string | number | undefined} wanted the value of PORT
 * @returns {Promise<number>}
 */
export async function choosePort(wanted) {
  if (wanted !== undefined && wanted !== "") {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      throw new Error(`PORT=${wanted} is not a port: give a whole number from 1 to 65535, or leave it out.`);
    }
    if (port === 0) return freePort();
    if (!(await isPortFree(port))) {
      throw new Error(
        `Port ${port} is in use by another program (or not allowed): stop that, or set PORT to another number.`,
      );
    }
    return port;
  }
  for (let port = FIRST_PORT; port < FIRST_PORT + TRIES; port++) {
    if (await isPortFree(port)) return port;
  }
  throw new Error(`Ports ${FIRST_PORT} to ${FIRST_PORT + TRIES - 1} are all in use: set PORT to a free one.`);
}
