/** The tag of what AWS Backup leaves alone although it is of a kind that is backed up. */
export const NOT_BACKED_UP = { key: "backup", value: "none" };
