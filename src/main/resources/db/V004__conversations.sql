CREATE TABLE conversation (
    org_id text NOT NULL,
    id text NOT NULL,
    agent_id text NOT NULL,
    prospect_id text,
    -- whether people set the link; a match never overrules them
    prospect_is_manual boolean NOT NULL DEFAULT false,
    source text NOT NULL,
    source_type text NOT NULL,
    app text,
    status text NOT NULL,
    -- true while people are talking: the lines are in conversation_line, not yet in the document
    live boolean NOT NULL DEFAULT false,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    sentiment text,
    prospect_status text,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    internal_props text,
    document text NOT NULL,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX conversation_newest ON conversation (org_id, created_at DESC, id DESC);
CREATE INDEX conversation_prospect ON conversation (org_id, prospect_id, created_at DESC)
    WHERE prospect_id IS NOT NULL;

CREATE TABLE conversation_line (
    org_id text NOT NULL,
    conversation_id text NOT NULL,
    position integer NOT NULL,
    line text NOT NULL,
    PRIMARY KEY (org_id, conversation_id, position)
);

CREATE TABLE conversation_feedback (
    org_id text NOT NULL,
    id text NOT NULL,
    conversation_id text NOT NULL,
    document text NOT NULL,
    PRIMARY KEY (org_id, id),
    FOREIGN KEY (org_id, conversation_id) REFERENCES conversation ON DELETE CASCADE
);
CREATE INDEX conversation_feedback_of ON conversation_feedback (org_id, conversation_id);

ALTER TABLE conversation ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON conversation USING (org_id = current_setting('parley.org_id', true));

ALTER TABLE conversation_line ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversation_line FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON conversation_line USING (org_id = current_setting('parley.org_id', true));

ALTER TABLE conversation_feedback ENABLE ROW LEVEL SECURITY;
ALTER TABLE conversation_feedback FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON conversation_feedback
    USING (org_id = current_setting('parley.org_id', true));

-- Live conversations and the server that holds each. A server that stops beating has died, and
-- whoever notices ends its conversations: this table is the system's, not a tenant's.
CREATE TABLE conversation_lease (
    org_id text NOT NULL,
    conversation_id text NOT NULL,
    node text NOT NULL,
    PRIMARY KEY (org_id, conversation_id)
);
CREATE TABLE node (
    id text PRIMARY KEY,
    -- counts up while the server lives
    beat bigint NOT NULL
);
