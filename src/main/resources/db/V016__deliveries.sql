-- What actions are told of conversations: every event once, and the log of its sendings.

CREATE TABLE delivery (
    org_id text NOT NULL,
    -- the same with every sending
    id text NOT NULL,
    action_id text NOT NULL,
    conversation_id text NOT NULL,
    event_name text NOT NULL,
    -- in which order those of a conversation came up
    position bigint GENERATED ALWAYS AS IDENTITY,
    -- what is sent, byte for byte
    body text NOT NULL,
    status text NOT NULL,
    attempts integer NOT NULL,
    -- while it is on its way: until when nobody else sends it
    claimed_until timestamptz,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    document text NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, action_id) REFERENCES action ON DELETE CASCADE,
    FOREIGN KEY (org_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
);
CREATE INDEX delivery_newest ON delivery (org_id, action_id, created_at DESC, id DESC);
CREATE INDEX delivery_conversation ON delivery (org_id, conversation_id);
CREATE INDEX delivery_settled ON delivery (org_id, updated_at) WHERE status <> 'pending';

CREATE TABLE delivery_attempt (
    org_id text NOT NULL,
    delivery_id text NOT NULL,
    number integer NOT NULL,
    document text NOT NULL,
    PRIMARY KEY (org_id, delivery_id, number),
    FOREIGN KEY (org_id, delivery_id) REFERENCES delivery ON DELETE CASCADE
);

-- Who is behind an action that is told events.
CREATE TABLE event_receiver (
    org_id text NOT NULL,
    action_id text NOT NULL,
    -- what events are signed with, sealed for this action
    secret text NOT NULL,
    -- signs beside it until then
    previous_secret text,
    previous_until timestamptz,
    -- when it said that it is gone; an action that was saved since may be told events again
    gone_at timestamptz,
    PRIMARY KEY (org_id, action_id),
    FOREIGN KEY (org_id, action_id) REFERENCES action ON DELETE CASCADE
);

ALTER TABLE delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE delivery FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON delivery USING (org_id = current_setting('parley.org_id', true));

ALTER TABLE delivery_attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE delivery_attempt FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON delivery_attempt USING (org_id = current_setting('parley.org_id', true));

ALTER TABLE event_receiver ENABLE ROW LEVEL SECURITY;
ALTER TABLE event_receiver FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON event_receiver USING (org_id = current_setting('parley.org_id', true));
