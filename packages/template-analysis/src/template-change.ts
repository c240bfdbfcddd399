/** What becomes of one resource of a stack. */
export interface PlannedResourceChange {
  logicalId: string;
  resourceType: string;
  action: "CREATE" | "UPDATE" | "MAY_REPLACE" | "REPLACE" | "DELETE" | "RETAIN";
}

/** What a new template would do to one resource of a stack, told before CloudFormation is asked. */
export interface TemplateChange extends PlannedResourceChange {
  /** Whether it holds data that a replacement or deletion loses (table, bucket, queue, log group). */
  isStateful: boolean;
  /**
   * What keeps data that this change would take away: the old resource stays (KEPT), a last SNAPSHOT is
   * taken, deletion is refused (PROTECTED), a backup to any POINT_IN_TIME outlives it. Absent when there is
   * nothing.
   */
  safeguards?: ("KEPT" | "SNAPSHOT" | "PROTECTED" | "POINT_IN_TIME")[];
  /**
   * Empty for a resource that is created or deleted as a whole. Values are text of bounded length; secrets
   * are hidden.
   */
  properties: {
    path: string;
    before: string | null;
    after: string | null;
    causesReplacement: "ALWAYS" | "MAYBE" | "NEVER";
  }[];
}
