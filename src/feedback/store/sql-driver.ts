/** A row as the database returns it, by column name. */
export type Row = Record<string, unknown>;

/** All that the store asks of a database: one statement at a time, no interactive transaction. */
export interface SqlDriver {
  query(sql: string, params: readonly unknown[]): Promise<Row[]>;
}

/** What migrations ask besides: scripts of several statements, on one and the same connection. */
export interface MigrationConnection extends SqlDriver {
  execute(script: string): Promise<void>;
}
