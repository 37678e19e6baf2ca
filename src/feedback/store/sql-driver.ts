/** A row that the database returned, by column name. */
export type Row = Record<string, unknown>;

/** All that the store needs from a database: single statements, no interactive transactions. */
export interface SqlDriver {
  query(sql: string, params: readonly unknown[]): Promise<Row[]>;
}

/** What migrations need in addition: scripts of several statements, on the same connection. */
export interface MigrationConnection extends SqlDriver {
  execute(script: string): Promise<void>;
}
