CREATE TABLE connection (
    org_id text NOT NULL,
    id text NOT NULL,
    source_name text NOT NULL,
    source_id text NOT NULL,
    agent_id text NOT NULL,
    prospect_id text,
    status text NOT NULL DEFAULT 'active',
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    document text NOT NULL,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX connection_newest ON connection (org_id, created_at DESC, id DESC);

ALTER TABLE connection ENABLE ROW LEVEL SECURITY;
ALTER TABLE connection FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON connection USING (org_id = current_setting('parley.org_id', true));

-- Single-use entrance tickets of sockets, by hash. Looked up before the tenant is known.
CREATE TABLE socket_ticket (
    hash bytea PRIMARY KEY,
    org_id text NOT NULL,
    connection_id text NOT NULL,
    expires_at timestamptz NOT NULL
);
