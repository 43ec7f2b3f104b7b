/**
 * Loads the store for PostgreSQL, only where it is used: its driver is an optional peer dependency.
 * @throws Error with one sentence when the driver is not installed.
 */
export async function loadPostgresStore(): Promise<typeof import('./postgres-store.ts')> {
  try {
    return await import('./postgres-store.ts');
  } catch (error) {
    if (isMissing(error))
      throw new Error('PostgreSQL needs the package pg: npm install pg@8.', { cause: error });
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
}
