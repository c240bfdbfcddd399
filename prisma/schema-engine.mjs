#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema engine: speaks its JSON-RPC over stdin and stdout, and answers with
 * the same engine compiled to WebAssembly (npm package @prisma/schema-engine-wasm) over the `pg` driver.
 * Started by the Prisma CLI through PRISMA_SCHEMA_ENGINE_BINARY; see prisma.mjs.
 *
 * Looked at on 2026-12-01 with Prisma 7.10.0 and engine 8.1.0-2, the one build that npm has;
 * prisma/package.json pins both. After an update of either, try without each repair below and delete what is
 * mended.
 */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import readline from "node:readline";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

/** Postgres type oids: "char" (one byte, used by the system catalogs) and text. */
const CHAR_OID = 18;
const TEXT_OID = 25;
const CONNECT_TIMEOUT_MS = 10_000;

const options = readArguments(process.argv.slice(2));
if (options.version) console.log("schema-engine-cli wasm");
else if (options.command === "can-connect-to-database") await reportConnection();
else if (options.command === "create-database") await createDatabase();
else if (options.command) fail(`The engine command ${options.command} is not needed here and not supported.`);
else await serve();

function readArguments(args) {
  const parsed = { url: process.env.DATABASE_URL, datamodels: undefined, command: undefined, version: false };
  for (let index = 0; index < args.length; index++) {
    const arg = args[index];
    if (arg === "--version" || arg === "-V") parsed.version = true;
    else if (arg === "--datasource") parsed.url = JSON.parse(args[++index]).url || parsed.url;
    else if (arg === "--datamodels") {
      parsed.datamodels = args[++index].split(",").map((file) => [file, readFileSync(file, "utf8")]);
    } else if (arg === "cli") {
      parsed.command = args[index + 1];
      break;
    }
  }
  return parsed;
}

function connectionConfig() {
  if (!options.url) fail("DATABASE_URL is not set: give the database this command should work on.");
  const url = new URL(options.url);
  return {
    // Never `connectionString`: adapter-pg lets it override `database`, and the shadow replay would hit the
    // main one.
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    ssl: ["require", "no-verify"].includes(url.searchParams.get("sslmode"))
      ? { rejectUnauthorized: false }
      : undefined,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  };
}

async function reportConnection() {
  const client = new pg.Client(connectionConfig());
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    fail(describe(error), error.code === "3D000" ? "P1003" : "P1001");
  }
}

async function createDatabase() {
  const { database, ...config } = connectionConfig();
  await runAdminSql({ ...config, database: "postgres" }, `CREATE DATABASE "${database}"`).catch((error) =>
    fail(describe(error)),
  );
}

async function serve() {
  const engine = await createEngine();
  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  for await (const line of readline.createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    const { id, method, params = {} } = JSON.parse(line);
    if (!method) continue;
    try {
      // This build cannot open a shadow database for evaluateDataLoss itself; devDiagnostic can, and what it
      // read stays at hand in the engine.
      if (method === "evaluateDataLoss") await engine.devDiagnostic(withoutSchema(params));
      const result = await engine[method === "getDatabaseVersion" ? "version" : method](params);
      if (method === "diff" && result?.stdout != null) {
        // The native engine prints a diff through a call of its own to the CLI.
        send({ id: `print-${id}`, method: "print", params: { content: result.stdout } });
        delete result.stdout;
      }
      send({ id, result: result ?? null });
    } catch (error) {
      const data = {
        is_panic: false,
        message: describe(error),
        error_code: error.code,
        meta: error.meta ?? {},
      };
      send({
        id,
        error: { code: 4466, message: "An error happened. Check the data field for details.", data },
      });
    }
  }
  // The adapter's pools would keep the process alive; the CLI has closed our input and expects nothing more.
  process.stdout.end(() => process.exit(0));
}

function withoutSchema({ migrationsList, filters }) {
  return { migrationsList, filters };
}

async function createEngine() {
  const require = createRequire(import.meta.url);
  const wasmFile = path.join(
    path.dirname(require.resolve("@prisma/schema-engine-wasm")),
    "schema_engine_bg.wasm",
  );
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message: (message) => console.error(`engine panic: ${message}`),
  };
  // Node 20 has no import of .wasm modules, so the glue code is bound by hand.
  const { instance } = await WebAssembly.instantiate(readFileSync(wasmFile), {
    "./schema_engine_bg.js": engineModule,
  });
  engineModule.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engineModule.SchemaEngine.new(
    { datamodels: options.datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(createAdapterFactory()),
  );
}

function createAdapterFactory() {
  const config = connectionConfig();
  const factory = new PrismaPg(config);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => repaired(await connect());
  // adapter-pg 7.10 drops the shadow database while its own pool is still connected to it; we close the pool
  // first.
  factory.connectToShadowDb = async () => {
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    await runAdminSql(config, `CREATE DATABASE "${name}"`);
    const shadow = repaired(await new PrismaPg({ ...config, database: name }).connect());
    const dispose = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await dispose();
      await runAdminSql(config, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    };
    return shadow;
  };
  return factory;
}

function repaired(adapter) {
  return withWholeScripts(withCharColumns(adapter));
}

/**
 * adapter-pg 7.10 cuts a script at every semicolon, inside function bodies too: let Postgres take it whole.
 */
function withWholeScripts(adapter) {
  adapter.executeScript = async (script) => {
    try {
      await adapter.client.query(script);
    } catch (error) {
      adapter.onError(error);
    }
  };
  return adapter;
}

/**
 * adapter-pg 7.10 has no type for "char" columns, which introspection selects: present them to it as text.
 */
function withCharColumns(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = Object.getPrototypeOf(adapter).queryRaw;
  adapter.queryRaw = async (query) => {
    const answer = await performIO(query);
    const isChar = answer.fields.map((field) => field.dataTypeID === CHAR_OID);
    answer.fields.forEach((field, index) => {
      if (isChar[index]) field.dataTypeID = TEXT_OID;
    });
    const replay = Object.assign(Object.create(adapter), { performIO: async () => answer });
    const result = await queryRaw.call(replay, query);
    result.columnTypes = result.columnTypes.map((type, index) =>
      isChar[index] ? ColumnTypeEnum.Character : type,
    );
    return result;
  };
  if (adapter.startTransaction) {
    const startTransaction = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (...args) => withCharColumns(await startTransaction(...args));
  }
  return adapter;
}

async function runAdminSql(config, sql) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** A refused connection is an AggregateError with an empty message: say what was tried instead. */
function describe(error) {
  const causes = [error, ...(error.errors ?? []), error.cause].filter(Boolean);
  const text = causes.map((cause) => cause.message || cause.code).find(Boolean);
  if (!causes.some((cause) => cause.code === "ECONNREFUSED")) return text ?? String(error);
  const { hostname, port } = new URL(options.url);
  return `No Postgres answers at ${hostname}:${port || 5432} (${text}). Start it, or correct DATABASE_URL.`;
}

/**
 * Ends with the error shape that the CLI reads from the engine's stderr, of which it skips the first line.
 */
function fail(message, errorCode = "P1000") {
  const fields = { message, is_panic: false, error_code: errorCode, meta: {} };
  const target = "schema_engine::logger";
  console.error(
    JSON.stringify({ level: "INFO", target, fields: { message: "Schema engine on WebAssembly" } }),
  );
  console.error(JSON.stringify({ timestamp: Date.now(), level: "ERROR", target, fields }));
  process.exit(1);
}
