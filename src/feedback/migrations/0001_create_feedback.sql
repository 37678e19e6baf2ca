-- Feedback as the contract in src/shared/feedback-contract.ts has it. The CHECK constraints repeat the
-- contract, because the database is the last guard: they hold against direct SQL too.
-- No sequence and no reference to another row: a distributed Postgres can hold these tables.

CREATE TABLE feedback (
  -- Made by the browser (version 4), or by the server for a post without script (version 8).
  id uuid PRIMARY KEY,

  page text NOT NULL
    CONSTRAINT feedback_page CHECK (page ~ '^/([^/?#[:space:][:cntrl:]]+/)*$' AND char_length(page) <= 500),

  lang text NOT NULL
    CONSTRAINT feedback_lang CHECK (lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),

  rating smallint NOT NULL
    CONSTRAINT feedback_rating CHECK (rating BETWEEN 1 AND 5),

  answer text,

  comment text
    -- 200 UTF-16 units: char_length counts code points, and those beyond U+FFFF take two units.
    CONSTRAINT feedback_comment_length CHECK (
      char_length(comment) + char_length(regexp_replace(comment, '[^\U00010000-\U0010FFFF]', '', 'g')) <= 200
    )
    CONSTRAINT feedback_comment_form CHECK (
      comment <> '' AND position(chr(13) IN comment) = 0 AND comment = btrim(comment, E' \t\n')
    ),

  -- SHA-256 of the comment: tells a repeated post from another without the right to read comments.
  comment_digest text
    CONSTRAINT feedback_comment_digest CHECK (
      comment_digest IS NOT DISTINCT FROM encode(sha256(convert_to(comment, 'UTF8')), 'hex')
    ),

  form_version text NOT NULL
    CONSTRAINT feedback_form_version CHECK (form_version ~ '^[0-9a-f]{8}$'),

  page_revision text NOT NULL
    CONSTRAINT feedback_page_revision CHECK (page_revision ~ '^[0-9a-f]{12}$'),

  created_at timestamptz NOT NULL DEFAULT now(),

  -- When a later post under the same id was written; null while there has been one post only.
  updated_at timestamptz
    CONSTRAINT feedback_updated_at CHECK (updated_at >= created_at),

  CONSTRAINT feedback_answer CHECK (
    answer IS NULL
    OR (rating >= 4 AND answer IN ('clear', 'complete', 'on-track', 'no-technical-problems', 'other'))
    OR (rating <= 3 AND answer IN ('unclear', 'incomplete', 'off-track', 'technical-problems', 'other'))
  )
);

-- Suspect posts are kept apart and counted nowhere; the same columns, so that an editor can restore them.
CREATE TABLE feedback_suspect (
  LIKE feedback INCLUDING ALL,
  reason text NOT NULL
    CONSTRAINT feedback_suspect_reason CHECK (reason IN ('honeypot', 'flood', 'no-origin'))
);
