-- What agents work with: knowledge, things to call, things to sell. A link is gone with either end.

CREATE TABLE hive (
    org_id text NOT NULL,
    id text NOT NULL,
    hive_type text NOT NULL,
    url text,
    status text NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    -- of its files it holds the ids only: their addresses are made for each answer
    document text NOT NULL,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX hive_newest ON hive (org_id, created_at DESC, id DESC);

CREATE TABLE action (
    org_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    description text,
    invocation_trigger text NOT NULL,
    -- actions have no status of their own; the lists' parameter means this one
    status text NOT NULL DEFAULT 'active',
    -- header values, each sealed for this action and this header; the document has a mask for them
    sealed_headers text,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    document text NOT NULL,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX action_newest ON action (org_id, created_at DESC, id DESC);

CREATE TABLE product (
    org_id text NOT NULL,
    id text NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    currency text NOT NULL,
    default_price bigint NOT NULL,
    tags text[] NOT NULL,
    status text NOT NULL,
    created_by text NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    document text NOT NULL,
    PRIMARY KEY (org_id, id)
);
CREATE INDEX product_newest ON product (org_id, created_at DESC, id DESC);

CREATE TABLE agent_hive (
    org_id text NOT NULL,
    agent_id text NOT NULL,
    hive_id text NOT NULL,
    PRIMARY KEY (org_id, agent_id, hive_id),
    FOREIGN KEY (org_id, agent_id) REFERENCES agent ON DELETE CASCADE,
    FOREIGN KEY (org_id, hive_id) REFERENCES hive ON DELETE CASCADE
);
CREATE INDEX agent_hive_back ON agent_hive (org_id, hive_id);

CREATE TABLE agent_action (
    org_id text NOT NULL,
    agent_id text NOT NULL,
    action_id text NOT NULL,
    PRIMARY KEY (org_id, agent_id, action_id),
    FOREIGN KEY (org_id, agent_id) REFERENCES agent ON DELETE CASCADE,
    FOREIGN KEY (org_id, action_id) REFERENCES action ON DELETE CASCADE
);
CREATE INDEX agent_action_back ON agent_action (org_id, action_id);

CREATE TABLE agent_product (
    org_id text NOT NULL,
    agent_id text NOT NULL,
    product_id text NOT NULL,
    PRIMARY KEY (org_id, agent_id, product_id),
    FOREIGN KEY (org_id, agent_id) REFERENCES agent ON DELETE CASCADE,
    FOREIGN KEY (org_id, product_id) REFERENCES product ON DELETE CASCADE
);
CREATE INDEX agent_product_back ON agent_product (org_id, product_id);

-- A product as the console lists it. It reads with the rights, and so the organization, of who asks.
CREATE VIEW product_with_agents WITH (security_invoker = true) AS
SELECT org_id, id, name, description, currency, default_price, tags, status, created_by, created_at,
    updated_at,
    '{"product":' || document || ',"agents":[' || coalesce(
        (SELECT string_agg(agent.document, ',' ORDER BY agent.created_at DESC, agent.id DESC)
         FROM agent_product AS link
         JOIN agent ON agent.org_id = link.org_id AND agent.id = link.agent_id
         WHERE link.org_id = product.org_id AND link.product_id = product.id), '') || ']}'
        AS document
FROM product;

ALTER TABLE hive ENABLE ROW LEVEL SECURITY;
ALTER TABLE hive FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON hive USING (org_id = current_setting('parley.org_id', true));

ALTER TABLE action ENABLE ROW LEVEL SECURITY;
ALTER TABLE action FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON action USING (org_id = current_setting('parley.org_id', true));

ALTER TABLE product ENABLE ROW LEVEL SECURITY;
ALTER TABLE product FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON product USING (org_id = current_setting('parley.org_id', true));

ALTER TABLE agent_hive ENABLE ROW LEVEL SECURITY;
ALTER TABLE agent_hive FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON agent_hive USING (org_id = current_setting('parley.org_id', true));

ALTER TABLE agent_action ENABLE ROW LEVEL SECURITY;
ALTER TABLE agent_action FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON agent_action USING (org_id = current_setting('parley.org_id', true));

ALTER TABLE agent_product ENABLE ROW LEVEL SECURITY;
ALTER TABLE agent_product FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON agent_product USING (org_id = current_setting('parley.org_id', true));
