/**
 * Name, unit, usage key within the class, SKU in the price book (absent: class and name). Infracost's names
 * and keys.
 */
type Charge = readonly [name: string, unit: string, usageKey: string, sku?: string];

export interface S3StorageClass {
  label: string;
  usagePrefix: string;
  /** As lifecycle rules name it. */
  cloudFormationName: string;
  charges: readonly Charge[];
}

const PUT: Charge = ["PUT, COPY, POST, LIST requests", "1k requests", "monthly_tier_1_requests"];
const GET: Charge = ["GET, SELECT, and all other requests", "1k requests", "monthly_tier_2_requests"];
const TRANSITION: Charge = ["Lifecycle transition", "1k requests", "monthly_lifecycle_transition_requests"];
const SELECT: readonly Charge[] = [
  ["Select data scanned", "GB", "monthly_select_data_scanned_gb"],
  ["Select data returned", "GB", "monthly_select_data_returned_gb"],
];
const INFREQUENT: readonly Charge[] = [
  ["Storage", "GB", "storage_gb"],
  PUT,
  GET,
  TRANSITION,
  ["Retrievals", "GB", "monthly_data_retrieval_gb"],
  ...SELECT,
];

function retrieval(speed: "standard" | "expedited" | "bulk"): readonly Charge[] {
  return [
    [`Retrieval requests (${speed})`, "1k requests", `monthly_${speed}_data_retrieval_requests`],
    [`Retrievals (${speed})`, "GB", `monthly_${speed}_data_retrieval_gb`],
  ];
}

function select(speed: "standard" | "expedited" | "bulk"): readonly Charge[] {
  return [
    [`Select data scanned (${speed})`, "GB", `monthly_${speed}_select_data_scanned_gb`],
    [`Select data returned (${speed})`, "GB", `monthly_${speed}_select_data_returned_gb`],
  ];
}

/** The storage classes of S3 with their charges. */
export const S3_STORAGE_CLASSES: readonly S3StorageClass[] = [
  {
    label: "Standard",
    usagePrefix: "standard",
    cloudFormationName: "STANDARD",
    charges: [
      ["Storage", "GB", "storage_gb", "Standard storage first 50 TB"],
      [PUT[0], PUT[1], PUT[2], "PUT/COPY/POST/LIST requests"],
      [GET[0], GET[1], GET[2], "GET requests"],
      ...SELECT,
    ],
  },
  {
    label: "Intelligent tiering",
    usagePrefix: "intelligent_tiering",
    cloudFormationName: "INTELLIGENT_TIERING",
    charges: [
      ["Storage (frequent access)", "GB", "frequent_access_storage_gb"],
      [
        "Storage (infrequent access)",
        "GB",
        "infrequent_access_storage_gb",
        "Intelligent-Tiering IA tier storage",
      ],
      ["Storage (archive access)", "GB", "archive_access_storage_gb"],
      ["Storage (deep archive access)", "GB", "deep_archive_access_storage_gb"],
      ["Monitoring and automation", "1k objects", "monitored_objects"],
      PUT,
      GET,
      TRANSITION,
      ...SELECT,
      ["Early delete (within 30 days)", "GB", "early_delete_gb"],
    ],
  },
  {
    label: "Standard - infrequent access",
    usagePrefix: "standard_infrequent_access",
    cloudFormationName: "STANDARD_IA",
    charges: INFREQUENT,
  },
  {
    label: "One zone - infrequent access",
    usagePrefix: "one_zone_infrequent_access",
    cloudFormationName: "ONEZONE_IA",
    charges: INFREQUENT,
  },
  {
    label: "Glacier flexible retrieval",
    usagePrefix: "glacier_flexible_retrieval",
    cloudFormationName: "GLACIER",
    charges: [
      ["Storage", "GB", "storage_gb", "Glacier Flexible Retrieval storage"],
      PUT,
      GET,
      TRANSITION,
      ...retrieval("standard"),
      ...select("standard"),
      ...retrieval("expedited"),
      ...select("expedited"),
      ...select("bulk"),
      ["Early delete (within 90 days)", "GB", "early_delete_gb"],
    ],
  },
  {
    label: "Glacier deep archive",
    usagePrefix: "glacier_deep_archive",
    cloudFormationName: "DEEP_ARCHIVE",
    charges: [
      ["Storage", "GB", "storage_gb"],
      PUT,
      GET,
      TRANSITION,
      ...retrieval("standard"),
      ...retrieval("bulk"),
      ["Early delete (within 180 days)", "GB", "early_delete_gb"],
    ],
  },
];
