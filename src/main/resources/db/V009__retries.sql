-- Requests that carried an Idempotency-Key, and what they were answered, sealed: an answer may hold
-- a secret that is shown once.

CREATE TABLE kept_answer (
    org_id text NOT NULL,
    user_id text NOT NULL,
    key text NOT NULL,
    -- of the request, to tell a repetition from another one under the same key
    fingerprint bytea NOT NULL,
    answer bytea,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, user_id, key)
);
CREATE INDEX kept_answer_oldest ON kept_answer (org_id, created_at);

ALTER TABLE kept_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE kept_answer FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON kept_answer USING (org_id = current_setting('parley.org_id', true));
