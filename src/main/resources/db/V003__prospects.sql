CREATE TABLE prospect (
    org_id text NOT NULL,
    id text NOT NULL,
    name text,
    email text,
    phone_number text,
    -- what callers are recognised by: E.164, and the address in lower case
    phone_key text,
    email_key text,
    status text NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    document text NOT NULL,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX prospect_newest ON prospect (org_id, created_at DESC, id DESC);
CREATE INDEX prospect_phone ON prospect (org_id, phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX prospect_email ON prospect (org_id, email_key) WHERE email_key IS NOT NULL;

ALTER TABLE prospect ENABLE ROW LEVEL SECURITY;
ALTER TABLE prospect FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON prospect USING (org_id = current_setting('parley.org_id', true));
