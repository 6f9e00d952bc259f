-- Numbers organizations own. Which number is whose has to be known across all of them, and before
-- the tenant is: that is `phone_number`, which holds nothing else.

CREATE TABLE phone (
    org_id text NOT NULL,
    id text NOT NULL,
    phone_number text NOT NULL,
    country_code text NOT NULL,
    agent_id text,
    status text NOT NULL DEFAULT 'active',
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    document text NOT NULL,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX phone_newest ON phone (org_id, created_at DESC, id DESC);
CREATE INDEX phone_agent ON phone (org_id, agent_id) WHERE agent_id IS NOT NULL;

ALTER TABLE phone ENABLE ROW LEVEL SECURITY;
ALTER TABLE phone FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON phone USING (org_id = current_setting('parley.org_id', true));

-- Written before a number is bought, so that it is bought for one organization and never forgotten.
-- Nobody else touches a number that is busy.
CREATE TABLE phone_number (
    number text PRIMARY KEY,
    org_id text NOT NULL,
    phone_id text NOT NULL,
    country_code text NOT NULL,
    carrier text NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL,
    busy_until timestamptz NOT NULL,
    is_bought boolean NOT NULL DEFAULT false
);
CREATE INDEX phone_number_unfinished ON phone_number (busy_until) WHERE NOT is_bought;

-- The books of the simulated carrier: `mark` is who has the number, null once it is released.
CREATE TABLE simulated_number (
    number text PRIMARY KEY,
    mark text,
    voice text,
    released_at timestamptz
);

-- Where a carrier finds the audio of a prepared connection: asked before the tenant is known, by
-- the connection's id and by the hash of the token in the media socket's address.
CREATE TABLE carrier_stream (
    connection_id text PRIMARY KEY,
    org_id text NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL
);
CREATE INDEX carrier_stream_expiry ON carrier_stream (expires_at);
