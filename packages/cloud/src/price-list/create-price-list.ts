import { GetProductsCommand, PricingClient } from "@aws-sdk/client-pricing";
import { mapError } from "../cloudformation/map-error";
import { type PriceListProduct, readProduct } from "./read-product";

/** The API is served in us-east-1, ap-south-1 and eu-central-1 only; which region is priced is a filter. */
const API_REGION = "us-east-1";
/** The API throttles at some requests a second; nobody waits at a form, so it is asked patiently. */
const MAX_ATTEMPTS = 8;

export interface PriceListOptions {
  /** Another address than AWS's, for tests. */
  endpoint?: string;
  /** Absent: as the SDK finds them (environment, profile, role). */
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
}

interface ProductQuery {
  /** "AmazonEC2". */
  serviceCode: string;
  /** Attributes that a product must have: usagetype, regionCode and what else tells it from others. */
  filters: Readonly<Record<string, string>>;
}

export interface PriceList {
  /**
   * Every product that has all attributes exactly; several pages are one list.
   * @throws AppError CLOUD_UNAVAILABLE when a later try may do, CLOUD_REFUSED otherwise (`awsCodeOf`)
   */
  findProducts(query: ProductQuery): Promise<PriceListProduct[]>;
  close(): void;
}

/** The AWS Price List Query API over the real SDK. Needs the permission pricing:GetProducts. */
export function createPriceList({ endpoint, credentials }: PriceListOptions = {}): PriceList {
  const client = new PricingClient({
    region: API_REGION,
    endpoint,
    credentials,
    retryMode: "standard",
    maxAttempts: MAX_ATTEMPTS,
  });

  async function findProducts({ serviceCode, filters }: ProductQuery): Promise<PriceListProduct[]> {
    const products: PriceListProduct[] = [];
    let token: string | undefined;
    do {
      const page = await getPage(serviceCode, filters, token);
      products.push(...(page.PriceList ?? []).map((item: unknown) => readProduct(String(item))));
      token = page.NextToken || undefined;
    } while (token);
    // TERM_MATCH does not look at case, and a price must not be a neighbour's.
    return products.filter(({ attributes }) =>
      Object.entries(filters).every(([field, value]) => attributes[field] === value),
    );
  }

  async function getPage(serviceCode: string, filters: ProductQuery["filters"], token: string | undefined) {
    try {
      return await client.send(
        new GetProductsCommand({
          ServiceCode: serviceCode,
          FormatVersion: "aws_v1",
          MaxResults: 100,
          Filters: Object.entries(filters).map(([Field, Value]) => ({ Type: "TERM_MATCH", Field, Value })),
          ...(token && { NextToken: token }),
        }),
      );
    } catch (error) {
      throw mapError(error, "GetProducts");
    }
  }

  return { findProducts, close: () => client.destroy() };
}
