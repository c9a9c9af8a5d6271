/** What a release was asked for besides its version and date. */
export interface AskedFor {
  readonly includeRelated: boolean;
  readonly spreadsheet: boolean;
  /** How --previous names the release before; null where it is found without being named. */
  readonly previous: string | null;
}

/** The command that makes a release again, as REBUILD.md names it. */
export function rebuildCommand(version: string, date: string | null, asked: AskedFor): string {
  const options = [
    `--version ${version}`,
    ...(date ? [`--date ${date}`] : []),
    ...(asked.previous === null ? [] : [`--previous ${asked.previous}`]),
    ...(asked.includeRelated ? ['--include-related'] : []),
    ...(asked.spreadsheet ? ['--spreadsheet'] : []),
  ];
  return `npx demarche release ${options.join(' ')}`;
}
