-- Who uses this server. These tables come before tenancy: a key or a ticket is looked up to learn
-- whose it is, so they carry org_id but no row-level security.

CREATE TABLE organization (
    id text PRIMARY KEY,
    name text NOT NULL,
    country text NOT NULL DEFAULT 'US',
    timezone text NOT NULL DEFAULT 'UTC',
    created_at timestamptz NOT NULL
);

CREATE TABLE member (
    org_id text NOT NULL REFERENCES organization ON DELETE CASCADE,
    id text NOT NULL,
    email text NOT NULL,
    full_name text NOT NULL,
    role text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (org_id, id)
);

CREATE TABLE api_key (
    org_id text NOT NULL,
    id text NOT NULL,
    user_id text NOT NULL,
    kind text NOT NULL,
    hash bytea NOT NULL UNIQUE,
    last_four text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, user_id) REFERENCES member ON DELETE CASCADE
);

-- One row: a value made with the server's secret, so that a wrong secret is noticed at start.
CREATE TABLE secret_check (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    value bytea NOT NULL
);
