/** The columns of a team that leave the package: exactly those of `teamViewSchema`. */
export const TEAM_COLUMNS = { id: true, slug: true, name: true, costCentre: true } as const;
