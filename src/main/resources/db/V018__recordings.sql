-- What was recorded. Looked after across tenants: removed when its conversation is gone or it is old
-- enough. `bytes` is null while the recording is not yet in the store of files.
CREATE TABLE recording (
    org_id text NOT NULL,
    conversation_id text NOT NULL,
    begun_at timestamptz NOT NULL,
    bytes bigint,
    PRIMARY KEY (org_id, conversation_id)
);
CREATE INDEX recording_oldest ON recording (begun_at);
