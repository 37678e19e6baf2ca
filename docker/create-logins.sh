#!/bin/sh
# Run once by the image of PostgreSQL, when it makes the database. The website's login stores posts and cannot read a
# comment; the report's login reads and stores none (docs/feedback.md). Migrations run as the superuser, who owns the
# tables.
set -eu

psql --no-psqlrc --set=ON_ERROR_STOP=1 --set=website="$WEBSITE_PASSWORD" --set=report="${REPORT_PASSWORD:-}" \
  --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
CREATE ROLE feedback_writer NOLOGIN;
CREATE ROLE feedback_reader NOLOGIN;
CREATE ROLE website LOGIN PASSWORD :'website' IN ROLE feedback_writer;
-- An empty password lets nobody in.
CREATE ROLE report LOGIN PASSWORD :'report' IN ROLE feedback_reader;
SQL
