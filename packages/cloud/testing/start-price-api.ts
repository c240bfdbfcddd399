import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ListedProduct {
  serviceCode: string;
  sku: string;
  attributes: Record<string, string>;
  /** beginRange → [unit, dollars]. */
  tiers: Record<string, [unit: string, usd: string]>;
  /** "1yr" → [unit, dollars] of an hour without upfront payment, and what is paid upfront. */
  reserved?: Record<string, { hourly: [unit: string, usd: string]; upfront?: string }>;
}

interface ListedSpotPrice {
  type: string;
  zone: string;
  at: string;
  usd: string;
}

export interface PriceApi {
  endpoint: string;
  products: ListedProduct[];
  spot: ListedSpotPrice[];
  /** How many of the next calls are throttled. */
  throttled: number;
  /** Refuse everything with this error from now on. */
  refusal: string | null;
  /** Calls that came in, throttled ones too. */
  calls: number;
  close(): Promise<void>;
}

const PAGE_SIZE = 2;

/**
 * The AWS Price List Query API (JSON 1.1) and EC2's DescribeSpotPriceHistory (query, XML) on one loopback
 * port, two results a page.
 */
export async function startPriceApi(): Promise<PriceApi> {
  const server = createServer((request, response) => {
    answer(request, response, api).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const api: PriceApi = {
    endpoint: `http://127.0.0.1:${port}`,
    products: [],
    spot: [],
    throttled: 0,
    refusal: null,
    calls: 0,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return api;
}

async function answer(request: IncomingMessage, response: ServerResponse, api: PriceApi): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString("utf8");
  api.calls += 1;
  const isJson = request.headers["x-amz-target"] === "AWSPriceListService.GetProducts";
  const fault =
    api.refusal ?? (api.throttled > 0 ? (isJson ? "ThrottlingException" : "RequestLimitExceeded") : null);
  if (api.throttled > 0) api.throttled -= 1;
  if (isJson) {
    response.setHeader("content-type", "application/x-amz-json-1.1");
    if (fault)
      return void response.writeHead(400).end(JSON.stringify({ __type: fault, message: "Rate exceeded" }));
    return void response.end(JSON.stringify(getProducts(JSON.parse(body), api)));
  }
  response.setHeader("content-type", "text/xml");
  if (fault) {
    const error = `<Response><Errors><Error><Code>${fault}</Code><Message>Slow down</Message></Error></Errors></Response>`;
    return void response.writeHead(fault === "RequestLimitExceeded" ? 503 : 400).end(error);
  }
  response.end(describeSpotPriceHistory(new URLSearchParams(body), api));
}

interface GetProductsBody {
  ServiceCode: string;
  Filters: { Type: string; Field: string; Value: string }[];
  NextToken?: string;
}

/** TERM_MATCH as AWS does it: without regard to case. */
function getProducts({ ServiceCode, Filters, NextToken }: GetProductsBody, { products }: PriceApi) {
  const matching = products.filter(
    ({ serviceCode, attributes }) =>
      serviceCode === ServiceCode &&
      Filters.every(
        ({ Type, Field, Value }) =>
          Type === "TERM_MATCH" && attributes[Field]?.toLowerCase() === Value.toLowerCase(),
      ),
  );
  const start = Number(NextToken ?? 0);
  const end = start + PAGE_SIZE;
  return {
    FormatVersion: "aws_v1",
    PriceList: matching.slice(start, end).map(productText),
    ...(end < matching.length && { NextToken: String(end) }),
  };
}

function productText({ serviceCode, sku, attributes, tiers, reserved = {} }: ListedProduct): string {
  const dimension = ([unit, usd]: [string, string], beginRange: string) => ({
    unit,
    beginRange,
    endRange: "Inf",
    description: `${usd} per ${unit}`,
    pricePerUnit: { USD: usd },
  });
  // From the highest tier down: AWS's map has no order, and nobody may rely on one.
  const priceDimensions = Object.fromEntries(
    Object.entries(tiers)
      .reverse()
      .map(([from, price]) => [`${sku}.tier-from-${from}`, dimension(price, from)]),
  );
  const offers = Object.entries(reserved).map(([term, { hourly, upfront }]) => [
    `${sku}.${term}`,
    {
      termAttributes: { LeaseContractLength: term, PurchaseOption: "No Upfront", OfferingClass: "standard" },
      priceDimensions: {
        hour: dimension(hourly, "0"),
        ...(upfront && { upfront: dimension(["Quantity", upfront], "0") }),
      },
    },
  ]);
  return JSON.stringify({
    product: { sku, productFamily: "Any", attributes },
    serviceCode,
    terms: {
      OnDemand: { [`${sku}.JRTCKXETXF`]: { sku, priceDimensions, termAttributes: {} } },
      ...(offers.length > 0 && { Reserved: Object.fromEntries(offers) }),
    },
  });
}

function describeSpotPriceHistory(query: URLSearchParams, { spot }: PriceApi): string {
  const types = [...query].filter(([key]) => key.startsWith("InstanceType.")).map(([, value]) => value);
  const matching = spot.filter(({ type }) => types.includes(type));
  const start = Number(query.get("NextToken") ?? 0);
  const end = start + PAGE_SIZE;
  const items = matching
    .slice(start, end)
    .map(
      ({ type, zone, at, usd }) =>
        `<item><instanceType>${type}</instanceType><productDescription>Linux/UNIX</productDescription><spotPrice>${usd}</spotPrice><timestamp>${at}</timestamp><availabilityZone>${zone}</availabilityZone></item>`,
    );
  const token = end < matching.length ? `<nextToken>${end}</nextToken>` : "<nextToken/>";
  return `<DescribeSpotPriceHistoryResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>r</requestId><spotPriceHistorySet>${items.join("")}</spotPriceHistorySet>${token}</DescribeSpotPriceHistoryResponse>`;
}
