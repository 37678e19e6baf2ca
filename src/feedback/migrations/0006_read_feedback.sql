-- What the report reads and keeps (src/feedback/report, src/feedback/watch). Nothing here is written with a post.

-- A page's figures from the index alone, and posts in the order of their time, however many there are.
CREATE INDEX feedback_by_page ON feedback (page, created_at) INCLUDE (lang, rating, answer, page_revision);
CREATE INDEX feedback_by_time ON feedback (created_at, id);
CREATE INDEX feedback_comments ON feedback (created_at, id) INCLUDE (page, lang) WHERE comment_digest IS NOT NULL;

-- From which day on a page had which words. A row is added when they change.
CREATE TABLE feedback_revision (
  page text NOT NULL,
  first_day date NOT NULL,
  revision text NOT NULL
    CONSTRAINT feedback_revision_revision CHECK (revision ~ '^[0-9a-f]{12}$'),
  PRIMARY KEY (page, first_day)
);
INSERT INTO feedback_revision (page, first_day, revision)
  SELECT DISTINCT ON (page, first_day) page, (first_time AT TIME ZONE 'Europe/Rome')::date AS first_day, page_revision
  FROM (SELECT page, page_revision, min(created_at) AS first_time FROM feedback GROUP BY page, page_revision) AS said
  ORDER BY page, first_day, first_time DESC;

-- What the office does with a comment. A comment without a row is new.
CREATE TABLE feedback_handling (
  post uuid PRIMARY KEY,
  state text NOT NULL
    CONSTRAINT feedback_handling_state CHECK (state IN ('in-hand', 'done', 'declined')),
  reason text
    CONSTRAINT feedback_handling_reason CHECK (
      (state = 'declined') = (reason IS NOT NULL) AND char_length(reason) BETWEEN 1 AND 200
    ),
  changed_at timestamptz NOT NULL DEFAULT now()
);

-- The posts of days whose rows have been deleted, in numbers. Days are those of Italy.
CREATE TABLE feedback_day (
  day date NOT NULL,
  page text NOT NULL,
  lang text NOT NULL,
  page_revision text NOT NULL,
  rating smallint NOT NULL
    CONSTRAINT feedback_day_rating CHECK (rating BETWEEN 1 AND 5),
  -- Empty where none was chosen.
  answer text NOT NULL,
  posts integer NOT NULL
    CONSTRAINT feedback_day_posts CHECK (posts > 0),
  PRIMARY KEY (day, page, lang, page_revision, rating, answer)
);

-- The counts of months that are over, so that a report of a million posts need not read them all. They are made of
-- feedback and feedback_day, and made again when an old row changes: nothing here is the only copy.
CREATE TABLE feedback_counted_month (
  month date PRIMARY KEY
);
CREATE TABLE feedback_month (
  month date NOT NULL,
  page text NOT NULL,
  lang text NOT NULL,
  page_revision text NOT NULL,
  rating smallint NOT NULL,
  answer text NOT NULL,
  posts integer NOT NULL,
  PRIMARY KEY (month, page, lang, page_revision, rating, answer)
);
CREATE TABLE feedback_month_day (
  day date NOT NULL,
  lang text NOT NULL,
  rating smallint NOT NULL,
  posts integer NOT NULL,
  PRIMARY KEY (day, lang, rating)
);

-- Counts the months that are over and not counted yet, and says which day is the first that is not counted. A post can
-- change for a day after its month. Can be repeated; who comes second waits and finds nothing to do.
CREATE FUNCTION feedback_count_months() RETURNS date LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  open_month date := date_trunc('month', now() AT TIME ZONE 'Europe/Rome' - interval '2 days');
  first_month date := date_trunc('month', least(
    (SELECT min(created_at) FROM feedback) AT TIME ZONE 'Europe/Rome', (SELECT min(day) FROM feedback_day),
    -- Its posts may all have been erased since.
    (SELECT min(month) FROM feedback_month)
  ));
  next_month date;
BEGIN
  IF NOT EXISTS (
    SELECT FROM generate_series(first_month, open_month - 1, interval '1 month') AS month
    WHERE month::date NOT IN (SELECT counted.month FROM feedback_counted_month AS counted)
  ) THEN
    RETURN open_month;
  END IF;
  -- An old row that changes meanwhile waits, and then has its month counted again.
  LOCK TABLE feedback_counted_month IN SHARE ROW EXCLUSIVE MODE;
  FOR next_month IN
    SELECT month::date FROM generate_series(first_month, open_month - 1, interval '1 month') AS month
    WHERE month::date NOT IN (SELECT counted.month FROM feedback_counted_month AS counted)
  LOOP
    DELETE FROM feedback_month WHERE month = next_month;
    DELETE FROM feedback_month_day WHERE day >= next_month AND day < next_month + interval '1 month';
    WITH said AS (
      SELECT (created_at AT TIME ZONE 'Europe/Rome')::date AS day, page, lang, page_revision, rating,
        coalesce(answer, '') AS answer, 1 AS posts
      FROM feedback
      WHERE created_at >= next_month::timestamp AT TIME ZONE 'Europe/Rome'
        AND created_at < (next_month + interval '1 month') AT TIME ZONE 'Europe/Rome'
      UNION ALL
      SELECT day, page, lang, page_revision, rating, answer, posts FROM feedback_day
      WHERE day >= next_month AND day < next_month + interval '1 month'
    ), days AS (
      INSERT INTO feedback_month_day SELECT day, lang, rating, sum(posts) FROM said GROUP BY 1, 2, 3
    )
    INSERT INTO feedback_month
      SELECT next_month, page, lang, page_revision, rating, answer, sum(posts) FROM said GROUP BY 2, 3, 4, 5, 6;
    INSERT INTO feedback_counted_month VALUES (next_month);
  END LOOP;
  RETURN open_month;
END
$$;
REVOKE ALL ON FUNCTION feedback_count_months FROM PUBLIC;

-- Has the month of an old row counted again. The condition is never true of a post that comes in, or is completed.
CREATE FUNCTION feedback_reopen_month() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  DELETE FROM feedback_counted_month WHERE month IN (
    date_trunc('month', OLD.created_at AT TIME ZONE 'Europe/Rome'), date_trunc('month', NEW.created_at AT TIME ZONE 'Europe/Rome')
  );
  RETURN NULL;
END
$$;
CREATE TRIGGER feedback_reopen_month_inserted AFTER INSERT ON feedback
  FOR EACH ROW WHEN (NEW.created_at < now() - interval '25 hours') EXECUTE FUNCTION feedback_reopen_month();
CREATE TRIGGER feedback_reopen_month_updated
  AFTER UPDATE OF page, lang, page_revision, rating, answer, created_at ON feedback
  FOR EACH ROW WHEN (OLD.created_at < now() - interval '25 hours' OR NEW.created_at < now() - interval '25 hours')
  EXECUTE FUNCTION feedback_reopen_month();
CREATE TRIGGER feedback_reopen_month_deleted AFTER DELETE ON feedback
  FOR EACH ROW WHEN (OLD.created_at < now() - interval '25 hours') EXECUTE FUNCTION feedback_reopen_month();

-- What somebody was told of, so that nobody is told twice.
CREATE TABLE feedback_alert (
  kind text NOT NULL,
  -- Empty for the whole site.
  page text NOT NULL,
  day date NOT NULL,
  detail text NOT NULL,
  sent_at timestamptz NOT NULL DEFAULT now(),
  -- False while a process is about to tell it. If that process ends before, another tells it.
  told boolean NOT NULL DEFAULT false,
  PRIMARY KEY (kind, page, day)
);

-- Lets suspect posts count, and keeps the time at which they were written. Either all are moved or none. If a later
-- step of the same post was counted already, its row is filled in. A different post with the same id stays where it is.
-- Parameters: ids, reason, page, first and last day in Italy. A parameter that is null does not restrict.
CREATE FUNCTION feedback_restore(uuid[], text, text, date, date) RETURNS integer LANGUAGE sql SECURITY DEFINER AS $$
  WITH moved AS (
    DELETE FROM feedback_suspect AS suspect
    WHERE ($1 IS NULL OR suspect.id = ANY ($1))
      AND ($2 IS NULL OR suspect.reason = $2)
      AND ($3 IS NULL OR suspect.page = $3)
      AND ($4 IS NULL OR suspect.created_at >= $4::timestamp AT TIME ZONE 'Europe/Rome')
      AND ($5 IS NULL OR suspect.created_at < ($5 + 1)::timestamp AT TIME ZONE 'Europe/Rome')
      AND NOT EXISTS (
        SELECT FROM feedback AS other
        WHERE other.id = suspect.id AND (other.page <> suspect.page OR other.lang <> suspect.lang)
      )
    RETURNING *
  ), restored AS (
    INSERT INTO feedback AS counted
      (id, page, lang, rating, answer, comment, comment_digest, form_version, page_revision, created_at, updated_at)
    SELECT id, page, lang, rating, answer, comment, comment_digest, form_version, page_revision, created_at, updated_at
    FROM moved
    ON CONFLICT (id) DO UPDATE SET
      answer = CASE WHEN counted.rating = excluded.rating THEN coalesce(counted.answer, excluded.answer) ELSE counted.answer END,
      comment = coalesce(counted.comment, excluded.comment),
      comment_digest = coalesce(counted.comment_digest, excluded.comment_digest),
      created_at = least(counted.created_at, excluded.created_at)
  )
  SELECT count(*)::integer FROM moved;
$$;
REVOKE ALL ON FUNCTION feedback_restore FROM PUBLIC;

-- These functions have their owner's rights, so nobody may put tables of his own in their way.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['feedback_restore', 'feedback_count_months', 'feedback_reopen_month'] LOOP
    EXECUTE format('ALTER FUNCTION %I SET search_path = %I, pg_temp', name, current_schema());
  END LOOP;
END
$$;

-- The role of those who read: see 0002 for the role of the server.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'feedback_reader') THEN
    CREATE ROLE feedback_reader NOLOGIN;
  END IF;

  EXECUTE format('GRANT USAGE ON SCHEMA %I TO feedback_reader', current_schema());

  GRANT SELECT ON feedback, feedback_suspect, feedback_revision, feedback_handling, feedback_day, feedback_alert,
    feedback_month, feedback_month_day TO feedback_reader;
  GRANT INSERT, UPDATE, DELETE ON feedback_handling TO feedback_reader;
  GRANT INSERT, DELETE, UPDATE (told) ON feedback_alert TO feedback_reader;
  GRANT EXECUTE ON FUNCTION feedback_restore, feedback_count_months TO feedback_reader;

  IF to_regclass('feedback_migrations') IS NOT NULL THEN
    GRANT SELECT ON feedback_migrations TO feedback_reader;
  END IF;

  -- The server says at its start which words its pages have.
  GRANT SELECT, INSERT, UPDATE ON feedback_revision TO feedback_writer;
EXCEPTION WHEN OTHERS THEN
  RAISE WARNING 'The role feedback_reader was not set up (%). The site works with the role it has; docs/feedback.md says how to set it up by hand.', SQLERRM;
END
$$;
