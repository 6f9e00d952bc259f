-- Every tenant table: org_id leads every key and index, and row-level security is forced, so that
-- even the owner of the table sees only the organization the transaction named. `document` is the
-- record as the API answers it; the columns beside it are what is searched and sorted.

CREATE TABLE agent (
    org_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    role text NOT NULL,
    app text,
    status text NOT NULL,
    timezone text NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    document text NOT NULL,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX agent_newest ON agent (org_id, created_at DESC, id DESC);

ALTER TABLE agent ENABLE ROW LEVEL SECURITY;
ALTER TABLE agent FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON agent USING (org_id = current_setting('parley.org_id', true));
