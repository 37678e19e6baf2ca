#!/bin/sh
# Run once by the image of PostgreSQL, when it makes the database. The website's login stores posts and cannot read a
# comment (docs/feedback.md); migrations run as the superuser, who owns the tables.
set -eu

psql --no-psqlrc --set=ON_ERROR_STOP=1 --set=password="$WEBSITE_PASSWORD" \
  --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
CREATE ROLE feedback_writer NOLOGIN;
CREATE ROLE website LOGIN PASSWORD :'password' IN ROLE feedback_writer;
SQL
