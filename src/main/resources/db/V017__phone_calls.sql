-- Calls as carriers name them: asked by their webhooks and media sockets before the tenant is known.
-- A call that is announced twice is one call.
CREATE TABLE carrier_call (
    carrier text NOT NULL,
    call_id text NOT NULL,
    org_id text NOT NULL,
    connection_id text NOT NULL,
    is_outbound boolean NOT NULL,
    begun_at timestamptz NOT NULL,
    ended_at timestamptz,
    PRIMARY KEY (carrier, call_id)
);
CREATE INDEX carrier_call_connection ON carrier_call (connection_id);
CREATE INDEX carrier_call_open ON carrier_call (begun_at) WHERE ended_at IS NULL;
