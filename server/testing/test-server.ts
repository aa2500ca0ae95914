/** The PostgreSQL server of a test run; the runner (tools/test.ts) starts it and tells the test files through env. */
export interface TestServer {
  /** May create and drop databases. */
  readonly administratorUrl: string;
  /** The role that owns the tests' databases. */
  readonly ownerRole: string;
  /** The migrated database that is cloned for each test file. */
  readonly template: string;
  ownerUrl(database: string): string;
}

/** The variables through which the runner tells test files about the server. */
export const testServerVariables = {
  administratorUrl: 'KUNDIG_TEST_ADMINISTRATOR_URL',
  ownerUrl: 'KUNDIG_TEST_OWNER_URL',
  ownerRole: 'KUNDIG_TEST_OWNER_ROLE',
  template: 'KUNDIG_TEST_TEMPLATE',
} as const;

/** The server of this run; throws when the file was not started by the runner. */
export function testServer(): TestServer {
  const read = (name: string): string => {
    const value = process.env[name];
    if (value === undefined) throw new Error(`${name} is not set: run tests with "npm test -- path/of/the.test.ts"`);
    return value;
  };
  const ownerUrl = read(testServerVariables.ownerUrl);
  return {
    administratorUrl: read(testServerVariables.administratorUrl),
    ownerRole: read(testServerVariables.ownerRole),
    template: read(testServerVariables.template),
    ownerUrl: (database) => withDatabase(ownerUrl, database),
  };
}

/** The same address with another database. */
export function withDatabase(url: string, database: string): string {
  return url.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${database}`);
}
