CREATE TABLE file (
    org_id text NOT NULL,
    id text NOT NULL,
    -- what it takes of the organization's quota
    bytes bigint NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    document text NOT NULL,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX file_bytes ON file (org_id) INCLUDE (bytes);

ALTER TABLE file ENABLE ROW LEVEL SECURITY;
ALTER TABLE file FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON file USING (org_id = current_setting('parley.org_id', true));
