-- Every field a list of conversations is filtered or sorted by has an index in which the newest
-- come in order, forwards and backwards: (field, created_at, id). Page one then costs the same
-- however many rows there are.
DROP INDEX conversation_newest;
DROP INDEX conversation_prospect;
CREATE INDEX conversation_created_at ON conversation (org_id, created_at, id);
CREATE INDEX conversation_updated_at ON conversation (org_id, updated_at, created_at, id);
CREATE INDEX conversation_started_at ON conversation (org_id, started_at, created_at, id);
CREATE INDEX conversation_ended_at ON conversation (org_id, ended_at, created_at, id);
CREATE INDEX conversation_status ON conversation (org_id, status, created_at, id);
CREATE INDEX conversation_agent_id ON conversation (org_id, agent_id, created_at, id);
CREATE INDEX conversation_prospect_id ON conversation (org_id, prospect_id, created_at, id);
CREATE INDEX conversation_source ON conversation (org_id, source, created_at, id);
CREATE INDEX conversation_source_type ON conversation (org_id, source_type, created_at, id);
CREATE INDEX conversation_app ON conversation (org_id, app, created_at, id);
CREATE INDEX conversation_sentiment ON conversation (org_id, sentiment, created_at, id);
CREATE INDEX conversation_prospect_status
    ON conversation (org_id, prospect_status, created_at, id);
CREATE INDEX conversation_created_by ON conversation (org_id, created_by, created_at, id);

CREATE INDEX prospect_updated_at ON prospect (org_id, updated_at, created_at, id);
CREATE INDEX prospect_status ON prospect (org_id, status, created_at, id);
CREATE INDEX prospect_created_by ON prospect (org_id, created_by, created_at, id);
CREATE INDEX prospect_name ON prospect (org_id, name, created_at, id);
CREATE INDEX prospect_email_text ON prospect (org_id, email, created_at, id);
CREATE INDEX prospect_phone_number ON prospect (org_id, phone_number, created_at, id);

CREATE INDEX connection_updated_at ON connection (org_id, updated_at, created_at, id);
CREATE INDEX connection_agent_id ON connection (org_id, agent_id, created_at, id);
CREATE INDEX connection_prospect_id ON connection (org_id, prospect_id, created_at, id);
CREATE INDEX connection_source_name ON connection (org_id, source_name, created_at, id);
CREATE INDEX connection_source_id ON connection (org_id, source_id, created_at, id);
CREATE INDEX connection_created_by ON connection (org_id, created_by, created_at, id);

-- The index of words and pieces of text, see docs/decisions/0006. Records wait in text_recent
-- until enough of them have gathered to be folded into a segment: the moments of up to 2,048
-- records, and for each group of tokens one row with the moments of the records that hold them.
CREATE TABLE text_recent (
    org_id text NOT NULL,
    kind text NOT NULL,
    id text NOT NULL,
    created_at timestamptz NOT NULL,
    -- the words between blanks, then a line for each text; null when the record is gone
    tokens text,
    -- stored before there was this index, and not read since: it may hold anything
    unread boolean NOT NULL DEFAULT false,
    PRIMARY KEY (org_id, kind, id)
);
ALTER TABLE text_recent ALTER COLUMN tokens SET STORAGE EXTERNAL;

CREATE TABLE text_segment (
    org_id text NOT NULL,
    kind text NOT NULL,
    segment bigint GENERATED ALWAYS AS IDENTITY,
    newest bigint NOT NULL,
    oldest bigint NOT NULL,
    -- those of its records, newest first, as differences
    moments bytea NOT NULL,
    PRIMARY KEY (org_id, kind, segment)
);

CREATE TABLE text_posting (
    org_id text NOT NULL,
    kind text NOT NULL,
    token_group smallint NOT NULL,
    segment bigint NOT NULL,
    postings bytea NOT NULL,
    PRIMARY KEY (org_id, kind, token_group, segment)
);
ALTER TABLE text_posting ALTER COLUMN postings SET STORAGE EXTERNAL;

ALTER TABLE text_recent ENABLE ROW LEVEL SECURITY;
ALTER TABLE text_recent FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON text_recent USING (org_id = current_setting('parley.org_id', true));

ALTER TABLE text_segment ENABLE ROW LEVEL SECURITY;
ALTER TABLE text_segment FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON text_segment USING (org_id = current_setting('parley.org_id', true));

ALTER TABLE text_posting ENABLE ROW LEVEL SECURITY;
ALTER TABLE text_posting FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON text_posting USING (org_id = current_setting('parley.org_id', true));

-- What is stored already is found at once, by looking at each, and read by a job.
ALTER TABLE conversation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE prospect NO FORCE ROW LEVEL SECURITY;
ALTER TABLE text_recent NO FORCE ROW LEVEL SECURITY;
INSERT INTO text_recent (org_id, kind, id, created_at, tokens, unread)
    SELECT org_id, 'conversation', id, created_at, '', true FROM conversation;
INSERT INTO text_recent (org_id, kind, id, created_at, tokens)
    SELECT org_id, 'prospect', id, created_at, concat(
        ' ', E'\n', translate(lower(name), E'\n', ' '), E'\n', translate(lower(email), E'\n', ' '),
        E'\n', translate(lower(phone_number), E'\n', ' '))
    FROM prospect;
ALTER TABLE text_recent FORCE ROW LEVEL SECURITY;
ALTER TABLE prospect FORCE ROW LEVEL SECURITY;
ALTER TABLE conversation FORCE ROW LEVEL SECURITY;
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
    SELECT 'read-conversation-text', id,
        convert_to(json_build_object('org', id)::text, 'UTF8'), now(), false, 1
    FROM organization;
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
    SELECT 'fold-text', 'prospect/' || id,
        convert_to(json_build_object('org', id, 'kind', 'prospect')::text, 'UTF8'), now(), false, 1
    FROM organization;
